import type { FieldSchema } from '../api/catalogue.js';
import { readDay } from '../format/days.js';
import { readDayCell } from '../paste/cells.js';
import { readClipboard } from '../paste/clipboard.js';
import { fieldKind, itemSchema, type FieldKind } from './field-kind.js';
import { asGroup, asText, type Typed } from './typed.js';

/** "01/01/2027 00:00": a day as spreadsheets copy it when its cell holds a time. */
const DAY_WITH_TIME = /^(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?=\s|$)/i;
/** "01/01/2027 Tết Dương lịch": a line of a text, with the day in front. */
const DAY_IN_FRONT = /^(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})\s*[:;,–-]?\s+(.+)$/;
/** What the cell above a column of days says, and no day that is written wrongly. */
const NO_DIGIT = /^\D+$/;

/** What a cell can be typed into as it is; a choice or a reference holds a code that nobody reads. A long text has lines of its own. */
const TYPED_AS_TEXT: ReadonlySet<FieldKind> = new Set([
  'text',
  'day',
  'money',
  'whole',
  'number',
  'basisPoints',
  'percent',
  'year',
]);

type Part = readonly [name: string, schema: FieldSchema];
type Cells = readonly (readonly string[])[];

/** What a row of a list has room for, in the order of its inputs; one nameless part where the list is of plain values. */
const partsOf = (of: FieldSchema): readonly Part[] => Object.entries(of.properties ?? { '': of });
const isTypedAsText = ([, schema]: Part) => TYPED_AS_TEXT.has(fieldKind(schema));

/** Rows that were copied elsewhere can be pasted into it, whichever of its inputs they are pasted into. */
export const takesPaste = (list: FieldSchema): boolean => partsOf(itemSchema(list)).every(isTypedAsText);

/** What a list has no room for: how much of it there is room for, and how much there would be. */
export interface NoRoom {
  readonly lacking: 'columns' | 'rows';
  readonly room: number;
  readonly given: number;
}

/** A list holds no more rows than its schema allows. */
export const roomFor = ({ maxItems = Infinity }: FieldSchema, given: number): NoRoom | undefined =>
  given > maxItems ? { lacking: 'rows', room: maxItems, given } : undefined;

interface Place {
  readonly row: number;
  /** The part that the first cells go into. */
  readonly part: string;
}

export interface Pasted {
  /** The rows of the list afterwards; those that reach beyond its end lengthened it. */
  readonly rows?: readonly Typed[];
  /** Why nothing was taken. */
  readonly noRoom?: NoRoom;
}

/** What a copied text makes of a list at a place, all of it or nothing; undefined for a text that goes into one input as it is. */
export function pastedInto(
  list: FieldSchema,
  items: readonly Typed[],
  text: string,
  { row, part }: Place,
  thisYear: number,
): Pasted | undefined {
  const of = itemSchema(list);
  const parts = partsOf(of);
  const first = Math.max(
    0,
    parts.findIndex(([name]) => name === part),
  );
  const taking = parts.slice(first);
  const isDayFirst = first === 0 && parts.length > 1 && fieldKind(parts[0]![1]) === 'day';
  const cells = cellsOf(text, isDayFirst);
  const given = Math.max(0, ...cells.map((each) => each.length));
  if ((cells.length < 2 && given < 2) || !taking.slice(0, given).every(isTypedAsText)) return undefined;
  if (given > taking.length) return { noRoom: { lacking: 'columns', room: taking.length, given } };
  const said = withoutHeading(taking[0]![1], cells, thisYear).map((each) => {
    const typed = each.map((cell, at) => [taking[at]![0], typedCell(taking[at]![1], cell, thisYear)] as const);
    return of.properties ? Object.fromEntries(typed) : typed[0]![1];
  });
  const noRoom = roomFor(list, row + said.length);
  return noRoom ? { noRoom } : { rows: laidOver(items, said, row) };
}

function cellsOf(text: string, isDayFirst: boolean): Cells {
  const rows = readClipboard(text).filter((row) => row.some((cell) => cell !== ''));
  return isDayFirst ? rows.map((row) => (row.length === 1 ? dayAndRest(row[0]!) : row)) : rows;
}

function dayAndRest(line: string): readonly string[] {
  const text = line.replace(DAY_WITH_TIME, '$1');
  return DAY_IN_FRONT.exec(text)?.slice(1) ?? [text];
}

function laidOver(items: readonly Typed[], said: readonly Typed[], from: number): readonly Typed[] {
  return Array.from({ length: Math.max(items.length, from + said.length) }, (_, at): Typed => {
    const pasted = said[at - from];
    if (pasted === undefined) return items[at]!;
    return typeof pasted === 'string' ? pasted : { ...asGroup(items[at]), ...asGroup(pasted) };
  });
}

const typedCell = (schema: FieldSchema, cell: string, thisYear: number): string =>
  fieldKind(schema) === 'day' ? asText(readDayCell(cell, thisYear).typed) : cell;

/** A first cell without any digit, where a day stands below it, says what the column is. */
function withoutHeading(first: FieldSchema, cells: Cells, thisYear: number): Cells {
  const [[head = ''] = [], [below = ''] = []] = cells;
  const isAboveDays = fieldKind(first) === 'day' && readDay(typedCell(first, below, thisYear)) !== undefined;
  return isAboveDays && NO_DIGIT.test(head) ? cells.slice(1) : cells;
}
