import type { FieldSchema } from '../api/catalogue.js';
import { readDay } from '../format/days.js';
import { readDayCell } from '../paste/cells.js';
import { readClipboard } from '../paste/clipboard.js';
import { fieldKind } from './field-kind.js';
import { asGroup, type Typed } from './typed.js';

/** "01/01/2027 Tết Dương lịch": a line of a text, with the day in front. */
const DAY_IN_FRONT = /^(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})\s*[:;,–-]?\s+(.+)$/;

/** What a row of a list has room for, in the order of its inputs; one nameless part where the list is of plain values. */
const partsOf = (of: FieldSchema) => Object.entries(of.properties ?? { '': of });

/** The cells of a copied text; undefined for a text that goes into one input as it is. */
export function cellsFor(of: FieldSchema, text: string): readonly (readonly string[])[] | undefined {
  const kinds = partsOf(of).map(([, part]) => fieldKind(part));
  const isDayFirst = kinds.length > 1 && kinds[0] === 'day';
  const rows = readClipboard(text)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => {
      const [, day = '', rest = ''] = (row.length === 1 && isDayFirst && DAY_IN_FRONT.exec(row[0]!)) || [];
      return day === '' ? row : [day, rest];
    });
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : undefined;
}

interface Place {
  readonly row: number;
  /** The part that the first cells go into. */
  readonly part: string;
}

/** The rows of a list after cells were pasted at a place; those that reach beyond its end lengthen it. */
export function pastedInto(
  of: FieldSchema,
  items: readonly Typed[],
  cells: readonly (readonly string[])[],
  { row, part }: Place,
  thisYear: number,
): readonly Typed[] {
  const parts = partsOf(of);
  const first = Math.max(
    0,
    parts.findIndex(([name]) => name === part),
  );
  const taking = parts.slice(first);
  const said = withoutHeading(taking[0]![1], cells).map((each) => {
    const typed = taking
      .slice(0, each.length)
      .map(([name, schema], at) => [name, typedCell(schema, each[at]!, thisYear)] as const);
    return of.properties ? Object.fromEntries(typed) : typed[0]![1];
  });
  const length = Math.max(items.length, row + said.length);
  return Array.from({ length }, (_, at): Typed => {
    const pasted = said[at - row];
    if (pasted === undefined) return items[at]!;
    return typeof pasted === 'string' ? pasted : { ...asGroup(items[at]), ...pasted };
  });
}

const typedCell = (schema: FieldSchema, cell: string, thisYear: number): string =>
  fieldKind(schema) === 'day' ? (readDayCell(cell, thisYear).typed as string) : cell;

/** A first line that is no day, where the next one is, says what the columns are. */
function withoutHeading(first: FieldSchema, cells: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [head, next] = cells;
  const isDay = (row: readonly string[] | undefined) => row !== undefined && readDay(row[0] ?? '') !== undefined;
  return fieldKind(first) === 'day' && !isDay(head) && isDay(next) ? cells.slice(1) : cells;
}
