import type { CheckedAppend } from '../checked-append.js';
import type { FeedFilter } from '../event-store.js';
import type { StoreFault } from '../store-fault.js';

/** An event as the server holds it, ours or not. */
export interface LogEvent {
  readonly stream: string;
  readonly revision: bigint;
  /** See `places.ts`. */
  readonly place: bigint;
  readonly id: string;
  readonly type: string;
  /** What its JSON says; of anything else the bytes. */
  readonly data: unknown;
  readonly metadata: unknown;
  readonly createdMs: number;
}

/** `more`: the page ended because it was full, or before its end was known; what it holds is whole and in order. */
export interface LogRead {
  readonly events: readonly LogEvent[];
  readonly more: boolean;
}

/** Some answers to an append that was written before do not say where it stands. */
export interface LogAppended {
  readonly revision: bigint;
  readonly place: bigint | undefined;
}

/** What comes out of a subscription, each behind everything the server sent before it. */
export type LogItem =
  | { readonly kind: 'event'; readonly event: LogEvent }
  | { readonly kind: 'checkpoint'; readonly place: bigint }
  | { readonly kind: 'confirmed' | 'caught-up' | 'fell-behind' };

/** A subscription until it ends for whatever reason; it never begins again. */
export interface LogSubscription {
  /** A page of what has come, in its order; empty while there is nothing. What is not taken holds the server back. */
  take(): readonly LogItem[];
  /** Resolves when there is something to take or it has ended; never rejects. */
  changed(): Promise<void>;
  /** Why it has ended; it may hold items all the same. */
  readonly ended: StoreFault | undefined;
  readonly waiting: { readonly events: number; readonly bytes: number };
  close(): void;
}

/**
 * All that is asked of a client package, so that another one can take its place. Calls reject with nothing but `StoreFault`;
 * one without an answer ends by itself a little after the time it was given.
 */
export interface LogClient {
  append(request: CheckedAppend): Promise<LogAppended>;
  /** Unknown streams have no events. `from` is inclusive; undefined is the end, to be read backwards. */
  readStream(
    stream: string,
    range: { readonly from: bigint | undefined; readonly most: number; readonly backwards: boolean },
  ): Promise<LogRead>;
  /** From the end if `from` is undefined; whether the event at `from` itself comes is left open. */
  readAllBackwards(range: { readonly from: bigint | undefined; readonly most: number }): Promise<LogRead>;
  /** Exclusive; 0 is the beginning. What comes is at least what the filter lets through. */
  subscribe(start: { readonly after: bigint; readonly filter: FeedFilter }): LogSubscription;
  /** Ends its subscriptions at once and its connections as soon as nothing needs them. */
  dispose(): void;
}
