/** Opaque text whose byte order is log order; a prefix names the store (`m-`, `p-`, `e-`). Never parse it outside its adapter. */
export type Position = string;

/** Who did it: a person in one role, perhaps for another. Never a name: names live in accounts and the vault. */
export interface EventActor {
  readonly personId: string;
  readonly role: string;
  readonly onBehalfOf?: string;
}

/** Written beside every event from version 1 on: what is not recorded today cannot be added later. */
export interface EventMetadata {
  readonly commandId: string;
  readonly commandHash: string;
  readonly requestId: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: EventActor;
  readonly agencyId: string;
  /** RFC 3339 instant of our clock; order comes from positions alone. */
  readonly recordedAt: string;
  /** `YYYY-MM-DD`, computed from the catalogue's field. */
  readonly effectiveOn: string;
  /** `YYYY-MM` the fact is posted to. */
  readonly postingPeriod: string;
  readonly budgetYear: number;
  readonly schemaVersion: number;
  readonly evidence?: object;
  /** Event id that this one takes back. */
  readonly reverses?: string;
  readonly reason?: string;
  /** Human code of a new object, on its first event only: `LTH-2026-0045`. */
  readonly objectCode?: string;
  /** On an event in a boundary stream: the stream of the object the reservation is for. */
  readonly reservedFor?: string;
  /** Demo and opening scenarios mark what they invented. */
  readonly origin?: 'demo' | 'demo-invented';
}

export interface NewEvent {
  /** v5 uuid, unique in the whole log. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** Where an append ended: the last event's number in its stream and its place in the log. */
export interface Appended {
  readonly revision: bigint;
  readonly position: Position;
}

export interface StoredEvent extends NewEvent, Appended {
  readonly stream: string;
}

/**
 * `no-stream`: must be new. `stream-exists`: must not. `any`: no check. A number: exactly this revision. Repeats are known for good
 * with `no-stream` and a number; with the other two only until the store is started again, so nothing may rely on it.
 */
export type Expected = bigint | 'no-stream' | 'stream-exists' | 'any';

export interface FeedFilter {
  /** A stream belongs if it begins with one of these. */
  readonly streamPrefixes?: readonly string[];
  readonly eventTypes?: readonly string[];
}

/** A checkpoint says: everything up to here that matches has been delivered. Caught-up: so has everything that was there. */
export type FeedItem =
  | { readonly kind: 'events'; readonly events: readonly [StoredEvent, ...StoredEvent[]] }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up'; readonly position: Position | undefined };

export interface FeedOptions {
  /** Exclusive. */
  readonly after?: Position | undefined;
  readonly filter?: FeedFilter;
  /** A log may pass over events of other streams unread; it need not, so who asks looks again. */
  readonly wanted?: (stream: string) => boolean;
  /** true: goes on with what comes later; false: ends when caught up. */
  readonly follow: boolean;
  readonly signal?: AbortSignal;
}

/** Limits every adapter keeps (architecture.md section 4). */
export const STORE_LIMITS = { appendBytes: 1_048_576, pageEvents: 2_000 } as const;

/**
 * The log. No deletes, no multi-stream writes, no links: PostgreSQL must not offer more than EventStoreDB can.
 * Throws nothing but `StoreFault`. The contract suite in `test/contract` says exactly what each call owes.
 */
export abstract class EventStore {
  /** All events become visible together, or none. At least one event. */
  abstract append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Appended>;
  /** Forwards from a revision (inclusive, default 0); an unknown stream yields nothing. */
  abstract readStream(
    stream: string,
    options?: { readonly from?: bigint; readonly limit?: number; readonly signal?: AbortSignal },
  ): AsyncIterable<StoredEvent>;
  /** Undefined for an unknown stream. */
  abstract lastRevision(stream: string): Promise<bigint | undefined>;
  /** Position of the last event of the log; undefined when empty. */
  abstract head(): Promise<Position | undefined>;
  abstract feed(options: FeedOptions): AsyncIterable<FeedItem>;
  /** Resolves when the store can take appends; otherwise throws `unavailable` within a stated bound. */
  abstract health(): Promise<void>;
  /** What this process's side of the store has done since it was opened, by the name its metric carries. */
  abstract stats(): Readonly<Record<string, number>>;
  abstract close(): Promise<void>;
}
