import { BACKWARDS, END, FORWARDS, type RecordedEvent } from '@eventstore/db-client';
import type { CheckedAppend } from '../checked-append.js';
import type { Expected } from '../event-store.js';
import { StoreFault } from '../store-fault.js';
import { containedClient, ONE_CALL_EACH, type ContainedClient, type Terms } from './contained-client.js';
import { errorType, faultOf } from './faults.js';
import { Intake } from './intake.js';
import { logEvent } from './log-event.js';
import type { LogAppended, LogClient, LogEvent, LogRead, LogSubscription } from './log-client.js';
import { PackageSubscription } from './package-subscription.js';
import { commitAndPrepare, isPlace, placeOf } from './places.js';

/** A page ends when it holds this much, or it would be as large as its events are. */
const PAGE_BYTES = 4 * 1_024 * 1_024;

/** A stream of the package's: its `for await` leaves the call open when it is left early. */
interface Reading extends AsyncIterable<{ readonly event?: RecordedEvent }> {
  on(name: 'error', listener: () => void): unknown;
  destroy(error: Error): unknown;
  cancel(): Promise<void>;
}

/** How long a call may take on the server, and how long a page may be in coming once it has begun. */
export interface CallTimes {
  readonly callMs: number;
  readonly pageMs: number;
}

const EXPECTED = { any: 'any', 'no-stream': 'no_stream', 'stream-exists': 'stream_exists' } as const;
const expectedOf = (expected: Expected) => (typeof expected === 'bigint' ? expected : EXPECTED[expected]);

/** `@eventstore/db-client`. Every call asks for the leader: only there nothing confirmed is missing yet. */
export class PackageClient implements LogClient {
  private readonly contained: ContainedClient;
  private readonly subscriptions = new Set<PackageSubscription>();

  constructor(
    connectionString: string,
    private readonly times: CallTimes,
  ) {
    this.contained = containedClient(connectionString);
  }

  async append({ stream, expected, events }: CheckedAppend): Promise<LogAppended> {
    const proposed = events.map(({ id, type, data, metadata }) => ({
      id,
      type,
      contentType: 'application/json' as const,
      data: JSON.parse(data) as Record<string, unknown>,
      metadata: JSON.parse(metadata) as Record<string, unknown>,
    }));
    const options = { expectedRevision: expectedOf(expected), credentials: ONE_CALL_EACH, ...this.terms() };
    try {
      const { nextExpectedRevision, position } = await this.contained.client.appendToStream(stream, proposed, options);
      return { revision: nextExpectedRevision, place: position && isPlace(position) ? placeOf(position) : undefined };
    } catch (error) {
      if (errorType(error) !== 'wrong-expected-version') throw faultOf(error);
      const { actualVersion } = error as { actualVersion?: unknown };
      throw StoreFault.conflict(stream, expected, typeof actualVersion === 'bigint' ? actualVersion : undefined);
    }
  }

  async readStream(
    stream: string,
    { from, most, backwards }: { readonly from: bigint | undefined; readonly most: number; readonly backwards: boolean },
  ): Promise<LogRead> {
    const intake = new Intake();
    const direction = backwards ? BACKWARDS : FORWARDS;
    const options = { fromRevision: from ?? END, maxCount: most, direction, ...this.terms({ intake }) } as const;
    try {
      return await this.collected(this.contained.client.readStream(stream, options), intake, most);
    } catch (error) {
      if (errorType(error) === 'stream-not-found') return { events: [], more: false };
      throw faultOf(error);
    }
  }

  async readAllBackwards({ from, most }: { readonly from: bigint | undefined; readonly most: number }): Promise<LogRead> {
    const intake = new Intake();
    const fromPosition = from === undefined ? END : commitAndPrepare(from);
    const options = { fromPosition, maxCount: most, direction: BACKWARDS, ...this.terms({ intake }) } as const;
    try {
      return await this.collected(this.contained.client.readAll(options), intake, most);
    } catch (error) {
      throw faultOf(error);
    }
  }

  subscribe({ after, filter }: Parameters<LogClient['subscribe']>[0]): LogSubscription {
    const subscription = new PackageSubscription(this.contained.client, { after, filter });
    this.subscriptions.add(subscription);
    subscription.onEnd = () => this.subscriptions.delete(subscription);
    return subscription;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.close();
    this.contained.dispose();
  }

  private terms(terms: Terms = {}): { readonly requiresLeader: true; readonly deadline: number; readonly terms: Terms } {
    const { callMs } = this.times;
    return { requiresLeader: true, deadline: callMs, terms: { withinMs: callMs, ...terms } };
  }

  /** A page that has begun is never lost: when it breaks off, or takes too long, what has come of it is a page. */
  private async collected(reading: Reading, intake: Intake, most: number): Promise<LogRead> {
    reading.on('error', () => undefined);
    const events: LogEvent[] = [];
    let late = false;
    let whole = false;
    const timer = setTimeout(() => {
      late = true;
      if (events.length > 0) reading.destroy(new Error('The rest of the page takes too long'));
    }, this.times.pageMs);
    try {
      for await (const { event } of reading) {
        if (event) events.push(logEvent(event));
        if (late || intake.received >= PAGE_BYTES) return { events, more: true };
      }
      if (!intake.complete) throw new StoreFault('unavailable', 'The page was broken off');
      whole = true;
      return { events, more: events.length >= most };
    } catch (error) {
      if (events.length > 0 && faultOf(error).kind === 'unavailable') return { events, more: true };
      throw error;
    } finally {
      clearTimeout(timer);
      if (!whole) void reading.cancel().catch(() => undefined);
    }
  }
}
