import { useDebouncedValue } from '@mantine/hooks';
import type { ListAnswer, ListItem, ObjectAnswer } from '../../api/answers.js';
import { useRead, useReads } from '../../api/reads.js';
import { useAccount } from '../../api/session-store.js';
import { useForm } from '../form-context.js';
import { asText } from '../typed.js';

type Known = Pick<ListItem, 'id' | 'code' | 'title' | 'status' | 'statusWords'>;

const MOST = 20;
const WAIT_MS = 150;
const isId = (text: string) => /^[\w-]{2,60}$/.test(text);

export const nameOf = ({ code, title }: Pick<Known, 'code' | 'title'>) => (title === code ? code : `${code} · ${title}`);

/** What a reference can be chosen from: what matches the words typed, and what is chosen already. */
export function useReferenceOptions(noun: string, chosen: readonly string[], search: string) {
  const { typed } = useForm();
  const [words] = useDebouncedValue(search.trim(), WAIT_MS);
  const { answers } = useReads<ObjectAnswer>(
    chosen.filter(isId).map((id) => ({ path: `/api/v1/${noun}/${id}` })),
    { asOf: false },
  );
  const named = answers.flatMap((answer) => answer ?? []);
  const isName = named.some((each) => nameOf(each) === words);
  const programme = noun === 'budget-lines' ? asText(typed.programmeId) : '';
  const query = { limit: MOST, ...(words && !isName && { q: words }), ...(programme && { programme }) };
  const { data, isFetching } = useRead<ListAnswer>(`/api/v1/${noun}`, query, { asOf: false });
  const mine = useAccount()?.agencyIds;
  const isMine = ({ id }: Known) => noun !== 'agencies' || mine === undefined || mine === 'all' || mine.includes(id);
  const found = new Map<string, Known>([...named, ...(data?.items ?? [])].filter(isMine).map((each) => [each.id, each]));
  return { found, isFetching };
}
