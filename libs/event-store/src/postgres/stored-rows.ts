import type { EventMetadata, StoredEvent } from '../event-store.js';
import { STORE_LIMITS } from '../event-store.js';
import { positionFormat } from '../position.js';

/** Places in this log. */
export const positions = positionFormat('p');

/** A page ends behind the event that crosses this, so that large events cannot fill the memory. */
const PAGE_BYTES = 4 * 1_048_576;

/** What `page` limits: the events `e` of some condition, and the expression that gives their stream's name. */
interface PageSource {
  readonly from: string;
  readonly name: string;
  readonly order: 'position' | 'revision';
  readonly limit: string | number;
}

/** SQL for the events of a source in their order, as many as a page may hold; always at least one. */
export const page = ({ from, name, order, limit }: PageSource) => `
select position, name, revision, id, type, data, metadata, before + bytes as page_bytes
from (
  select e.*, ${name} as name, sum(e.bytes) over (order by e.${order} rows unbounded preceding) - e.bytes as before
  from ${from} order by e.${order} limit ${limit}
) events where before < ${PAGE_BYTES} order by ${order}`;

export type StoredRow = readonly [
  place: string,
  stream: string,
  revision: string,
  id: string,
  type: string,
  data: object,
  metadata: EventMetadata,
  pageBytes: string,
];

export function storedEvent([place, stream, revision, id, type, data, metadata]: StoredRow): StoredEvent {
  return { id, type, data, metadata, stream, revision: BigInt(revision), position: positions.text(place) };
}

/** A page that was cut, by number or by size: there may be more behind it. */
export function isFull(rows: readonly StoredRow[]): boolean {
  return rows.length === STORE_LIMITS.pageEvents || Number(rows.at(-1)?.[7] ?? 0) >= PAGE_BYTES;
}
