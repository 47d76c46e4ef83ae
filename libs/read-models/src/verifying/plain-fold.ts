import type { StoredEvent } from '@soquy/event-store';
import { evolveAll, kernelEvents, standing, upcast, type Fact } from '@soquy/kernel';
import type { ProjectedSlice } from '../projected-slice.js';

/** What one object's read rows must come to. */
export interface ObjectTruth {
  /** Sums by metric, as `value unknown weight`; metrics that come to nothing are left out. */
  readonly sums: ReadonlyMap<string, string>;
  /** What is known now, day by day. */
  readonly states: readonly ObjectState[];
  readonly facts: number;
}

export interface ObjectState {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly status: string;
  readonly row: unknown;
}

/** Straight from an object's events by the definitions alone; shares no code with projecting. */
export function plainFold(slice: ProjectedSlice, events: readonly StoredEvent[]): ObjectTruth {
  const facts = events.map((event) => asFact(slice, event));
  const sums = new Map<string, [value: number, unknown: number, weight: number]>();
  const byDay = new Map<string, unknown>();
  let state = slice.decider.initial;
  for (const fact of standing(slice.decider, facts)) {
    state = evolveAll(slice.decider, [fact], state);
    byDay.set(fact.effectiveOn, state);
    for (const { metric, amount } of slice.outcomes.on[fact.type]!(fact.data, state)) {
      const [value, unknown, weight] = sums.get(metric) ?? [0, 0, 0];
      sums.set(metric, [value + (amount === 'unknown' ? 0 : amount.value), unknown + (amount === 'unknown' ? 1 : 0), weight + 1]);
    }
  }
  const days = [...byDay.keys()];
  const states = days.map((from, index) => {
    const on = byDay.get(from);
    const { title, status } = slice.summary(on);
    return {
      from,
      to: days[index + 1] ?? 'infinity',
      title,
      status,
      row: plainJson((slice.kept ?? slice.row ?? ((state) => state))(on)),
    };
  });
  return { sums: new Map([...sums].map(([metric, sum]) => [metric, sum.join(' ')])), states, facts: facts.length };
}

function asFact(slice: ProjectedSlice, { id, type, data, metadata }: StoredEvent): Fact {
  const row = { ...kernelEvents, ...slice.events }[type];
  if (!row) throw new Error(`assertion: ${slice.noun} knows no event ${type}`);
  return { id, type, effectiveOn: metadata.effectiveOn, data: upcast(row, metadata.schemaVersion, data) };
}

/** As it comes back from a table. */
const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
