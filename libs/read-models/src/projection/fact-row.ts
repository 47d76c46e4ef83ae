import type { StoredEvent } from '@soquy/event-store';
import type { FactRow } from '../tables/fact-row.js';
import type { KnownFact } from './known-fact.js';
import { categoryOf, objectIdOf } from './object-history.js';

/** The timeline's row of an event. */
export function factRow(build: number, event: StoredEvent, fact: KnownFact): FactRow {
  const { stream, metadata } = event;
  const { eventId, correctionId } = fact.data as { eventId?: string; correctionId?: string };
  return {
    build,
    eventId: event.id,
    stream,
    category: categoryOf(stream),
    objectId: objectIdOf(stream),
    revision: Number(event.revision),
    position: event.position,
    type: event.type,
    version: fact.version,
    effectiveOn: fact.effectiveOn,
    recordedAt: metadata.recordedAt,
    personId: metadata.actor.personId,
    role: metadata.actor.role,
    onBehalfOf: metadata.actor.onBehalfOf ?? null,
    agencyId: metadata.agencyId,
    evidence: metadata.evidence ?? null,
    reason: metadata.reason ?? null,
    reverses: metadata.reverses ?? (event.type === 'CorrectionApproved' ? eventId! : null),
    correctionId: correctionId ?? null,
    origin: metadata.origin ?? null,
    data: fact.data,
  };
}
