import type { Language, Words } from '@soquy/kernel';
import type { CheckedRow, Note } from './check.js';
import { checkedWords } from './check.words.js';
import { NameIndex } from './likeness.js';

export type Values = Readonly<Record<string, unknown>>;

/** Something recorded already, as a row is compared with it. */
export interface Known {
  readonly id: string;
  readonly noun: string;
  readonly title: string;
  readonly values: Values;
}

/** When two of a kind may be the same. */
export interface Sameness {
  /** Field of the name. */
  readonly name: string;
  /** Field of a code that only one can have. */
  readonly code?: string;
  /** They agree in the rest as well: with the same name they are the same. */
  readonly same: (a: Values, b: Values) => boolean;
  /** They can be the same if their names are nearly. */
  readonly alike: (a: Values, b: Values) => boolean;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const PERCENT = 100;

/** Hints at rows that stand twice in what was pasted, or are recorded already. Nothing is merged or left out by itself. */
export function hintDuplicates(
  rows: readonly CheckedRow[],
  known: readonly Known[],
  { name, code, same, alike }: Sameness,
  columnOf: (field: string) => number | undefined,
  language: Language,
): ReadonlyMap<number, readonly Note[]> {
  const register = new NameIndex(known, ({ values }) => text(values[name]));
  const pasted = new NameIndex(rows, ({ values }) => text(values[name]));
  const knownCodes = new Map(known.map((each) => [code ? text(each.values[code]) : '', each]));
  const pastedCodes = new Map<string, number>();
  const hints = new Map<number, Note[]>();
  const hint = (id: number, field: string, words: Words, found?: Known) => {
    const column = columnOf(field);
    const note: Note = {
      level: 'doubt',
      text: words[language],
      ...(column !== undefined && { column }),
      ...(found && { known: { id: found.id, noun: found.noun, title: found.title } }),
    };
    hints.set(id, [...(hints.get(id) ?? []), note]);
  };
  for (const { id, values } of rows) {
    const ownCode = code ? text(values[code]) : '';
    if (ownCode && code) {
      const holder = knownCodes.get(ownCode);
      const earlier = pastedCodes.get(ownCode);
      if (holder) hint(id, code, checkedWords.sameCode({ name: holder.title }), holder);
      if (earlier !== undefined) hint(id, code, checkedWords.sameHere({ row: earlier }));
      pastedCodes.set(ownCode, earlier ?? id);
    }
    const ownName = text(values[name]);
    if (!ownName) continue;
    const there = register.near(ownName, (other) => alike(values, other.values));
    if (there) {
      const isSame = there.likeness === 1 && same(values, there.item.values);
      const told = { name: there.item.title, percent: Math.floor(there.likeness * PERCENT) };
      hint(id, name, isSame ? checkedWords.same(told) : checkedWords.near(told), there.item);
    }
    const here = pasted.near(ownName, (other) => other.id < id && alike(values, other.values));
    if (here) {
      const isSame = here.likeness === 1 && same(values, here.item.values);
      const told = { row: here.item.id, percent: Math.floor(here.likeness * PERCENT) };
      hint(id, name, isSame ? checkedWords.sameHere(told) : checkedWords.nearHere(told));
    }
  }
  return hints;
}
