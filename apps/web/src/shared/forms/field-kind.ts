import type { FieldSchema } from '../api/catalogue.js';

/** How a field is typed in. */
export type FieldKind =
  | 'money'
  | 'whole'
  | 'number'
  | 'basisPoints'
  | 'percent'
  | 'year'
  | 'day'
  | 'quantity'
  | 'reference'
  | 'references'
  | 'place'
  | 'choice'
  | 'flag'
  | 'text'
  | 'longText'
  | 'group'
  | 'list';

const LONG_TEXT = 500;

const BY_UNIT: Readonly<Record<string, FieldKind>> = {
  vnd: 'money',
  basisPoints: 'basisPoints',
  percent: 'percent',
  year: 'year',
  day: 'day',
  months: 'whole',
  count: 'whole',
};

/** What a field is typed in by, from its schema alone: a new kind of support needs no new form. */
export function fieldKind(schema: FieldSchema): FieldKind {
  const { type, items, properties } = schema;
  const refers = schema['x-refers'];
  const unit = schema['x-unit'];
  if (unit === 'quantity') return 'quantity';
  if (items) return refers && !items.properties ? 'references' : 'list';
  if (properties) return 'group';
  if (refers) return refers === 'places' ? 'place' : 'reference';
  if (schema.enum) return 'choice';
  if (type === 'boolean') return 'flag';
  if (unit !== undefined && BY_UNIT[unit]) return BY_UNIT[unit];
  if (type === 'integer') return 'whole';
  if (type === 'number') return 'number';
  return (schema.maxLength ?? 0) >= LONG_TEXT ? 'longText' : 'text';
}

/** The schema of one of a list: it is counted and looked up as the list says. */
export function itemSchema(list: FieldSchema): FieldSchema {
  const { 'x-unit': unit, 'x-refers': refers, 'x-words': words } = list;
  return {
    ...(words && { 'x-words': words }),
    ...(unit && { 'x-unit': unit }),
    ...(refers && { 'x-refers': refers }),
    ...list.items,
  };
}
