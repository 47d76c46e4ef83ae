import { fold, reversedIds, type CorrectionEvents } from '@soquy/kernel';
import { askRule } from '../commands/attempts.js';
import type { StoredFact } from '../commands/stored-facts.js';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';

type Requested = CorrectionEvents['CorrectionRequested'];

/** A request as its stream tells it: what it is about, and the decision if there is one. */
export interface Correction {
  readonly request: StoredFact;
  readonly asked: Requested;
  readonly decision: StoredFact | undefined;
}

export function correctionsIn(facts: readonly StoredFact[]): Correction[] {
  const decisions = new Map(
    facts.filter(({ type }) => type === 'CorrectionApproved' || type === 'CorrectionRejected').map((fact) => [idIn(fact), fact]),
  );
  return facts
    .filter(({ type }) => type === 'CorrectionRequested')
    .map((request) => ({ request, asked: request.data as Requested, decision: decisions.get(idIn(request)) }));
}

const idIn = ({ data }: StoredFact) => (data as Requested).correctionId;

/** The event may be taken back as things stand now. Asked when a correction is requested, and again when it is approved. */
export function assertReversible(feature: Feature, facts: readonly StoredFact[], event: StoredFact): void {
  const { id, type, data } = event;
  if (reversedIds(facts).has(id)) throw Problem.of('AlreadyReversed', { facts: { eventId: id } });
  const rule = feature.decider.reversible[type]; // corrections themselves have no row, so they are never taken back
  if (rule === undefined || rule === 'never') throw Problem.of('NeverReversible', { facts: { eventId: id, type } });
  if (rule === 'always') return;
  askRule(feature, () => rule(fold(feature.decider, facts, { except: id }), data));
}

/** A correction has no day of its own; one that is given must be that of the event. */
export function assertSameDay(given: string | undefined, { effectiveOn }: StoredFact): void {
  if (given !== undefined && given !== effectiveOn) throw Problem.of('CorrectionDay', { facts: { effectiveOn } });
}
