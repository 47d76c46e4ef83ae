import { Alert, List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ListAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { showDay } from '../../shared/format/days.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';
import { nearDuplicates, searchWord } from './near-duplicates.js';

const WAIT_MS = 300;
const SHORTEST = 5;
const MOST = 200;

interface Props {
  readonly noun: string;
  readonly title: string;
  readonly day: string;
}

/** Says in time that the same may stand in the log already. */
export function DuplicateWarning({ noun, title, day }: Props) {
  const words = useScreenWords(activityWords);
  const [settled] = useDebouncedValue(title, WAIT_MS);
  const word = searchWord(settled);
  const query = { sort: '-effectiveFrom', limit: MOST, ...(word && { q: word }) };
  const { data } = useRead<ListAnswer>(`/api/v1/${noun}`, query, { asOf: false, enabled: settled.length >= SHORTEST });
  const near = settled.length < SHORTEST ? [] : nearDuplicates(data?.items ?? [], settled, day);
  return (
    <div role="status">
      {near.length > 0 && (
        <Alert color="warn" title={words.near} p="xs">
          <Text size="sm">{words.nearWhy}</Text>
          <List size="sm">
            {near.slice(0, 5).map((item) => (
              <List.Item key={item.id}>
                <ObjectLink link={{ ...item, noun }} withCode /> · {showDay(item.effectiveFrom)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
