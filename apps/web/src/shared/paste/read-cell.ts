import type { Words } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import { readDay, showDay } from '../format/days.js';
import { exactMoney } from '../format/money.js';
import type { FieldKind } from '../forms/field-kind.js';
import { readForm } from '../forms/read-form.js';
import { asText, type Typed } from '../forms/typed.js';
import {
  isEitherWay,
  isMonthFirst,
  readChoiceCell,
  readCountCell,
  readDayCell,
  readFlagCell,
  readMoneyCell,
  readQuantityCell,
} from './cells.js';
import type { CheckContext, Note } from './sheet.js';
import { checkedWords } from './check.words.js';
import type { PasteColumn } from './columns.js';
import { legacyFont, toUnicode } from './legacy-text.js';

/** How the cells of one column are read. */
export interface Reader {
  readonly index: number;
  readonly column: PasteColumn;
  readonly kind: FieldKind;
  /** Where its values stand in the body. */
  readonly path: readonly string[];
  /** The schema of a body of this field alone. */
  readonly alone: FieldSchema;
  /** Of amounts that name none. */
  readonly unit: string;
  /** Other cells of the column have the month in front. */
  readonly hasMonthFirst: boolean;
  /** Cells read already: few values stand in many rows. */
  readonly seen: Map<string, CellRead>;
}

export interface CellRead {
  /** As a form would have it typed; undefined where nothing can be made of it. */
  readonly typed: Typed | undefined;
  /** As it is recorded. */
  readonly value?: unknown;
  readonly notes: readonly Note[];
}

type Say = (level: Note['level'], words: Words, more?: Pick<Note, 'moved'>) => void;

/** What a cell says and what is to be said of it; a province is looked up on the day of its row. */
export function readCell(cell: string, reader: Reader, day: string | undefined, context: CheckContext): CellRead {
  const notes: Note[] = [];
  const say: Say = (level, words, more) => notes.push({ level, ...noteAt(reader, words, context), ...more });
  return { typed: typedOf(cell, reader, day, context, say), notes };
}

function noteAt({ index, column: { label } }: Reader, words: Words, { language }: CheckContext): Pick<Note, 'column' | 'text'> {
  return { column: index, text: `${label[language]}: ${words[language]}.` };
}

function typedOf(cell: string, reader: Reader, day: string | undefined, context: CheckContext, say: Say): Typed | undefined {
  const { schema, choices } = reader.column;
  switch (reader.kind) {
    case 'day':
      return readDayOf(cell, reader, context, say);
    case 'quantity':
      return readQuantityCell(cell);
    case 'whole':
      return readCountCell(cell);
    case 'money':
      return readMoneyOf(cell, reader, context, say);
    case 'choice': {
      const value = readChoiceCell(cell, choices!);
      if (schema.enum && !schema.enum.includes(value))
        say('bad', checkedWords.isChoice({ choices: Object.values(schema['x-enum-words'] ?? {}) }));
      return value;
    }
    case 'flag': {
      const value = readFlagCell(cell);
      if (value === undefined) say('bad', checkedWords.isFlag());
      return value;
    }
    case 'place':
      return readPlaceOf(cell, day, context, say);
    default:
      return readTextOf(cell, say);
  }
}

/** An old name after its province went into another is told with what it is now, and not changed by itself. */
function readPlaceOf(cell: string, day: string | undefined, { places }: CheckContext, say: Say): string | undefined {
  if (!places.isThere) {
    say('bad', checkedWords.noPlacesYet());
    return undefined;
  }
  const read = places.read(cell, day);
  if (read && 'code' in read) return read.code;
  if (!read) say('bad', checkedWords.isPlace({ cell }));
  else {
    const { name, since } = read.moved;
    say('bad', checkedWords.moved({ cell, name, since: showDay(since) }), read);
  }
  return undefined;
}

function readDayOf(cell: string, reader: Reader, { today }: CheckContext, say: Say): Typed {
  if (isMonthFirst(cell)) say('bad', checkedWords.monthFirst());
  const { typed, doubt } = readDayCell(cell, Number(today.slice(0, 4)));
  const said = readDay(asText(typed));
  if (!said) return typed;
  const day = showDay(said);
  if (doubt === 'serialDay' || doubt === 'shortYear') say('doubt', checkedWords[doubt]({ day }));
  else if (reader.hasMonthFirst && isEitherWay(cell)) say('doubt', checkedWords.dayOrMonth({ day }));
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
