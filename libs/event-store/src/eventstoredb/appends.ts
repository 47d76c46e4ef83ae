import type { CheckedAppend } from '../checked-append.js';
import type { Expected } from '../event-store.js';
import { StoreFault } from '../store-fault.js';
import type { LogAppended, LogClient, LogEvent, LogRead } from './log-client.js';

const PAGE = 250;
const MOST_DOUBTFUL = 10_000;

/** How an append reaches the server; each call is answered in time and tried once. */
export type Ask = <Answer>(work: (client: LogClient) => Promise<Answer>) => Promise<Answer>;

/** Appends that may have been written or not, for their callers may come with them again. The oldest are forgotten. */
export class Doubts {
  private readonly keys = new Set<string>();

  has(request: CheckedAppend): boolean {
    return this.keys.has(keyOf(request));
  }

  add(request: CheckedAppend): void {
    this.keys.delete(keyOf(request));
    this.keys.add(keyOf(request));
    if (this.keys.size <= MOST_DOUBTFUL) return;
    const [oldest] = this.keys;
    this.keys.delete(oldest!);
  }

  settle(request: CheckedAppend): void {
    this.keys.delete(keyOf(request));
  }
}

const keyOf = ({ stream, events }: CheckedAppend): string => `${stream} ${events[0]!.id}`;

/**
 * One append until its outcome is known. The server recognises a repeat by itself only behind an exact revision; what was
 * sent with `any` or `stream-exists` it remembers for as long as it runs. So before an append is sent again the stream is
 * looked through for its ids, and from then on it names the revision up to which they were not found: whatever arrives
 * first, the lost attempt or the new one, the other is seen to be a repeat.
 */
export class PendingAppend {
  private expected: Expected;
  /** With `any` and `stream-exists`: how far the stream has been looked through. */
  private searched = -1n;
  private doubtful: boolean;

  constructor(
    private readonly request: CheckedAppend,
    private readonly ask: Ask,
    private readonly doubts: Doubts,
    private readonly onRecovered: () => void,
  ) {
    this.expected = request.expected;
    this.doubtful = doubts.has(request);
  }

  /** `unavailable`: to be attempted again. */
  async attempt(): Promise<LogAppended & { readonly place: bigint }> {
    const { stream } = this.request;
    const repeated = this.doubtful;
    if (repeated) {
      const found = await this.find();
      if (found) return found;
    }
    this.doubtful = true;
    this.doubts.add(this.request);
    try {
      const { revision, place } = await this.ask((client) => client.append({ ...this.request, expected: this.expected }));
      const result = { revision, place: place ?? (await this.placeAt(revision)) };
      this.doubts.settle(this.request);
      return result;
    } catch (error) {
      if (!(error instanceof StoreFault) || error.kind === 'unavailable') throw error;
      if (error.kind !== 'conflict') {
        this.doubts.settle(this.request);
        throw error;
      }
      const found = repeated ? await this.find() : undefined;
      if (found) return found;
      if (this.expected !== this.request.expected) throw new StoreFault('unavailable', `Others append to ${stream}`);
      const actual = error.actual ?? (await this.lastRevision());
      this.doubts.settle(this.request);
      throw StoreFault.conflict(stream, this.request.expected, actual);
    }
  }

  /** Where its events stand, if they do. */
  private async find(): Promise<(LogAppended & { readonly place: bigint }) | undefined> {
    const { expected } = this.request;
    const last =
      expected === 'any' || expected === 'stream-exists'
        ? await this.findAnywhere()
        : await this.findFrom(expected === 'no-stream' ? 0n : expected + 1n);
    if (!last) return undefined;
    this.doubts.settle(this.request);
    this.onRecovered();
    return { revision: last.revision, place: last.place };
  }

  private async findFrom(from: bigint): Promise<LogEvent | undefined> {
    const { stream, events: ours } = this.request;
    const events: LogEvent[] = [];
    for (let next = from; ; next = events.at(-1)!.revision + 1n) {
      const page = await this.read({ stream, from: next, most: ours.length - events.length, backwards: false });
      events.push(...page.events);
      if (!page.more || events.length >= ours.length || page.events.length === 0) break;
    }
    return ours.every(({ id }, index) => events[index]?.id === id) ? events[ours.length - 1] : undefined;
  }

  /** From the end back to where the last search began. */
  private async findAnywhere(): Promise<LogEvent | undefined> {
    const { stream, expected, events: ours } = this.request;
    const indexes = new Map(ours.map(({ id }, index) => [id, index]));
    let newest: bigint | undefined;
    for (let from: bigint | undefined; ;) {
      const { events, more } = await this.read({ stream, from, most: PAGE, backwards: true });
      newest ??= events[0]?.revision;
      for (const { id, revision } of events) {
        const index = indexes.get(id);
        if (index === undefined || revision <= this.searched) continue;
        const first = revision - BigInt(index);
        const last = first < 0n ? undefined : await this.findFrom(first);
        if (last) return last;
        throw StoreFault.conflict(stream, expected, newest);
      }
      const oldest = events.at(-1)?.revision;
      if (!more || oldest === undefined || oldest <= this.searched || oldest === 0n) break;
      from = oldest - 1n;
    }
    this.searched = newest ?? -1n;
    if (newest !== undefined || expected === 'any') this.expected = newest ?? 'no-stream';
    return undefined;
  }

  private async placeAt(revision: bigint): Promise<bigint> {
    const { stream } = this.request;
    const { events } = await this.read({ stream, from: revision, most: 1, backwards: false });
    if (events[0]?.revision !== revision) throw new StoreFault('unavailable', `${stream} ends before revision ${revision}`);
    return events[0].place;
  }

  private async lastRevision(): Promise<bigint | undefined> {
    const { stream } = this.request;
    return (await this.read({ stream, from: undefined, most: 1, backwards: true })).events[0]?.revision;
  }

  private read({
    stream,
    ...range
  }: {
    stream: string;
    from: bigint | undefined;
    most: number;
    backwards: boolean;
  }): Promise<LogRead> {
    return this.ask((client) => client.readStream(stream, range));
  }
}
