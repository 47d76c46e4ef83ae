import { Badge, Group } from '@mantine/core';
import type { EventLine } from '../../shared/api/answers.js';
import { LateMark } from '../../shared/timeline/late-mark.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { eventsWords } from './events.words.js';

/** What an auditor looks for first: late, taken back, or taking back. */
export function EventMarks({ event }: { readonly event: EventLine }) {
  const words = useScreenWords(eventsWords);
  const marks: readonly (readonly [string, string] | false)[] = [
    event.reversedBy !== undefined && (['danger', words.wasReversed] as const),
    event.reverses !== undefined && (['info', words.reverses] as const),
  ];
  return (
    <Group gap={4} wrap="nowrap">
      <LateMark event={event} />
      {marks.map(
        (mark) =>
          mark && (
            <Badge key={mark[1]} variant="outline" color={mark[0]} tt="none" fw={600} miw="max-content">
              {mark[1]}
            </Badge>
          ),
      )}
    </Group>
  );
}
