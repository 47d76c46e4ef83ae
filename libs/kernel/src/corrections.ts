import type { EventCatalogue } from './catalogue.js';
import type { DomainEvent } from './domain-event.js';

/** What is to be recorded instead: a command of the same slice with its fields, as they were sent. */
export interface Replacement {
  readonly command: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

// Storage format of the one correction mechanism; these events stand in the corrected object's own stream.
export interface CorrectionEvents {
  CorrectionRequested: {
    correctionId: string;
    eventId: string;
    eventType: string;
    replacement?: Replacement;
    requestedBy: string;
    requestedOn: string;
  };
  CorrectionApproved: { correctionId: string; eventId: string; eventType: string; approvedOn: string };
  CorrectionRejected: { correctionId: string; eventId: string; eventType: string; rejectedOn: string };
}

/** A mistake's reversal takes the original's effective day: `approvedOn` and the others hold that day (domain.md I7). */
export const correctionEvents: EventCatalogue<CorrectionEvents> = {
  CorrectionRequested: { version: 1, effectiveOn: 'requestedOn' },
  CorrectionApproved: { version: 1, effectiveOn: 'approvedOn' },
  CorrectionRejected: { version: 1, effectiveOn: 'rejectedOn' },
};

/**
 * `never`: the fact cannot be taken back by a correction. `always`: it can. A function: it is given the state refolded
 * without the fact and the fact's data, and throws a refusal while a dependent fact stands.
 */
export type Reversible<State, Data> = 'never' | 'always' | ((without: State, data: Readonly<Data>) => void);

/** Ids of the events that an approved correction has taken back. */
export function reversedIds(facts: Iterable<DomainEvent>): ReadonlySet<string> {
  const reversed = new Set<string>();
  for (const { type, data } of facts)
    if (type === 'CorrectionApproved') reversed.add((data as CorrectionEvents['CorrectionApproved']).eventId);
  return reversed;
}
