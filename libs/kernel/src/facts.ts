import { reversedIds } from './corrections.js';
import type { Decider } from './decider.js';
import type { DomainEvent } from './domain-event.js';
import { isKernelEvent } from './kernel-events.js';

/** A stored fact as folding needs it: what happened, from which day it is true, and its id in the whole log. */
export interface Fact extends DomainEvent {
  readonly id: string;
  /** `YYYY-MM-DD`, the day the fact is true from. */
  readonly effectiveOn: string;
}

type Foldable<State, Catalogue> = Pick<Decider<State, Catalogue, unknown>, 'initial' | 'evolve'>;

/** Facts that still stand (not reversed, no kernel events), in canonical order: the same facts in any recording order give the same list. */
export function standing<F extends Fact>(
  decider: { readonly evolve: object },
  facts: readonly F[],
  except?: string,
): readonly F[] {
  const reversed = reversedIds(facts);
  return facts
    .filter((fact) => !isKernelEvent(fact.type) && !reversed.has(fact.id) && fact.id !== except)
    .sort(canonical(decider));
}

/** State is never stored: it is what the standing facts amount to. */
export function fold<State, Catalogue>(
  decider: Foldable<State, Catalogue>,
  facts: readonly Fact[],
  options: { readonly except?: string; readonly until?: string } = {},
): State {
  const chosen = standing(decider, facts, options.except).filter(
    ({ effectiveOn }) => !options.until || effectiveOn <= options.until,
  );
  return evolveAll(decider, chosen);
}

/** Folds facts that are already chosen and ordered. */
export function evolveAll<State, Catalogue>(
  decider: Foldable<State, Catalogue>,
  facts: Iterable<DomainEvent>,
  from: State = decider.initial,
): State {
  let state = from;
  for (const { type, data } of facts) {
    const evolve = decider.evolve[type as keyof Catalogue];
    if (!evolve) throw new Error(`assertion: no evolve row for stored event ${type}`);
    state = evolve(state, data as Catalogue[keyof Catalogue]);
  }
  return state;
}

/** Effective day, then rank of the event's kind (its place in the `evolve` table), then id. */
export function canonical(decider: { readonly evolve: object }): (a: Fact, b: Fact) => number {
  const ranks = new Map(Object.keys(decider.evolve).map((name, rank) => [name, rank]));
  return (a, b) =>
    compare(a.effectiveOn, b.effectiveOn) || (ranks.get(a.type) ?? 0) - (ranks.get(b.type) ?? 0) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
