import type { FieldSchema } from '../api/catalogue.js';

export interface FieldPlace {
  readonly field: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
}

/** What a form asks for: what must be there, what may, and what it is based on. */
export interface FormLayout {
  readonly main: readonly FieldPlace[];
  readonly details: readonly FieldPlace[];
  readonly basis: readonly FieldPlace[];
}

const BASIS = new Set(['evidence', 'reason']);
/** Who and what it is about is asked before how much and when; a list with a number for each is of how much. */
const rank = ({ field, schema }: FieldPlace) =>
  schema['x-refers'] && !schema.items?.properties ? 0 : field === 'effectiveOn' ? 2 : 1;

interface Options {
  readonly hidden: ReadonlySet<string>;
  /** The agency is asked of those who work for several, when something new begins. */
  readonly asksAgency: boolean;
}

/** Orders the fields of a command; within each part they stay as the slice wrote them. */
export function layoutOf(schema: FieldSchema, { hidden, asksAgency }: Options): FormLayout {
  const places = Object.entries(schema.properties ?? {})
    .filter(([field]) => !hidden.has(field) && (field !== 'agencyId' || asksAgency))
    .map(([field, of]) => ({ field, schema: of, required: schema.required?.includes(field) ?? false }));
  const isMain = (place: FieldPlace) => place.required || place.field === 'agencyId' || place.field === 'effectiveOn';
  const sorted = (some: readonly FieldPlace[]) => [...some].sort((a, b) => rank(a) - rank(b));
  return {
    main: sorted(places.filter(isMain)),
    details: sorted(places.filter((place) => !isMain(place) && !BASIS.has(place.field))),
    basis: places.filter((place) => !isMain(place) && BASIS.has(place.field)),
  };
}
