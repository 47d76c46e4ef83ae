import type { Language, Words } from '@soquy/kernel';
import type { CheckedRow, Note } from './sheet.js';
import { checkedWords } from './check.words.js';
import { NameIndex, type Names, type Near } from './likeness.js';

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

export interface Comparing {
  readonly sameness: Sameness;
  /** The column that holds a field. */
  readonly columnOf: (field: string) => number | undefined;
  /** The same place in the newest list of provinces: a merger makes no other organisation of it. */
  readonly latest: (place: string) => string;
  readonly language: Language;
}

interface Compared {
  readonly id: number;
  readonly values: Values;
}

/** What is recorded already, ready to be looked up; it changes less often than what is pasted. */
export class Register {
  private readonly names: NameIndex<Known>;
  private readonly codes: ReadonlyMap<string, Known>;

  constructor(known: readonly Known[], { sameness: { name, code }, latest }: Pick<Comparing, 'sameness' | 'latest'>) {
    const placed = known.map((each) => ({ ...each, values: withLatest(each.values, latest) }));
    this.names = new NameIndex(placed, ({ values }) => text(values[name]));
    this.codes = new Map(code ? placed.map((each) => [text(each.values[code]), each]) : []);
  }

  /** The names made ready so far; what is compared with the register uses them too. */
  get readyNames(): Names {
    return this.names.names;
  }

  withCode(code: string): Known | undefined {
    return code === '' ? undefined : this.codes.get(code);
  }

  near(name: string, takes: (known: Known) => boolean): Near<Known> | undefined {
    return this.names.near(name, takes);
  }
}

const withLatest = (values: Values, latest: Comparing['latest']): Values =>
  typeof values.place === 'string' ? { ...values, place: latest(values.place) } : values;

/** Hints at rows that stand twice in what was pasted, or are recorded already. Nothing is merged or left out by itself. */
export function hintDuplicates(
  rows: readonly CheckedRow[],
  register: Register,
  comparing: Comparing,
): ReadonlyMap<number, readonly Note[]> {
  const { sameness, columnOf, latest, language } = comparing;
  const compared = rows.map(({ id, values }): Compared => ({ id, values: withLatest(values, latest) }));
  const pasted = new NameIndex(compared, ({ values }) => text(values[sameness.name]), register.readyNames);
  const codes = new Map<string, number>();
  const hints = new Map<number, Note[]>();
  for (const row of compared) {
    const hint: Hint = (field, words, found) => {
      const column = columnOf(field);
      const note: Note = {
        level: 'doubt',
        text: words[language],
        ...(column !== undefined && { column }),
        ...(found && { known: { id: found.id, noun: found.noun, title: found.title } }),
      };
      hints.set(row.id, [...(hints.get(row.id) ?? []), note]);
    };
    hintCode(row, sameness, register, codes, hint);
    hintName(row, sameness, register, pasted, hint);
  }
  return hints;
}

type Hint = (field: string, words: Words, found?: Known) => void;

function hintCode({ id, values }: Compared, { code }: Sameness, register: Register, codes: Map<string, number>, hint: Hint) {
  const own = code ? text(values[code]) : '';
  if (!code || own === '') return;
  const holder = register.withCode(own);
  const earlier = codes.get(own);
  if (holder) hint(code, checkedWords.sameCode({ name: holder.title }), holder);
  if (earlier !== undefined) hint(code, checkedWords.sameCodeHere({ row: earlier }));
  codes.set(own, earlier ?? id);
}

function hintName(row: Compared, { name, same, alike }: Sameness, register: Register, pasted: NameIndex<Compared>, hint: Hint) {
  const { id, values } = row;
  const own = text(values[name]);
  if (own === '') return;
  const there = register.near(own, (other) => alike(values, other.values));
  if (there) {
    const isSame = there.likeness === 1 && same(values, there.item.values);
    const told = { name: there.item.title, percent: Math.floor(there.likeness * PERCENT) };
    hint(name, isSame ? checkedWords.same(told) : checkedWords.near(told), there.item);
  }
  const here = pasted.near(own, (other) => other.id < id && alike(values, other.values));
  if (here) {
    const isSame = here.likeness === 1 && same(values, here.item.values);
    const told = { row: here.item.id, percent: Math.floor(here.likeness * PERCENT) };
    hint(name, isSame ? checkedWords.sameHere(told) : checkedWords.nearHere(told));
  }
}
