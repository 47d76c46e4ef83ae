import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, type FeedFilter, type Position } from '../event-store.js';
import type { LogPage, LogTail } from '../log-feed.js';
import { beyondTheLog } from '../position.js';
import { pause, retrying } from '../retrying.js';
import { StoreFault } from '../store-fault.js';
import { CHANNEL } from './append-burst.sql.js';
import type { Database } from './database.js';
import type { Session } from './session.js';
import { isFull, page, positions, storedEvent, type StoredRow } from './stored-rows.js';

/** A wake-up can be lost with its connection, so the log is looked at this often in any case. */
const POLL_MS = 1_000;
/** Places looked through at once where only some events are wanted. */
const SCAN = 20_000;

/** `$1` after, `$2` up to, `$3` types, `$4` prefixes. */
const PAGE = page({
  from: `es.event e join es.stream s on s.no = e.stream_no
         where e.position > $1 and e.position <= $2
           and ($3::text[] is null or e.type = any ($3))
           and ($4::text[] is null or exists (select from unnest($4) prefix where starts_with(s.name, prefix)))`,
  name: 's.name',
  order: 'position',
  limit: STORE_LIMITS.pageEvents,
});

/** The end of the log over a connection of one feed's own, which is replaced whenever it breaks. */
export class PostgresTail implements LogTail {
  private readonly closing = new AbortController();
  private session: Session | undefined;
  private head = 0n;
  private stirred = false;
  private wake = () => {};

  constructor(
    private readonly database: Database,
    private readonly start: Position | undefined,
    private readonly filter: FeedFilter,
    private readonly follow: boolean,
  ) {}

  /** A feed that follows waits for PostgreSQL as long as it takes; one that does not gives up like any other read. */
  async page(after: bigint): Promise<LogPage> {
    const { signal } = this.closing;
    const work = () => this.attempt(after);
    if (!this.follow) return await retrying(work, { withinMs: this.database.answerWithinMs, signals: [signal] });
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof StoreFault) || error.kind !== 'unavailable' || signal.aborted) throw error;
        await pause(attempt, signal);
      }
    }
  }

  async changed(): Promise<void> {
    if (this.stirred) return;
    const waited = new AbortController();
    const woken = new Promise<void>((resolve) => (this.wake = resolve));
    await Promise.race([woken, sleep(POLL_MS, undefined, { signal: waited.signal }).catch(() => undefined)]);
    waited.abort();
  }

  close(): void {
    this.closing.abort();
    this.session?.giveUp();
    this.wake();
  }

  /** The head is asked first: what is visible up to there can neither change nor grow any more. */
  private async attempt(after: bigint): Promise<LogPage> {
    const session = await this.connected();
    this.stirred = false;
    if (this.head <= after) this.head = await headOf(session);
    const { streamPrefixes = null, eventTypes = null } = this.filter;
    const wide = streamPrefixes || eventTypes ? SCAN : STORE_LIMITS.pageEvents;
    const scanned = this.head - after > wide ? after + BigInt(wide) : this.head;
    if (scanned <= after) return { events: [], upTo: after, more: false };
    const values = [String(after), String(scanned), eventTypes, streamPrefixes];
    const rows = (await session.query({ name: 'page', text: PAGE, values })) as unknown as readonly StoredRow[];
    const upTo = isFull(rows) ? BigInt(rows.at(-1)![0]) : scanned;
    return { events: rows.map(storedEvent), upTo, more: upTo < this.head };
  }

  private async connected(): Promise<Session> {
    if (this.session?.open) return this.session;
    const session = await this.database.session('feed');
    session.onChange = () => {
      this.stirred = true;
      this.wake();
    };
    try {
      if (this.closing.signal.aborted) throw StoreFault.abandoned();
      if (this.follow) await session.query({ text: `listen ${CHANNEL}` });
      this.head = await headOf(session);
      if (positions.place(this.start) > this.head) throw beyondTheLog(this.start!);
    } catch (error) {
      session.giveUp();
      throw error;
    }
    return (this.session = session);
  }
}

async function headOf(session: Session): Promise<bigint> {
  const [[head]] = (await session.query({ name: 'head', text: 'select coalesce(max(position), 0) from es.event' })) as [[string]];
  return BigInt(head);
}
