import type { EventLine } from '../api/answers.js';
import { valueAt, type FactRef } from './figure-ids.js';

const isPlace = (name: string) => /^\d+$/.test(name);
/** A quantity holds its number under these, a rule its value. */
const OF_QUANTITY = new Set(['value', 'valueTo']);

/** The field names on the way to each place in which some data holds a number; places in lists go unnamed. */
function waysTo(data: unknown, value: number, way: readonly string[] = []): readonly (readonly string[])[] {
  if (data === value) return [way];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, held]) => waysTo(held, value, isPlace(name) ? way : [...way, name]));
}

/** What such a way is called: a quantity by its own field. */
const nameOf = (way: readonly string[]): string => way.findLast((name) => !OF_QUANTITY.has(name)) ?? way.at(-1) ?? '';

/** The field names under which some data holds a number, at whatever depth. */
export const namesHolding = (data: unknown, value: number): readonly string[] => waysTo(data, value).map(nameOf);

export interface Holder<Event> {
  readonly event: Event;
  /** Fields of its data that hold the value. */
  readonly names: readonly string[];
}

/** A value of an object: the path in its row, with that row; a value of one event: the path in its data. */
type Held = Pick<FactRef, 'path' | 'event'> & { readonly data?: unknown };

/**
 * The events that made a value, the newest standing one first and those taken back last: the event itself where the number is one of
 * its own; of those that hold it under the name of the field, the ones that say most of what stands beside it in the object. A
 * total has no such event, and one of equal amount explains nothing. Without a path all events that hold the number come.
 */
export function holdersOf<Event extends EventLine>(
  events: readonly Event[],
  value: number,
  { path, event: eventId, data }: Held = {},
): readonly Holder<Event>[] {
  if (path !== undefined && eventId !== undefined)
    return events
      .filter((event) => event.eventId === eventId && valueAt(event.data, path) === value)
      .map((event) => ({ event, names: [nameOf(path.split('.').filter((name) => !isPlace(name)))] }));
  const holding = events.map((event) => ({ event, ways: waysTo(event.data, value) })).filter(({ ways }) => ways.length > 0);
  const made = path === undefined ? holding : madeBy(holding, path, data);
  return made
    .map(({ event, ways }) => ({ event, names: [...new Set(ways.map(nameOf))] }))
    .sort((a, b) => order(a.event, b.event));
}

interface Holding<Event> {
  readonly event: Event;
  readonly ways: readonly (readonly string[])[];
}

/** Those that hold it under the field's name, and of them those that agree most with what stands beside it. */
function madeBy<Event extends EventLine>(holding: readonly Holding<Event>[], path: string, data: unknown) {
  const { name, beside } = placeOf(path, data);
  const scored = holding
    .map(({ event, ways }) => ({ event, ways: ways.filter((way) => nameOf(way) === name), score: agreeing(event, beside) }))
    .filter(({ ways }) => ways.length > 0);
  const most = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === most);
}

/** The field that a path leads to, and the plain values that stand beside it. */
function placeOf(path: string, data: unknown) {
  const names = path.split('.');
  while (isPlace(names.at(-1) ?? '')) names.pop();
  if (OF_QUANTITY.has(names.at(-1)!) && names.length > 1 && !isPlace(names.at(-2)!)) names.pop();
  const within = names.slice(0, -1);
  const group = within.length === 0 ? data : valueAt(data, within.join('.'));
  return { name: names.at(-1), beside: Object.entries(group ?? {}).filter(([, value]) => typeof value !== 'object') };
}

/** How many of them an event says too; its day goes by many names. */
const agreeing = ({ data = {}, effectiveOn }: EventLine, beside: readonly (readonly [string, unknown])[]): number =>
  beside.filter(([name, value]) => value === effectiveOn || says(data, name, value)).length;

const says = (data: unknown, name: string, value: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.entries(data).some(([key, held]) => (key === name && held === value) || says(held, name, value));

const isReversed = ({ reversedBy }: EventLine) => reversedBy !== undefined;

const order = (a: EventLine, b: EventLine) =>
  Number(isReversed(a)) - Number(isReversed(b)) || (a.position < b.position ? 1 : a.position > b.position ? -1 : 0);
