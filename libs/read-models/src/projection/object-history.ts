import type { StoredEvent } from '@soquy/event-store';
import type { KnownFact } from './known-fact.js';
import type { Shown, Target } from './target.js';

/** A standing fact in its canonical place, and the state it led to. */
export interface Step {
  readonly fact: KnownFact;
  readonly state: unknown;
  /** Entry rows that stand under this fact's id so far: the number of its next one. */
  entries: number;
  /** Worked out once: several rows say it. */
  shown?: Shown;
}

export const shownOf = ({ shown }: Target, step: Step): Shown => (step.shown ??= shown(step.state));

/** What never changes about an object: it comes from the first event of its stream. */
export interface Birth {
  readonly position: string;
  readonly agencyId: string;
  readonly code: string;
  readonly origin: string | undefined;
}

/**
 * An object as its facts known so far make it. The steps may begin late in the object's life, to bound memory: then the
 * first one is an anchor that nothing may be put before.
 */
export interface ObjectHistory {
  readonly stream: string;
  readonly objectId: string;
  readonly birth: Birth;
  /** Of the last event taken in. */
  revision: bigint;
  readonly steps: Step[];
  /** False once early steps have been let go. */
  whole: boolean;
  /** What searches compare of it, and the text that is folded so: most facts leave it as it is. */
  searched?: { readonly text: string; readonly folded: string };
  /** Facts taken back before they were known. */
  reversedAhead?: Set<string>;
}

/** The object before its first event, which is the one given. */
export function newHistory({ stream, position, metadata, revision }: StoredEvent): ObjectHistory {
  const objectId = objectIdOf(stream);
  const { agencyId, objectCode, origin } = metadata;
  const birth = { position, agencyId, code: objectCode ?? objectId, origin };
  return { stream, objectId, birth, revision: revision - 1n, steps: [], whole: true };
}

/** The first dash ends the category. */
export const categoryOf = (stream: string): string => stream.slice(0, Math.max(0, stream.indexOf('-')));
export const objectIdOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Steps kept when a history is shortened, and how long it may grow before. */
const KEPT_STEPS = 8;
const MOST_STEPS = 2 * KEPT_STEPS;

/** Lets early steps go; the last day stays in full behind the anchor, since its facts are not recorded in canonical order. */
export function shorten(history: ObjectHistory): void {
  const { steps } = history;
  if (steps.length <= MOST_STEPS) return;
  let first = steps.length - KEPT_STEPS;
  while (first > 0 && steps[first - 1]!.fact.effectiveOn === steps[first]!.fact.effectiveOn) first -= 1;
  if (first <= 1) return;
  steps.splice(0, first - 1);
  history.whole = false;
}

/** Lets all go but the newest state, from which the next fact goes on unless it is put before the last. */
export function keepLast(history: ObjectHistory): void {
  if (history.steps.length <= 1) return;
  history.steps.splice(0, history.steps.length - 1);
  history.whole = false;
}
