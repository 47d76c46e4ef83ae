import { Badge, Group } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import type { EventLine } from '../../shared/api/answers.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { eventsWords } from './events.words.js';
import { daysLate, LATE_DAYS } from './lateness.js';

/** What an auditor looks for first: late, taken back, or taking back. */
export function EventMarks({ event }: { readonly event: EventLine }) {
  const words = useScreenWords(eventsWords);
  const language = useLanguage();
  const late = daysLate(event);
  const marks: readonly (readonly [string, string] | false)[] = [
    late > LATE_DAYS && (['warn', words.daysLate({ days: numberText(late, language) })] as const),
    event.reversedBy !== undefined && (['danger', words.wasReversed] as const),
    event.reverses !== undefined && (['info', words.reverses] as const),
  ];
  return (
    <Group gap={4} wrap="nowrap">
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
