import type { CheckedAppend } from '../checked-append.js';
import type { Appended, Expected } from '../event-store.js';
import type { StoreFault } from '../store-fault.js';
import { EXPECTED_CODES } from './append-burst.sql.js';
import type { Statement } from './session.js';

/** What one transaction carries at most. */
const BURST = { requests: 256, bytes: 2 * 1_048_576 } as const;

/** An append whose caller is still waiting. */
export interface PendingAppend {
  readonly request: CheckedAppend;
  /** By `performance.now()`. */
  readonly until: number;
  /** Only the first call counts. */
  readonly settle: (outcome: Appended | StoreFault) => void;
}

/** A row of `es.append_burst`; a conflict has the actual revision (null: no such stream) and no place. */
export type Answer = readonly [outcome: 'written' | 'repeated' | 'conflict', revision: string | null, place: string | null];

/** As many from the front as one transaction takes. A stream's second request waits, and all behind it keep their order. */
export function takeBurst(queue: readonly PendingAppend[]): { readonly burst: PendingAppend[]; readonly rest: PendingAppend[] } {
  const burst: PendingAppend[] = [];
  const rest: PendingAppend[] = [];
  const streams = new Set<string>();
  let bytes = 0;
  let next = 0;
  for (; next < queue.length && burst.length < BURST.requests; next++) {
    const pending = queue[next]!;
    const { stream, bytes: more } = pending.request;
    const fits = burst.length === 0 || bytes + more <= BURST.bytes;
    if (!fits) break;
    if (streams.has(stream)) rest.push(pending);
    else {
      streams.add(stream);
      burst.push(pending);
      bytes += more;
    }
  }
  return { burst, rest: rest.concat(queue.slice(next)) };
}

/** The burst as one call. */
export function burstStatement(burst: readonly PendingAppend[]): Statement {
  const requests = burst.map(({ request }) => request);
  const events = requests.flatMap(({ events: own }, index) =>
    own.map((event, nth) => ({ ...event, request: index + 1, nth: nth + 1 })),
  );
  return {
    name: 'append-burst',
    text: `select * from es.append_burst($1::text[], $2::bigint[], $3::int[],
             $4::int[], $5::int[], $6::uuid[], $7::text[], $8::json[], $9::json[], $10::int[])`,
    values: [
      requests.map(({ stream }) => stream),
      requests.map(({ expected }) => codeOf(expected)),
      requests.map(({ events: own }) => own.length),
      events.map(({ request }) => request),
      events.map(({ nth }) => nth),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ data }) => data),
      events.map(({ metadata }) => metadata),
      events.map(({ bytes }) => bytes),
    ],
  };
}

function codeOf(expected: Expected): string | number {
  return typeof expected === 'bigint' ? String(expected) : EXPECTED_CODES[expected];
}
