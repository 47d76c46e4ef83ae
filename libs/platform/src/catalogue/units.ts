/** What a number or text of a field is counted in; how it is typed and shown follows from it. */
export type FieldUnit = 'vnd' | 'basisPoints' | 'percent' | 'months' | 'day' | 'quantity' | 'year' | 'count';

/** Names of fields end in their unit, as everywhere. */
const ENDINGS: readonly (readonly [ending: RegExp, unit: FieldUnit])[] = [
  [/Vnd$/, 'vnd'],
  [/BasisPoints$/, 'basisPoints'],
  [/Percent$/, 'percent'],
  [/Months$/, 'months'],
  [/(^y|Y)ear$/, 'year'],
];

/** Lists of days are checked by their pattern. */
const DAY = String.raw`^\d{4}-\d{2}-\d{2}$`;

interface Shape {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly pattern?: unknown;
  readonly items?: Shape;
}

/** Whole numbers that count nothing: they name one of many, or a day of the month. */
const ORDINALS = /(Number|Day)$/;

/** The unit of a field by its name and its schema; none where it is text, a choice, or a number of no fixed unit. */
export function unitOf(field: string, schema: Shape): FieldUnit | undefined {
  const { type, format, pattern } = schema.items ?? schema;
  if (format === 'date' || pattern === DAY) return 'day';
  if (type !== 'integer') return undefined;
  const named = ENDINGS.find(([ending]) => ending.test(field));
  return named?.[1] ?? (ORDINALS.test(field) ? undefined : 'count');
}
