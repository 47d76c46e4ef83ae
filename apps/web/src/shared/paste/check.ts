import type { FieldSchema } from '../api/catalogue.js';
import type { FieldProblem } from '../api/problem.js';
import { fieldKind } from '../forms/field-kind.js';
import { readForm } from '../forms/read-form.js';
import { asText, isBlank, withTyped, type Typed, type TypedGroup } from '../forms/typed.js';
import { isMonthFirst, unitOfHeading } from './cells.js';
import { checkedWords } from './check.words.js';
import { readCell, type CellRead, type Reader } from './read-cell.js';
import type { PasteRow, Note, CheckedRow, Sheet, CheckContext } from './sheet.js';

/** What is the same for every row. */
interface Plan {
  readonly context: CheckContext;
  readonly common: TypedGroup;
  readonly readers: readonly Reader[];
  /** Columns that are each a part of one field: number and day of a document. */
  readonly groups: ReadonlyMap<string, readonly Reader[]>;
  /** What a row without cells of its own would record, and what is said of it. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly lacks: readonly { readonly field: string; readonly note: Note }[];
}

/** Checks every row against the schema of its command, with the words that the form has for it. */
export function checkSheet(sheet: Sheet, context: CheckContext): readonly CheckedRow[] {
  const plan = planOf(sheet, context);
  return sheet.rows.map((row) => checkRow(row, plan));
}

const fieldOf = (pointer: string) => pointer.split('/')[1]!;

function planOf(sheet: Sheet, context: CheckContext): Plan {
  const all = readersOf(sheet, context);
  const { common } = sheet;
  const { values, problems } = readForm(askedOf(sheet, context.schema, all), common, context.language);
  const parts = all.filter(({ path }) => path.length > 1);
  return {
    context,
    common,
    readers: all.filter(({ path }) => path.length === 1),
    groups: new Map(parts.map(({ path: [field] }) => [field!, parts.filter(({ path }) => path[0] === field)])),
    values,
    lacks: problems.map((problem) => ({ field: fieldOf(problem.pointer), note: noteOf(problem, all) })),
  };
}

function readersOf({ rows, headings, mapping }: Sheet, { columns, schema }: CheckContext): readonly Reader[] {
  const byPointer = new Map(columns.map((column) => [column.pointer, column]));
  return mapping
    .flatMap((pointer, index): Reader[] => {
      const column = pointer === null ? undefined : byPointer.get(pointer);
      if (!column) return [];
      const kind = fieldKind(column.schema);
      const hasMonthFirst = kind === 'day' && [...new Set(rows.map(({ cells }) => cells[index]!))].some(isMonthFirst);
      const unit = kind === 'money' ? unitOfHeading(headings[index] ?? '') : '';
      const path = column.pointer.split('/').slice(1);
      return [{ index, column, kind, path, alone: onlyField(schema, path[0]!), unit, hasMonthFirst, seen: new Map() }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Provinces are looked up by the day of their row, which is read first. */
const rank = ({ kind }: Reader) => (kind === 'place' ? 1 : 0);

/** Only what is pasted, typed for all or required is read, so that a row costs what it holds. */
function askedOf({ common }: Sheet, schema: FieldSchema, readers: readonly Reader[]): FieldSchema {
  const fields = new Set([...readers.map(({ path }) => path[0]!), ...Object.keys(common)]);
  const required = schema.required ?? [];
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(([field]) => fields.has(field) || required.includes(field)),
    ),
  };
}

function noteOf({ pointer, detail }: FieldProblem, readers: readonly Reader[]): Note {
  const reader = readers.find(({ column }) => pointer === column.pointer || pointer.startsWith(`${column.pointer}/`));
  return { level: 'bad', text: detail, ...(reader && { column: reader.index }) };
}

function checkRow({ id, cells }: PasteRow, plan: Plan): CheckedRow {
  const values = { ...plan.values };
  const notes: Note[] = [];
  const given: string[] = [];
  const take = (field: string, value: unknown) => {
    given.push(field);
    values[field] = value;
  };
  for (const reader of plan.readers) {
    const cell = cells[reader.index]!;
    if (cell === '') continue;
    const read = seenCell(cell, reader, reader.kind === 'place' ? dayOf(values, given, plan) : undefined, plan.context);
    if (read.typed !== undefined && isBlank(read.typed)) continue;
    take(reader.path[0]!, read.value);
    if (read.notes.length > 0) notes.push(...read.notes);
  }
  for (const [field, parts] of plan.groups) {
    const read = readGroup(cells, field, parts, plan);
    if (!read) continue;
    take(field, read.value);
    notes.push(...read.notes);
  }
  for (const { field, note } of plan.lacks) if (!given.includes(field)) notes.push(note);
  notes.push(...placesOfAll(values, given, plan));
  return { id, values, notes };
}

/** The day a province is looked up on: that of the row, or today where none is asked for. */
function dayOf(values: Readonly<Record<string, unknown>>, given: readonly string[], { common, context }: Plan) {
  if (typeof values.effectiveOn === 'string') return values.effectiveOn;
  return given.includes('effectiveOn') || asText(common.effectiveOn) !== '' ? undefined : context.today;
}

/** What a cell says does not depend on its row, a province aside: that one depends on the list of its day. */
function seenCell(cell: string, reader: Reader, day: string | undefined, context: CheckContext): CellRead {
  const key = day === undefined ? cell : `${context.places.listOn(day)} ${cell}`;
  const known = reader.seen.get(key);
  if (known) return known;
  const { typed, notes } = readCell(cell, reader, day, context);
  const read = typed === undefined ? { typed, notes } : { typed, ...readValue(typed, reader, notes, context) };
  reader.seen.set(key, read);
  return read;
}

function readValue(typed: Typed, reader: Reader, notes: readonly Note[], { language }: CheckContext) {
  const field = reader.path[0]!;
  const { values, problems } = readForm(reader.alone, { [field]: typed }, language);
  const isBad = notes.some(({ level }) => level === 'bad');
  return {
    value: values[field],
    notes: isBad ? notes : [...notes, ...problems.slice(0, 1).map((problem) => noteOf(problem, [reader]))],
  };
}

const onlyField = ({ properties, required = [] }: FieldSchema, field: string): FieldSchema => ({
  properties: { [field]: properties![field]! },
  required: required.filter((each) => each === field),
});

/** A field whose parts stand in columns of their own; undefined where the row says nothing of it. */
function readGroup(cells: PasteRow['cells'], field: string, parts: readonly Reader[], { context, common }: Plan) {
  const notes: Note[] = [];
  let typed: Typed = common;
  for (const reader of parts) {
    const cell = cells[reader.index]!;
    if (cell === '') continue;
    const read = readCell(cell, reader, undefined, context);
    notes.push(...read.notes);
    if (read.typed !== undefined) typed = withTyped(typed, reader.path, read.typed);
  }
  if (typed === common && notes.length === 0) return undefined;
  const { values, problems } = readForm(parts[0]!.alone, typed, context.language);
  for (const problem of problems) {
    const note = noteOf(problem, parts);
    if (!notes.some(({ level, column }) => level === 'bad' && column === note.column)) notes.push(note);
  }
  return { value: values[field], notes };
}

/** A province chosen for all rows must be one on the day of each. */
function placesOfAll(values: Readonly<Record<string, unknown>>, given: readonly string[], plan: Plan): readonly Note[] {
  const { places, schema, language } = plan.context;
  return Object.keys(plan.common).flatMap((field): Note[] => {
    const code = values[field];
    const isPlace = typeof code === 'string' && schema.properties?.[field]?.['x-refers'] === 'places';
    if (!isPlace || given.includes(field)) return [];
    const day = dayOf(values, given, plan);
    if (!places.isThere || places.codeOf(code, day) !== undefined) return [];
    return [{ level: 'bad', text: `${checkedWords.otherList({ name: places.nameOf(code) ?? code })[language]}.` }];
  });
}
