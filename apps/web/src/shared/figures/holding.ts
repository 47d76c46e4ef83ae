import type { EventLine } from '../api/answers.js';

/** The field names under which some data holds a number, at whatever depth. */
export function namesHolding(data: unknown, value: number): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, held]) => (held === value ? [name] : namesHolding(held, value)));
}

export interface Holder<Event> {
  readonly event: Event;
  /** Fields of its data that hold the value. */
  readonly names: readonly string[];
}

/**
 * The events whose data hold a value, the newest standing one first and those taken back last. Where the field is known, events
 * that hold the value under its name come alone: a sum that happens to be equal explains nothing.
 */
export function holdersOf<Event extends EventLine>(
  events: readonly Event[],
  value: number,
  field?: string,
): readonly Holder<Event>[] {
  const holding = events
    .map((event) => ({ event, names: namesHolding(event.data, value) }))
    .filter(({ names }) => names.length > 0);
  const named = field === undefined ? [] : holding.filter(({ names }) => names.includes(field));
  return [...(named.length > 0 ? named : holding)].sort((a, b) => order(a.event, b.event));
}

const isReversed = ({ reversedBy }: EventLine) => reversedBy !== undefined;

const order = (a: EventLine, b: EventLine) =>
  Number(isReversed(a)) - Number(isReversed(b)) || (a.position < b.position ? 1 : a.position > b.position ? -1 : 0);
