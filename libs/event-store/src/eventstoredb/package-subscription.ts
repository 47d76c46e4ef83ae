import {
  eventTypeFilter,
  excludeSystemEvents,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { STORE_LIMITS, type FeedFilter } from '../event-store.js';
import { StoreFault } from '../store-fault.js';
import type { Terms } from './contained-client.js';
import { faultOf } from './faults.js';
import { Intake } from './intake.js';
import type { LogItem, LogSubscription } from './log-client.js';
import { logEvent } from './log-event.js';
import { commitAndPrepare, placeOf, type CommitAndPrepare } from './places.js';

/** What may wait here for a slow consumer, and what one page may hold; each may be exceeded by one event. */
const ROOM_BYTES = 2 * 1_024 * 1_024;

/** A checkpoint comes after so many events that the filter holds back. */
const CHECKPOINT_EVENTS = 500;

/** Checkpoints and the news of having caught up come past the package's own queue; they wait for what was sent before. */
interface Mark {
  readonly behind: number;
  readonly item: LogItem;
}

/** A subscription of the package's with its two ways out, events and notices, put in one order again. */
export class PackageSubscription implements LogSubscription {
  onEnd: () => void = () => {};
  private readonly stream: AllStreamSubscription;
  private readonly intake = new Intake(ROOM_BYTES);
  private readonly marks: Mark[] = [];
  private taken = 0;
  private fault: StoreFault | undefined;
  private wake = () => {};

  constructor(client: EventStoreDBClient, { after, filter }: { readonly after: bigint; readonly filter: FeedFilter }) {
    const terms: Terms = { intake: this.intake };
    const options = {
      fromPosition: after === 0n ? START : commitAndPrepare(after),
      filter: serverFilter(filter, (position) => this.mark({ kind: 'checkpoint', place: placeOf(position) })),
      requiresLeader: true,
      terms,
    } as const;
    this.stream = client.subscribeToAll(options, { highWaterMark: STORE_LIMITS.pageEvents });
    this.stream
      .on('confirmation', () => this.mark({ kind: 'confirmed' }))
      .on('caughtUp', () => this.mark({ kind: 'caught-up' }))
      .on('fellBehind', () => this.mark({ kind: 'fell-behind' }))
      .on('readable', () => this.wake())
      // An error that nobody listens to would end the process, and one may come long after this has been closed.
      .on('error', (error) => this.end(faultOf(error)))
      .on('end', () => this.end(new StoreFault('unavailable', 'EventStoreDB has ended the subscription')))
      .on('close', () => this.end(new StoreFault('unavailable', 'The subscription to EventStoreDB was closed')));
  }

  get ended(): StoreFault | undefined {
    return this.fault;
  }

  get waiting(): { readonly events: number; readonly bytes: number } {
    return this.intake.waiting;
  }

  take(): readonly LogItem[] {
    const items: LogItem[] = [];
    for (let bytes = 0; items.length < STORE_LIMITS.pageEvents && bytes < ROOM_BYTES;) {
      if (this.marks[0] && this.marks[0].behind <= this.taken) {
        items.push(this.marks.shift()!.item);
        continue;
      }
      const resolved = this.stream.read() as AllStreamResolvedEvent | null;
      if (resolved === null) break;
      this.taken++;
      bytes += this.intake.take();
      if (resolved.event) items.push({ kind: 'event', event: logEvent(resolved.event) });
    }
    return items;
  }

  changed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.fault || this.stream.readableLength > 0 || this.marks.length > 0) resolve();
      else this.wake = resolve;
    });
  }

  close(): void {
    this.end(new StoreFault('unavailable', 'The subscription was given up'));
    void this.stream.unsubscribe().catch(() => undefined);
    this.stream.destroy();
  }

  /** Behind what waits now; what has been taken may still be on its way to the consumer, but before this. */
  private mark(item: LogItem): void {
    this.marks.push({ behind: this.taken + this.stream.readableLength, item });
    this.wake();
  }

  private end(fault: StoreFault): void {
    this.fault ??= fault;
    this.onEnd();
    this.wake();
  }
}

/** One filter is all a server takes, and names match by their beginning; the rest is done where the events arrive. */
function serverFilter({ streamPrefixes, eventTypes }: FeedFilter, onCheckpoint: (position: CommitAndPrepare) => void) {
  const options = {
    maxSearchWindow: CHECKPOINT_EVENTS,
    checkpointInterval: 1,
    checkpointReached: (_: unknown, position: CommitAndPrepare) => onCheckpoint(position),
  };
  if (areNames(streamPrefixes)) return streamNameFilter({ ...options, prefixes: [...streamPrefixes] });
  if (areNames(eventTypes)) return eventTypeFilter({ ...options, prefixes: [...eventTypes] });
  return excludeSystemEvents(options);
}

const areNames = (prefixes: readonly string[] | undefined): prefixes is readonly string[] =>
  prefixes !== undefined && prefixes.length > 0 && prefixes.every((prefix) => prefix !== '');
