import type { Language } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import { readDay } from '../format/days.js';
import { fieldKind } from '../forms/field-kind.js';
import { asText } from '../forms/typed.js';
import { labelOf } from '../forms/labels.js';
import { loose } from '../words/loose.js';
import { choiceNames, readChoiceCell, readDayCell } from './cells.js';

/** Something that a column of pasted cells can hold. */
export interface PasteColumn {
  /** JSON pointer into the body of the command. */
  readonly pointer: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly label: Readonly<Record<Language, string>>;
  /** Headings it is known by, loosely. */
  readonly names: readonly string[];
  /** What its values are called, where they are a choice. */
  readonly choices?: ReadonlyMap<string, string>;
}

export interface Synonyms {
  /** Headings by pointer. */
  readonly headings: Readonly<Record<string, readonly string[]>>;
  /** What people write for a value, by pointer. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const UNFIT = new Set(['list', 'references', 'reference']);

/** The fields of a command that cells can fill; objects it refers to are chosen once for all rows. */
export function pasteColumns(schema: FieldSchema, { headings, values }: Synonyms): readonly PasteColumn[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, of]) => {
    const required = schema.required?.includes(field) ?? false;
    const kind = fieldKind(of);
    if (UNFIT.has(kind)) return [];
    const parts =
      kind === 'group'
        ? Object.entries(of.properties ?? {})
            .filter(([part]) => !part.endsWith('Sha256'))
            .map(([part, within]) => column(`/${field}/${part}`, part, within, false))
        : [column(`/${field}`, field, of, required)];
    return parts;
  });

  function column(pointer: string, field: string, of: FieldSchema, required: boolean): PasteColumn {
    const label = { vi: labelOf(of, field, 'vi'), en: labelOf(of, field, 'en') };
    const names = [label.vi, label.en, field, ...(headings[pointer] ?? [])]
      .flatMap((name) => [name, ...name.split('/')])
      .map(nameOfHeading);
    const choices = fieldKind(of) === 'choice' ? choiceNames(of, values[pointer]) : undefined;
    return { pointer, schema: of, required, label, names: [...new Set(names)], ...(choices && { choices }) };
  }
}

/** What stands in brackets in a heading explains it and does not name it. */
const nameOfHeading = (heading: string) => loose(heading.replace(/[([].*?[)\]]/g, ' ')) || loose(heading);

const SHORTEST = 4;
const WORDS_LEFT = 3;

/** How well a heading names a column: 2 in its own words, 1 with words around them, 0 not. */
function fits(heading: string, { names }: PasteColumn): number {
  const name = nameOfHeading(heading);
  if (name === '') return 0;
  if (names.includes(name) || names.includes(loose(heading))) return 2;
  const within = (outer: string, inner: string) =>
    inner.length >= SHORTEST &&
    ` ${outer} `.includes(` ${inner} `) &&
    outer.split(' ').length - inner.split(' ').length <= WORDS_LEFT;
  return names.some((known) => within(name, known) || within(known, name)) ? 1 : 0;
}

export type Mapping = readonly (string | null)[];

/** Which column each heading names; none is named twice, the better fit goes first. */
export function mappingOf(headings: readonly string[], columns: readonly PasteColumn[]): Mapping {
  const found: (string | null)[] = headings.map(() => null);
  const taken = new Set<string>();
  for (const level of [2, 1])
    headings.forEach((heading, index) => {
      const column = columns.find((each) => !taken.has(each.pointer) && fits(heading, each) === level);
      if (found[index] !== null || !column) return;
      found[index] = column.pointer;
      taken.add(column.pointer);
    });
  return found;
}

const HEADING_WITHIN = 6;

/** The row of headings among the first ones: the one that names most; undefined where there is none. */
export function headingRow(rows: readonly (readonly string[])[], columns: readonly PasteColumn[]): number | undefined {
  const named = rows.slice(0, HEADING_WITHIN).map((row) => {
    const filled = row.filter((cell) => cell !== '').length;
    const known = mappingOf(row, columns).filter((pointer) => pointer !== null).length;
    return known * 2 >= filled || known > 2 ? known : 0;
  });
  const most = Math.max(0, ...named);
  return most === 0 ? undefined : named.indexOf(most);
}

const LOOKED_AT = 30;
const MOST_OF = 0.8;

/** What columns without headings seem to hold; the first with words in it is the name. */
export function guessedMapping(
  rows: readonly (readonly string[])[],
  columns: readonly PasteColumn[],
  isPlace: (cell: string) => boolean,
): Mapping {
  const taken = new Set<string>();
  const take = (column: PasteColumn | undefined) => {
    if (column) taken.add(column.pointer);
    return column?.pointer ?? null;
  };
  const width = rows[0]?.length ?? 0;
  const cellsOf = (index: number) =>
    rows
      .slice(0, LOOKED_AT)
      .map((row) => row[index]!)
      .filter((cell) => cell !== '');
  const found = Array.from({ length: width }, (_, index) => {
    const cells = cellsOf(index);
    const holds = (column: PasteColumn) =>
      cells.filter((cell) => looksLike(column, cell, isPlace)).length >= cells.length * MOST_OF;
    return cells.length === 0 ? null : take(columns.find((column) => !taken.has(column.pointer) && holds(column)));
  });
  const name = columns.find(({ required, schema }) => required && fieldKind(schema) === 'text');
  const at = found.findIndex((pointer, index) => pointer === null && cellsOf(index).some((cell) => /\p{L}{2}/u.test(cell)));
  if (name && at >= 0 && !taken.has(name.pointer)) found[at] = name.pointer;
  return found;
}

function looksLike({ schema, choices, required }: PasteColumn, cell: string, isPlace: (cell: string) => boolean): boolean {
  const kind = fieldKind(schema);
  if (kind === 'choice') return readChoiceCell(cell, choices!) !== cell;
  if (kind === 'place') return isPlace(cell);
  if (kind === 'day') return required && readDay(asText(readDayCell(cell, 2000).typed)) !== undefined;
  return kind === 'text' && schema.pattern !== undefined && new RegExp(schema.pattern).test(cell);
}
