import type { EventMetadata, StoredEvent } from '../event-store.js';
import { positionFormat } from '../position.js';

/** Places in this log. */
export const positions = positionFormat('p');

/** So much of the log is read at once; a single event may be larger than what is left of it. */
export const PAGE_BYTES = 4 * 1_048_576;

/** What every reading selects. */
export const EVENT_COLUMNS = 'position, stream, revision, id, type, data, metadata';

type Row<Json, Metadata> = readonly [
  place: string,
  stream: string,
  revision: string,
  id: string,
  type: string,
  data: Json,
  metadata: Metadata,
];

export type StoredRow = Row<object, EventMetadata>;

/** A row whose JSON is not read yet. */
export type TextRow = Row<string, string>;

export const parsed = ([place, stream, revision, id, type, data, metadata]: TextRow): StoredRow => [
  place,
  stream,
  revision,
  id,
  type,
  JSON.parse(data) as object,
  JSON.parse(metadata) as EventMetadata,
];

export function storedEvent([place, stream, revision, id, type, data, metadata]: readonly [
  ...StoredRow,
  ...unknown[],
]): StoredEvent {
  return { id, type, data, metadata, stream, revision: BigInt(revision), position: positions.text(place) };
}
