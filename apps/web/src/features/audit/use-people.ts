import { foldText } from '@soquy/kernel';
import type { EventItem, Page } from '../../shared/api/answers.js';
import { useAsk, useRead } from '../../shared/api/reads.js';
import { useAccount } from '../../shared/api/session-store.js';
import { peopleOf, type Person } from './people-list.js';

/** As many events as one page of them holds. */
const LOOKED_AT = 200;
const collator = new Intl.Collator('vi');

/** Who may be asked about: all accounts for who keeps them, else whoever recorded something lately. */
export function usePeople(): readonly Person[] {
  const isAdmin = useAccount()?.role === 'admin';
  const accounts = useAsk<{ readonly items: readonly Person[] }>('/api/v1/accounts', {}, { enabled: isAdmin });
  const events = useRead<Page<EventItem>>('/api/v1/events', { limit: LOOKED_AT }, { asOf: false });
  const people = peopleOf([...(accounts.data?.items ?? []), ...(events.data?.items ?? []).flatMap(({ person }) => person ?? [])]);
  return people.toSorted((a, b) => collator.compare(foldText(a.name ?? a.username), foldText(b.name ?? b.username)));
}
