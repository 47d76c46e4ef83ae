import type { AllStreamRecordedEvent, RecordedEvent } from '@eventstore/db-client';
import { StoreFault } from '../store-fault.js';
import type { LogEvent } from './log-client.js';
import { placeOf } from './places.js';

/** Event ids are compared as text, and this system writes them in lower case. */
export function logEvent(event: RecordedEvent | AllStreamRecordedEvent): LogEvent {
  const { streamId, revision, id, type, data, metadata, created, position } = event;
  if (!position) throw new StoreFault('unexpected', 'EventStoreDB older than 24.2: events come without their position');
  return {
    stream: streamId,
    revision,
    place: placeOf(position),
    id: id.toLowerCase(),
    type,
    data,
    metadata,
    createdMs: created.getTime(),
  };
}
