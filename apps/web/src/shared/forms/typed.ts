import { numberText, type Language } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import { showDay } from '../format/days.js';
import { showBasisPoints } from './amounts.js';
import { fieldKind, itemSchema } from './field-kind.js';

/** What stands in the inputs of a form, as it was typed: nothing is lost because it cannot be read yet. */
export type Typed = string | readonly Typed[] | TypedGroup;
export interface TypedGroup {
  readonly [field: string]: Typed;
}

export const asText = (typed: Typed | undefined): string => (typeof typed === 'string' ? typed : '');
export const asList = (typed: Typed | undefined): readonly Typed[] => (Array.isArray(typed) ? (typed as readonly Typed[]) : []);
export const asGroup = (typed: Typed | undefined): TypedGroup =>
  typeof typed === 'object' && !Array.isArray(typed) ? (typed as TypedGroup) : {};

/** Nothing was typed in it. */
export function isBlank(typed: Typed | undefined): boolean {
  if (typed === undefined) return true;
  if (typeof typed === 'string') return typed.trim() === '';
  return (Array.isArray(typed) ? (typed as readonly Typed[]) : Object.values(typed)).every(isBlank);
}

/** A value as somebody would have typed it. */
export function typedOf(schema: FieldSchema, value: unknown, language: Language): Typed {
  const kind = fieldKind(schema);
  if (value === undefined || value === null) return '';
  if (kind === 'group' || kind === 'quantity') return typedGroup(schema, value as object, language);
  if (kind === 'references') return (value as readonly string[]).slice();
  if (kind === 'list') return (value as readonly unknown[]).map((each) => typedOf(itemSchema(schema), each, language));
  if (kind === 'day') return showDay(value as string);
  if (kind === 'basisPoints') return showBasisPoints(Number(value), language);
  if (kind === 'year' || typeof value !== 'number') return String(value as string | boolean | number);
  return numberText(value, language, MOST_DECIMALS);
}

const MOST_DECIMALS = 6;

/** Fields the schema does not know are left out: a value from elsewhere may hold more. */
export function typedGroup(schema: FieldSchema, values: object, language: Language): TypedGroup {
  const fields = Object.entries(schema.properties ?? {}).filter(([field]) => field in values);
  return Object.fromEntries(fields.map(([field, of]) => [field, typedOf(of, values[field as keyof typeof values], language)]));
}

/** The same with another value at a place: `['balances', '0', 'amountVnd']`. */
export function withTyped(typed: Typed | undefined, [first, ...rest]: readonly string[], value: Typed): Typed {
  if (first === undefined) return value;
  if (Array.isArray(typed)) {
    const list = [...(typed as readonly Typed[])];
    list[Number(first)] = withTyped(list[Number(first)], rest, value);
    return list;
  }
  const group = asGroup(typed);
  return { ...group, [first]: withTyped(group[first], rest, value) };
}
