import type { Catalogue } from '../../shared/api/catalogue.js';
import { factsToShow, meaningOf } from '../../shared/timeline/fact-meaning.js';

const NUMBERS: ReadonlySet<string> = new Set(['number', 'quantity']);
/** Long lists and nested conditions stand on the page of the event. */
const LONG: ReadonlySet<string> = new Set(['list', 'group']);
const NAMES_ITSELF: ReadonlySet<string> = new Set(['organisation', 'organisationId', 'organisations', 'title', 'purpose']);

type Fact = readonly [field: string, value: unknown];

interface Told {
  readonly category: string;
  readonly effectiveOn: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a line of the history tells of a fact: its amounts and numbers; where it has none, its short values. */
export function valuesToTell(catalogue: Catalogue, { category, effectiveOn, data }: Told): readonly Fact[] {
  const short = factsToShow(category, data).filter(
    ([field, value]) =>
      value !== effectiveOn && !NAMES_ITSELF.has(field) && !LONG.has(meaningOf(catalogue, category, field, value).is),
  );
  const isNumber = ([field, value]: Fact) => {
    const meaning = meaningOf(catalogue, category, field, value);
    return NUMBERS.has(meaning.is) && !('unit' in meaning && meaning.unit === 'year');
  };
  const numbers = short.filter(isNumber);
  return numbers.length > 0 ? numbers : short;
}

/** Whether a fact lists organisations that had a part in it; its numbers are then those of the whole activity. */
export const isShared = ({ data }: Pick<Told, 'data'>): boolean =>
  Object.values(data).some((value) => Array.isArray(value) && value.some(isParticipant));

const isParticipant = (item: unknown): boolean => typeof item === 'object' && item !== null && 'organisationId' in item;
