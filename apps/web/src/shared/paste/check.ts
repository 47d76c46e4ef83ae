import type { Language, Words } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import { readDay } from '../format/days.js';
import { exactMoney } from '../format/money.js';
import { fieldKind } from '../forms/field-kind.js';
import { readForm } from '../forms/read-form.js';
import { asText, withTyped, type Typed, type TypedGroup } from '../forms/typed.js';
import {
  isEitherWay,
  isMonthFirst,
  readChoiceCell,
  readCountCell,
  readDayCell,
  readFlagCell,
  readMoneyCell,
  readQuantityCell,
  unitOfHeading,
} from './cells.js';
import { checkedWords } from './check.words.js';
import type { Mapping, PasteColumn } from './columns.js';
import { legacyFont, toUnicode } from './legacy-text.js';
import type { PlaceNames } from './places.js';

/** A row as it was pasted; its number stays with it. */
export interface PasteRow {
  readonly id: number;
  readonly cells: readonly string[];
}

/** What is to be said of a row, at a cell or at the row as a whole. */
export interface Note {
  readonly level: 'bad' | 'doubt';
  /** Index of the column it is about; undefined where no column holds it. */
  readonly column?: number;
  readonly text: string;
  /** What is recorded already. */
  readonly known?: { readonly id: string; readonly noun: string; readonly title: string };
}

export interface CheckedRow {
  readonly id: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

export interface Sheet {
  readonly rows: readonly PasteRow[];
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** Typed once for all rows; a cell with something in it wins. */
  readonly common: TypedGroup;
}

export interface CheckContext {
  readonly schema: FieldSchema;
  readonly columns: readonly PasteColumn[];
  readonly places: PlaceNames;
  readonly language: Language;
  readonly today: string;
}

interface Reader {
  readonly index: number;
  readonly column: PasteColumn;
  readonly unit: string;
  /** Other cells of the column have the month in front. */
  readonly hasMonthFirst: boolean;
  /** Choices read already: few values stand in many rows. */
  readonly known: Map<string, string>;
}

/** Checks every row against the schema of its command, with the words that the form has for it. */
export function checkSheet(sheet: Sheet, context: CheckContext): readonly CheckedRow[] {
  const readers = readersOf(sheet, context);
  const asked = askedOf(sheet, context.schema, readers);
  return sheet.rows.map((row) => checkRow(row, sheet.common, readers, asked, context));
}

function readersOf({ rows, headings, mapping }: Sheet, { columns }: CheckContext): readonly Reader[] {
  const byPointer = new Map(columns.map((column) => [column.pointer, column]));
  return mapping
    .flatMap((pointer, index): Reader[] => {
      const column = pointer === null ? undefined : byPointer.get(pointer);
      if (!column) return [];
      const kind = fieldKind(column.schema);
      const hasMonthFirst = kind === 'day' && rows.some(({ cells }) => isMonthFirst(cells[index]!));
      return [
        { index, column, unit: kind === 'money' ? unitOfHeading(headings[index] ?? '') : '', hasMonthFirst, known: new Map() },
      ];
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Provinces are looked up by the day of their row, which is read first. */
const rank = ({ column }: Reader) => (fieldKind(column.schema) === 'place' ? 1 : 0);

/** Only what is pasted, typed for all or required is read, so that a row costs what it holds. */
function askedOf({ common }: Sheet, schema: FieldSchema, readers: readonly Reader[]): FieldSchema {
  const fields = new Set([...readers.map(({ column }) => column.pointer.split('/')[1]!), ...Object.keys(common)]);
  const required = schema.required ?? [];
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([field]) => fields.has(field) || required.includes(field)),
    ),
  };
}

function checkRow(
  { id, cells }: PasteRow,
  common: TypedGroup,
  readers: readonly Reader[],
  asked: FieldSchema,
  context: CheckContext,
): CheckedRow {
  const { language } = context;
  const notes: Note[] = [];
  const say = (reader: Reader, level: Note['level'], words: Words) =>
    notes.push({ level, column: reader.index, text: `${reader.column.label[language]}: ${words[language]}.` });
  let typed: Typed = common;
  for (const reader of readers) {
    const cell = cells[reader.index]!;
    if (cell === '') continue;
    const read = readCell(cell, reader, asText((typed as TypedGroup).effectiveOn), context, (level, words) =>
      say(reader, level, words),
    );
    if (read !== undefined) typed = withTyped(typed, reader.column.pointer.split('/').slice(1), read);
  }
  const { values, problems } = readForm(asked, typed, language);
  for (const { pointer, detail } of problems) {
    const reader = readers.find(({ column }) => pointer === column.pointer || pointer.startsWith(`${column.pointer}/`));
    if (reader && notes.some(({ level, column }) => level === 'bad' && column === reader.index)) continue;
    notes.push({ level: 'bad', text: detail, ...(reader && { column: reader.index }) });
  }
  return { id, values, notes };
}

type Say = (level: Note['level'], words: Words) => void;

function readCell(cell: string, reader: Reader, day: string, context: CheckContext, say: Say): Typed | undefined {
  const { schema, choices } = reader.column;
  switch (fieldKind(schema)) {
    case 'day':
      return readDayOf(cell, reader, context, say);
    case 'quantity':
      return readQuantityCell(cell);
    case 'whole':
      return readCountCell(cell);
    case 'money':
      return readMoneyOf(cell, reader, context, say);
    case 'choice': {
      const value = reader.known.get(cell) ?? readChoiceCell(cell, choices!);
      reader.known.set(cell, value);
      if (schema.enum && !schema.enum.includes(value))
        say('bad', checkedWords.isChoice({ choices: Object.values(schema['x-enum-words'] ?? {}) }));
      return value;
    }
    case 'flag': {
      const value = readFlagCell(cell);
      if (value === undefined) say('bad', checkedWords.isFlag());
      return value;
    }
    case 'place': {
      const code = context.places.codeOf(cell, day === '' ? context.today : readDay(day));
      if (code === undefined) say('bad', checkedWords.isPlace({ cell }));
      return code;
    }
    default:
      return readTextOf(cell, say);
  }
}

function readDayOf(cell: string, reader: Reader, { today }: CheckContext, say: Say): Typed {
  if (isMonthFirst(cell)) say('bad', checkedWords.monthFirst());
  const { typed, doubt } = readDayCell(cell, Number(today.slice(0, 4)));
  const day = asText(typed);
  if (doubt === 'serialDay' || doubt === 'shortYear') {
    if (readDay(day)) say('doubt', checkedWords[doubt]({ day }));
  } else if (reader.hasMonthFirst && isEitherWay(cell)) say('doubt', checkedWords.dayOrMonth({ day }));
  return typed;
}

const LOOKS_GROUPED = /^\d{1,3}[.,]\d{3}$/;

/** "67.175" under "triệu đồng" may be read two ways, so that it is told which it was. */
function readMoneyOf(cell: string, { unit, column }: Reader, { language }: CheckContext, say: Say): Typed {
  const text = readMoneyCell(cell, unit);
  if (unit && LOOKS_GROUPED.test(cell)) {
    const { amount } = readForm({ properties: { amount: column.schema } }, { amount: text }, language).values;
    if (typeof amount === 'number') say('doubt', checkedWords.scaled({ amount: exactMoney(amount, language) }));
  }
  return text;
}

function readTextOf(cell: string, say: Say): Typed {
  const font = legacyFont(cell);
  if (font) say('doubt', checkedWords.legacy({ font, text: toUnicode(cell, font) }));
  return cell;
}
