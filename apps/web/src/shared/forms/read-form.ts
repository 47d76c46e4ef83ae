import type { Language, Words } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import type { FieldProblem } from '../api/problem.js';
import { readDay } from '../format/days.js';
import { readBasisPoints, readMoney, readNumber } from './amounts.js';
import { checkWords } from './check-words.js';
import { fieldKind, itemSchema } from './field-kind.js';
import { labelOf } from './labels.js';
import { asGroup, asList, asText, isBlank, type Typed } from './typed.js';

export interface ReadForm {
  /** What can be read of it; the whole body where there are no problems. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
}

interface Place {
  readonly pointer: string;
  readonly label: string;
  readonly language: Language;
  readonly problems: FieldProblem[];
}

const DAYS = { first: '1900-01-01', last: '2199-12-31' };
const HASH = /^[0-9a-f]{64}$/i;

/** Reads a form as it was typed; says what is wrong with the same words, at the same fields, as the API would. */
export function readForm(schema: FieldSchema, typed: Typed, language: Language): ReadForm {
  const problems: FieldProblem[] = [];
  const values = readGroup(schema, typed, { pointer: '', label: '', language, problems });
  return { values: values as ReadForm['values'], problems };
}

const complain = (at: Place, code: keyof typeof checkWords, ...args: number[]): undefined =>
  complainOf(at, code, (checkWords[code] as (...limits: number[]) => Words)(...args));

function complainOf({ pointer, label, language, problems }: Place, code: string, words: Words): undefined {
  problems.push({ pointer, code, detail: `${label}: ${words[language]}.` });
}

function readGroup(schema: FieldSchema, typed: Typed | undefined, at: Place): Record<string, unknown> {
  const group = asGroup(typed);
  const read: Record<string, unknown> = {};
  for (const [field, of] of Object.entries(schema.properties ?? {})) {
    const place = { ...at, pointer: `${at.pointer}/${field}`, label: labelOf(of, field, at.language) };
    const value = readField(of, group[field], place, schema.required?.includes(field) ?? false);
    if (value !== undefined) read[field] = value;
  }
  return read;
}

function readField(schema: FieldSchema, typed: Typed | undefined, at: Place, required: boolean): unknown {
  if (isBlank(typed) && !(required && fieldKind(schema) === 'group')) return blank(schema, at, required);
  switch (fieldKind(schema)) {
    case 'group':
      return readGroup(schema, typed, at);
    case 'quantity':
      return readQuantity(schema, typed, at);
    case 'list':
      return readList(schema, typed, at);
    case 'references':
      return limited(schema, asList(typed), at);
    default:
      return readText(schema, asText(typed).normalize('NFC').trim(), at);
  }
}

function blank(schema: FieldSchema, at: Place, required: boolean): unknown {
  if (!required) return undefined;
  if (schema.items && !schema.minItems) return [];
  return complain(at, 'required');
}

const limited = <Item>({ minItems = 0, maxItems = Infinity }: FieldSchema, items: readonly Item[], at: Place) => {
  if (items.length < minItems) return complain(at, 'arrayMinSize', minItems);
  return items.length > maxItems ? complain(at, 'arrayMaxSize', maxItems) : items;
};

function readList(schema: FieldSchema, typed: Typed | undefined, at: Place): unknown {
  const of = itemSchema(schema);
  const all = asList(typed);
  // A row that Enter began and nobody wrote in is none.
  const rows = all.slice(0, all.findLastIndex((each) => !isUntouched(each)) + 1);
  const items = rows.map((each, index) => readField(of, each, { ...at, pointer: `${at.pointer}/${index}` }, true));
  return limited(schema, items, at);
}

const isUntouched = (typed: Typed): boolean => typed === '' || (typeof typed === 'object' && Object.keys(typed).length === 0);

/** Exact numbers are recorded plainly; only a range has an upper end. */
function readQuantity(schema: FieldSchema, typed: Typed | undefined, at: Place): unknown {
  const { value, valueTo, qualifier } = asGroup(typed);
  const isRange = qualifier === 'range';
  if (isBlank(value) && isBlank(valueTo)) return undefined;
  const { value: from, valueTo: to } = schema.properties ?? {};
  const read = readField(from ?? {}, value, { ...at, pointer: `${at.pointer}/value` }, true);
  const upper = { ...at, pointer: `${at.pointer}/valueTo` };
  const readTo = isRange ? readField(to ?? {}, valueTo, upper, true) : undefined;
  if (typeof read === 'number' && typeof readTo === 'number' && readTo < read) return complain(upper, 'belowValue');
  const told = asText(qualifier);
  return { value: read, ...(told && told !== 'exact' && { qualifier: told }), ...(isRange && { valueTo: readTo }) };
}

function readText(schema: FieldSchema, text: string, at: Place): unknown {
  const { language } = at;
  switch (fieldKind(schema)) {
    case 'money':
      return within(schema, readMoney(text, language) ?? complain(at, 'isMoney'), at);
    case 'whole':
      return within(schema, readMoney(text, language) ?? complain(at, 'isInt'), at);
    case 'percent':
      return within(schema, readMoney(text.replace('%', ''), language) ?? complain(at, 'isInt'), at);
    case 'basisPoints':
      return pointsWithin(schema, readBasisPoints(text, language) ?? complain(at, 'isPercent'), at);
    case 'number':
      return within(schema, readNumber(text, language, true) ?? complain(at, 'isNumber'), at);
    case 'year':
      return /^\d{4}$/.test(text) ? within(schema, Number(text), at) : complain(at, 'isYear');
    case 'day':
      return realDay(text, at);
    case 'flag':
      return text === 'true';
    case 'choice':
      return schema.enum?.includes(text) ? text : complain(at, 'isIn');
    default:
      return readPlain(schema, text, at);
  }
}

function within({ minimum = -Infinity, maximum = Infinity }: FieldSchema, value: number | undefined, at: Place) {
  if (value === undefined) return undefined;
  if (value < minimum) return complain(at, 'min', minimum);
  return value > maximum ? complain(at, 'max', maximum) : value;
}

/** The limits of a rate are told as it is typed. */
function pointsWithin({ minimum = -Infinity, maximum = Infinity }: FieldSchema, points: number | undefined, at: Place) {
  if (points === undefined) return undefined;
  if (points < minimum) return complain(at, 'min', minimum / 100);
  return points > maximum ? complain(at, 'max', maximum / 100) : points;
}

function realDay(text: string, at: Place) {
  const day = readDay(text);
  return day !== undefined && day >= DAYS.first && day <= DAYS.last ? day : complain(at, 'isDay');
}

function readPlain(schema: FieldSchema, text: string, at: Place) {
  const { minLength = 0, maxLength = Infinity, pattern, 'x-pattern-words': form = checkWords.matches() } = schema;
  const length = [...text].length;
  if (length < minLength && maxLength !== Infinity) return complain(at, 'isLength', minLength, maxLength);
  if (length > maxLength)
    return minLength ? complain(at, 'isLength', minLength, maxLength) : complain(at, 'maxLength', maxLength);
  if (pattern && !expression(pattern).test(text)) return complainOf(at, 'matches', form);
  if (at.pointer.endsWith('Sha256') && !HASH.test(text)) return complain(at, 'isHash');
  return text;
}

const expressions = new Map<string, RegExp>();

/** The expression of a schema's pattern, made once. */
function expression(pattern: string): RegExp {
  const made = expressions.get(pattern) ?? new RegExp(pattern);
  expressions.set(pattern, made);
  return made;
}
