import type { NewEvent, StoredEvent } from '@soquy/event-store';
import { dayInVietnam, reservationEvents } from '@soquy/kernel';
import { uuidV5 } from './ids.js';
import { newEvent, type EventSource } from './new-event.js';

/** The system acts; what the event said of its origin holds for its end as well. */
export function systemSource({ metadata }: Pick<StoredEvent, 'metadata'>, commandId: string, now: Date): EventSource {
  const { commandHash, requestId, agencyId, origin } = metadata;
  return { commandId, commandHash, requestId, actor: { personId: 'system', role: 'system' }, agencyId, now, origin };
}

/**
 * What an object is told when a command reserved or claimed something for it and its own facts never came. It bears the
 * command's id, so that a late append conflicts and a retry is told that it comes too late.
 */
export function lapseOf(taken: StoredEvent, objectStream: string, now: Date): NewEvent {
  const { commandId } = taken.metadata;
  const fact = { type: 'ReservationLapsed', data: { boundaryStream: taken.stream, lapsedOn: dayInVietnam(now) } };
  const source = systemSource(taken, commandId, now);
  return newEvent(uuidV5(commandId, objectStream, 'lapsed'), fact, reservationEvents.ReservationLapsed, source);
}
