import { isDay, type Quantity, type Words } from '@soquy/kernel';
import type { Catalogue, FieldSchema } from '../api/catalogue.js';
import { withoutUnit } from '../words/without-unit.js';
import { factChoices, factWords, HIDDEN } from './fact-words.js';
import type { NumberUnit } from '../figures/number-units.js';

/** What a recorded value is, so that it can be shown as people read it. */
export type Meaning =
  | { readonly is: 'number'; readonly value: number; readonly unit: NumberUnit }
  | { readonly is: 'quantity'; readonly value: Quantity; readonly unit: NumberUnit }
  | { readonly is: 'day'; readonly value: string }
  | { readonly is: 'words'; readonly value: Words }
  | { readonly is: 'reference'; readonly noun: string; readonly id: string }
  | { readonly is: 'place'; readonly code: string }
  | { readonly is: 'flag'; readonly value: boolean }
  | { readonly is: 'group'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly is: 'list'; readonly value: readonly unknown[] }
  | { readonly is: 'text'; readonly value: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const UNITS: readonly (readonly [ending: RegExp, unit: NumberUnit])[] = [
  [/Vnd$/, 'vnd'],
  [/BasisPoints$/, 'basisPoints'],
  [/Percent$/, 'percent'],
  [/Months$/, 'months'],
  [/(^y|Y)ear$/, 'year'],
];

const unitOf = (field: string): NumberUnit => UNITS.find(([ending]) => ending.test(field))?.[1] ?? 'count';

/** Meaning of a value by the catalogue first, by its name and shape else; `unit` where what stands beside it tells. */
export function meaningOf(catalogue: Catalogue, category: string, field: string, value: unknown, unit?: NumberUnit): Meaning {
  if (Array.isArray(value)) return { is: 'list', value: value as readonly unknown[] };
  if (typeof value === 'object' && value !== null) return ofObject(field, value as Readonly<Record<string, unknown>>);
  if (typeof value === 'number') return { is: 'number', value, unit: unit ?? unitOf(field) };
  if (typeof value === 'boolean') return { is: 'flag', value };
  const text = value as string;
  if (isDay(text)) return { is: 'day', value: text };
  if (/^(TCTK63|QD19-2025):\d{2}$/.test(text)) return { is: 'place', code: text };
  const words = choiceWords(catalogue, category, field, text);
  if (words) return { is: 'words', value: words };
  const noun = referencesIn(catalogue).get(field);
  return noun ? { is: 'reference', noun, id: text } : { is: 'text', value: text };
}

function ofObject(field: string, value: Readonly<Record<string, unknown>>): Meaning {
  const isQuantity = typeof value.value === 'number' && Object.keys(value).every((key) => QUANTITY.has(key));
  if (!isQuantity) return { is: 'group', value };
  return { is: 'quantity', value: value as unknown as Quantity, unit: field === 'revenue' ? 'vnd' : unitOf(field) };
}

const QUANTITY = new Set(['value', 'qualifier', 'valueTo']);

/** `budgetSource` is a `source`: what follows from another object keeps its words. */
function choiceWords(catalogue: Catalogue, category: string, field: string, value: string): Words | undefined {
  const own = catalogue.kindOf(category)?.enums?.[field]?.[value];
  const last = field.replace(/^.*?([A-Z][a-z]*)$/, '$1').toLowerCase();
  if (field === 'command') return catalogue.command(value)?.words;
  const words = own ?? catalogue.enumWords(field, value) ?? catalogue.enumWords(last, value) ?? factChoices[value];
  return words && withoutUnit(words);
}

/** Fields that name the rule whose number stands beside them. */
const RULES = ['ruleId', 'key', 'rule'];
const TOLD_UNITS: readonly (readonly [told: RegExp, unit: NumberUnit])[] = [
  [/\(basis points/, 'basisPoints'],
  [/\(%/, 'percent'],
  [/\(VND\)/, 'vnd'],
  [/\(months\)/, 'months'],
];

/** A rule's numbers are in the unit that its name tells. */
export function unitBeside(catalogue: Catalogue, data: Readonly<Record<string, unknown>>): NumberUnit | undefined {
  const words = RULES.flatMap((field) => catalogue.enumWords(field, String(data[field])) ?? [])[0];
  return words && (TOLD_UNITS.find(([told]) => told.test(words.en))?.[1] ?? 'count');
}

const references = new WeakMap<Catalogue, ReadonlyMap<string, string>>();

/** Field -> list it is looked up in, over all commands. */
function referencesIn(catalogue: Catalogue): ReadonlyMap<string, string> {
  const known = references.get(catalogue);
  if (known) return known;
  const found = new Map<string, string>();
  const gather = ({ properties = {}, items }: FieldSchema): void => {
    for (const [field, schema] of Object.entries(properties)) {
      const refers = schema['x-refers'];
      if (refers && refers !== 'places') found.set(field.replace(/Ids$/, 'Id'), refers);
      gather(schema);
    }
    if (items) gather(items);
  };
  for (const { schema, pathId, pathRefers } of catalogue.answer.commands) {
    if (pathId && pathRefers) found.set(pathId, pathRefers);
    gather(schema);
  }
  references.set(catalogue, found);
  return found;
}

/** What a field is called: by its kind, by any other kind, by what follows; at last by its own name. Units stand at the values. */
export function fieldWords(catalogue: Catalogue, category: string, field: string): Words {
  const own = catalogue.kindOf(category)?.fields[field] ?? factWords[field];
  const other = own ?? catalogue.kinds.find(({ fields }) => fields[field])?.fields[field];
  const { vi, en } = other ?? { vi: spaced(field), en: spaced(field) };
  return withoutUnit({ vi, en });
}

const spaced = (field: string) =>
  field.replace(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`);

/** What of an object or event there is to read: not its own id, not what the page says anyway, nothing empty. */
export function factsToShow(category: string, data: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(data).filter(
    ([field, value]) =>
      !HIDDEN.has(field) &&
      field !== `${category}Id` &&
      value !== undefined &&
      !(field.endsWith('By') && typeof value === 'string' && UUID.test(value)) &&
      !(Array.isArray(value) && value.length === 0),
  );
}
