import { isEventType, isStreamName } from '../checked-append.js';
import type { EventMetadata, FeedFilter, StoredEvent } from '../event-store.js';
import type { LogEvent } from './log-client.js';
import { positions } from './places.js';

/**
 * An event as the port gives it; undefined for what no append through the port can have written: the server's own events,
 * links, and what another program keeps in the same log.
 */
export function storedEvent({ stream, revision, place, id, type, data, metadata }: LogEvent): StoredEvent | undefined {
  if (!isStreamName(stream) || !isEventType(type) || !isObject(data) || !isObject(metadata)) return undefined;
  return { id, type, data, metadata: metadata as EventMetadata, stream, revision, position: positions.text(place) };
}

export function matches({ stream, type }: StoredEvent, { streamPrefixes, eventTypes }: FeedFilter): boolean {
  return (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true) && (eventTypes?.includes(type) ?? true);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
