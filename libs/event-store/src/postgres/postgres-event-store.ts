import { setMaxListeners } from 'node:events';
import { checkAppend, isStreamName } from '../checked-append.js';
import {
  EventStore,
  STORE_LIMITS,
  type Appended,
  type Expected,
  type FeedItem,
  type FeedOptions,
  type NewEvent,
  type Position,
  type StoredEvent,
} from '../event-store.js';
import { feedOf } from '../log-feed.js';
import { readRange, type ReadOptions } from '../read-range.js';
import { StoreFault } from '../store-fault.js';
import { CoalescingWriter, type WriterStats } from './coalescing-writer.js';
import { Database, type PostgresStoreOptions } from './database.js';
import { PostgresTail } from './log-tail.js';
import { Reads } from './reads.js';
import { positions, storedEvent } from './stored-rows.js';
import { StreamPages } from './stream-pages.js';

export type { PostgresStoreOptions } from './database.js';

/** For metrics: what the writer has done, and how many appends wait now. */
export type PostgresStoreStats = Readonly<WriterStats & { waiting: number }>;

/** Few streams are longer, and many readers want the beginning only. */
const FIRST_PAGE = 250;

const LAST_REVISION = `select revision from es.event where stream_no = (select no from es.stream where name = $1)
                       order by revision desc limit 1`;

/** Takes the log's lock and writes nothing: it can be answered only where an append could. */
const EMPTY_BURST = `select * from es.append_burst('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`;

/** The log in the schema `es` of a PostgreSQL database. */
export class PostgresEventStore extends EventStore {
  private readonly closing = new AbortController();
  private readonly database: Database;
  private readonly writer: CoalescingWriter;
  private readonly reads: Reads;
  private readonly pages = new StreamPages((name, text, values) => this.query(name, text, values));

  private constructor(options: PostgresStoreOptions) {
    super();
    setMaxListeners(0, this.closing.signal);
    this.database = new Database(options);
    this.writer = new CoalescingWriter(this.database, positions.text, options.waitingAppends);
    this.reads = new Reads(this.database, options.readConnections);
  }

  /**
   * Brings the schema up to date. While PostgreSQL cannot be reached the store is given all the same: its calls are
   * `unavailable` until it can, and then work; `health()` tells. What waiting cannot mend (a wrong password) is thrown.
   */
  static async open(options: PostgresStoreOptions): Promise<PostgresEventStore> {
    const store = new PostgresEventStore(options);
    await store.database.prepare().catch((error: unknown) => {
      if (!(error instanceof StoreFault) || error.kind !== 'unavailable') throw error;
    });
    return store;
  }

  stats(): PostgresStoreStats {
    return { ...this.writer.stats, waiting: this.writer.waiting };
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Appended> {
    return await this.writer.append(checkAppend(stream, expected, events), signal);
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { from, limit, signal } = readRange(options);
    if (!isStreamName(stream)) return;
    let next = from;
    for (let left = limit; left > 0;) {
      const asked = Math.min(left, next === from ? FIRST_PAGE : STORE_LIMITS.pageEvents);
      const page = { stream, first: next, most: asked };
      const ask = (name: string, text: string, values: readonly unknown[]) => this.query(name, text, values, signal);
      const rows = await (next === from && !signal ? this.pages.first(page) : this.pages.one(page, ask));
      for (const row of rows) {
        if (signal?.aborted) throw StoreFault.abandoned();
        yield storedEvent(row);
      }
      const last = rows.at(-1);
      if (!last || (rows.length < asked && !last[7])) return;
      left -= rows.length;
      next = BigInt(last[2]) + 1n;
    }
  }

  async lastRevision(stream: string): Promise<bigint | undefined> {
    if (!isStreamName(stream)) return undefined;
    const [row] = (await this.query('last-revision', LAST_REVISION, [stream])) as [revision: string][];
    return row && BigInt(row[0]);
  }

  async head(): Promise<Position | undefined> {
    const [row] = (await this.query('head', 'select max(position) from es.event', [])) as [place: string | null][];
    return row?.[0] ? positions.text(row[0]) : undefined;
  }

  async *feed({ after, filter = {}, wanted, follow, signal }: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
    if (this.closing.signal.aborted) throw StoreFault.closed();
    const place = positions.place(after);
    const tail = new PostgresTail(this.database, after, filter, follow, wanted);
    yield* feedOf(tail, { after: place, follow, signals: [signal, this.closing.signal], positions });
  }

  /** `unavailable` also while the server is a standby, or the log is locked for longer than an answer may take. */
  async health(): Promise<void> {
    await this.query('empty-burst', EMPTY_BURST, []);
  }

  /** Takes no more appends, confirms or fails those that wait, ends all feeds. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.writer.close();
    this.reads.close();
  }

  private async query(name: string, text: string, values: readonly unknown[], signal?: AbortSignal): Promise<unknown[][]> {
    return await this.reads.query({ name, text, values }, signal);
  }
}
