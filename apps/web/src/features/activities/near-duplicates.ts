import { daysBetween, foldText, isDay } from '@soquy/kernel';
import type { ListItem } from '../../shared/api/answers.js';

const NEAR_DAYS = 7;
const ALIKE = 0.6;
/** Words that tell titles of one kind apart no better than nothing. */
const wordsOf = (title: string) =>
  new Set(
    foldText(title)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1),
  );

/** How much of the shorter title stands in the other, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** The days an object names; one of them may be the day that is typed. */
const daysOf = ({ effectiveFrom, data }: Pick<ListItem, 'effectiveFrom' | 'data'>): readonly string[] =>
  [effectiveFrom, data.plannedOn, data.heldOn, data.requestedOn].filter(
    (day): day is string => typeof day === 'string' && isDay(day),
  );

/** What looks like the same thing recorded already: nearly the same title within a week. */
export const nearDuplicates = <Item extends Pick<ListItem, 'title' | 'effectiveFrom' | 'data'>>(
  items: readonly Item[],
  title: string,
  day: string,
): readonly Item[] =>
  items.filter(
    (item) => likeness(item.title, title) >= ALIKE && daysOf(item).some((each) => Math.abs(daysBetween(each, day)) <= NEAR_DAYS),
  );

/** The word that finds what is alike: the longest, which titles share the least. */
export const searchWord = (title: string): string | undefined =>
  title
    .trim()
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)[0];
