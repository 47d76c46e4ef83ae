import type { StoredEvent } from '@soquy/event-store';
import { evolveAll, isKernelEvent, type CorrectionEvents } from '@soquy/kernel';
import { additions, type Addition } from './additions.js';
import type { KnownFact } from './known-fact.js';
import type { ObjectHistory, Step } from './object-history.js';
import type { Target } from './target.js';

/** A refolded step beside what its fact added before (undefined: it is new) and adds now. */
export interface Refolded {
  readonly step: Step;
  readonly before: readonly Addition[] | undefined;
  readonly now: readonly Addition[];
}

/** What one event does to an object's steps: those from `at` on give way to the refolded ones. */
export interface Change {
  readonly event: StoredEvent;
  readonly fact: KnownFact;
  readonly at: number;
  /** The object's rows are rewritten from this day on; undefined: the event changes no state. */
  readonly day: string | undefined;
  readonly withdrawn: { readonly fact: KnownFact; readonly additions: readonly Addition[] } | undefined;
  readonly refolded: readonly Refolded[];
  /** A fact taken back before it was known. */
  readonly reversedAhead?: string;
}

/** What an event changes; undefined where the part of the history that was kept does not reach back far enough. */
export function changeBy(target: Target, history: ObjectHistory, event: StoredEvent, fact: KnownFact): Change | undefined {
  if (fact.type === 'CorrectionApproved') return withdrawal(target, history, event, fact);
  if (isKernelEvent(fact.type) || history.reversedAhead?.has(fact.id)) return unchanged(history, event, fact);
  const { steps, whole } = history;
  let at = steps.length;
  while (at > 0 && target.order(fact, steps[at - 1]!.fact) < 0) at -= 1;
  if (at === 0 && !whole) return undefined;
  const refolded = refold(target, history, at, [fact, ...steps.slice(at).map((step) => step.fact)]);
  return { event, fact, at, day: fact.effectiveOn, withdrawn: undefined, refolded };
}

/** A correction takes one step out; what followed is refolded without it. */
function withdrawal(target: Target, history: ObjectHistory, event: StoredEvent, fact: KnownFact): Change | undefined {
  const { steps, whole, objectId } = history;
  const { eventId } = fact.data as CorrectionEvents['CorrectionApproved'];
  const at = steps.findIndex((step) => step.fact.id === eventId);
  if (at <= 0 && !whole) return undefined;
  if (at < 0) return { ...unchanged(history, event, fact), reversedAhead: eventId };
  const { fact: mistaken, state } = steps[at]!;
  const withdrawn = { fact: mistaken, additions: additions(target.slice, objectId, mistaken, state) };
  const refolded = refold(
    target,
    history,
    at,
    steps.slice(at + 1).map((step) => step.fact),
  );
  return { event, fact, at, day: mistaken.effectiveOn, withdrawn, refolded };
}

const unchanged = ({ steps }: ObjectHistory, event: StoredEvent, fact: KnownFact): Change => ({
  event,
  fact,
  at: steps.length,
  day: undefined,
  withdrawn: undefined,
  refolded: [],
});

/** Facts in canonical order, folded on from the step before `at`. */
function refold({ slice }: Target, { steps, objectId }: ObjectHistory, at: number, facts: readonly KnownFact[]): Refolded[] {
  const earlier = at < steps.length ? new Map(steps.slice(at).map((step) => [step.fact.id, step])) : undefined;
  let state = at > 0 ? steps[at - 1]!.state : slice.decider.initial;
  return facts.map((fact) => {
    state = evolveAll(slice.decider, [fact], state);
    const old = earlier?.get(fact.id);
    return {
      step: { fact, state, entries: old?.entries ?? 0 },
      before: old && additions(slice, objectId, fact, old.state),
      now: additions(slice, objectId, fact, state),
    };
  });
}
