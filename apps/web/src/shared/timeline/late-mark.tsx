import { Badge } from '@mantine/core';
import { counted, dayInVietnam, numberText } from '@soquy/kernel';
import type { EventLine } from '../api/answers.js';
import { showDay } from '../format/days.js';
import { useLanguage } from '../words/language.js';
import { screenWords, useScreenWords } from '../words/screen-words.js';
import { daysLate, isLate, LATE_DAYS } from './lateness.js';

interface Told {
  readonly days: string;
  readonly happened: string;
  readonly recorded: string;
  readonly most: number;
}

const lateWords = screenWords({
  late: {
    vi: ({ days }: { days: string }) => `ghi muộn ${days} ngày`,
    en: ({ days }: { days: string }) => `recorded ${counted(days, 'day')} late`,
  },
  why: {
    vi: ({ days, happened, recorded, most }: Told) =>
      `Phát sinh ${happened}, ghi nhận ${recorded}: sau ${days} ngày. Quá ${most} ngày là ghi muộn.`,
    en: ({ days, happened, recorded, most }: Told) =>
      `Happened on ${happened}, recorded on ${recorded}: ${counted(days, 'day')} after. More than ${counted(most, 'day')} is late.`,
  },
});

/** Says that a fact was written down late, and what that means; nothing where it was not. */
export function LateMark({ event }: { readonly event: Pick<EventLine, 'effectiveOn' | 'recordedAt'> }) {
  const words = useScreenWords(lateWords);
  const language = useLanguage();
  if (!isLate(event)) return null;
  const days = numberText(daysLate(event), language);
  const happened = showDay(event.effectiveOn);
  const recorded = showDay(dayInVietnam(new Date(event.recordedAt)));
  const why = words.why({ days, happened, recorded, most: LATE_DAYS });
  return (
    <Badge variant="outline" color="warn" size="sm" tt="none" miw="max-content" title={why}>
      {words.late({ days })}
    </Badge>
  );
}
