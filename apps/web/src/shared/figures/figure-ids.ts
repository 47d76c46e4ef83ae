import type { NumberUnit } from './number-units.js';

/** A value as it was recorded in an object: by the field that holds it, of the object or of one event, or by itself where none does. */
export interface FactRef {
  readonly noun: string;
  readonly id: string;
  /** Field of the object's own data, e.g. `principalVnd` or `schedule.0.dueOn`. */
  readonly path?: string;
  /** The event whose data the field is one of; without it the field is one of the object. */
  readonly event?: string;
  readonly value?: number;
  readonly unit?: NumberUnit;
}

const FACT = 'fact:';
const CALC = 'calc:';

/** `fact:loans/<id>/principalVnd`; of one event `fact:loans/<id>/@<event>/amountVnd`; without a field the value itself stands there: `fact:loans/<id>/vnd=200000000`. */
export const factId = ({ noun, id, event, path, value, unit }: FactRef): string =>
  `${FACT}${noun}/${id}/${event === undefined ? '' : `@${event}/`}${path ?? `${unit ?? 'count'}=${value ?? 0}`}`;

export const calcId = (key: string): string => `${CALC}${key}`;

/** What a figure id names; anything that is neither a fact nor a calculation is a question to the API. */
export type FigureTarget =
  | { readonly kind: 'fact'; readonly fact: FactRef }
  | { readonly kind: 'calc'; readonly key: string }
  | { readonly kind: 'figure'; readonly figureId: string };

export function targetOf(id: string): FigureTarget {
  if (id.startsWith(CALC)) return { kind: 'calc', key: id.slice(CALC.length) };
  const fact = id.startsWith(FACT) ? factOf(id.slice(FACT.length)) : undefined;
  return fact ? { kind: 'fact', fact } : { kind: 'figure', figureId: id };
}

function factOf(rest: string): FactRef | undefined {
  const [, noun, id, event, held] = /^([^/]+)\/([^/]+)\/(?:@([^/]+)\/)?(.+)$/.exec(rest) ?? [];
  if (!noun || !id || !held) return undefined;
  if (event) return { noun, id, event, path: held };
  const [, unit, value] = /^([a-zA-Z]+)=(-?\d+(?:\.\d+)?)$/.exec(held) ?? [];
  return unit ? { noun, id, unit: unit as NumberUnit, value: Number(value) } : { noun, id, path: held };
}

/** The value that a field of an object's data holds: `terms.rate` or `items.0.amountVnd`. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((within, name) => (within as Record<string, unknown> | null | undefined)?.[name], data);
}

/** The unit that a field's name tells, as the API's names do: `amountVnd`, `rateBasisPoints`, `termMonths`. */
export function unitOfField(path: string): NumberUnit {
  const name = path.split('.').at(-1)!;
  if (/Vnd$/.test(name)) return 'vnd';
  if (/BasisPoints/.test(name)) return 'basisPoints';
  if (/Months$/.test(name)) return 'months';
  if (/Percent$/.test(name)) return 'percent';
  if (/^year$|Year$/.test(name)) return 'year';
  if (/Days$|^days/.test(name)) return 'day';
  return 'count';
}
