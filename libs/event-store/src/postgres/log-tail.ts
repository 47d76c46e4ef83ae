import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, type FeedFilter, type Position } from '../event-store.js';
import type { LogPage, LogTail } from '../log-feed.js';
import { beyondTheLog } from '../position.js';
import { patiently } from '../retrying.js';
import { StoreFault } from '../store-fault.js';
import { CHANNEL } from './append-burst.sql.js';
import type { Database } from './database.js';
import type { Session } from './session.js';
import { EVENT_COLUMNS, PAGE_BYTES, parsed, positions, storedEvent, type TextRow } from './stored-rows.js';

/** A wake-up can be lost with its connection, so the log is looked at this often in any case. */
const POLL_MS = 1_000;
/** How many places a page may cover: the first number whose events are not too large together; the last always is. */
const SPANS = [STORE_LIMITS.pageEvents, 250, 30, PAGE_BYTES / STORE_LIMITS.appendBytes];

/** The head, and up to where a page behind `$1` reaches. What is visible up to the head can neither change nor grow. */
const SCOPE = `
select head.place, least(head.place, $1::bigint + coalesce(max(span), ${SPANS.at(-1)!}))
from (select coalesce(max(position), 0) as place from es.event) head
left join unnest(array[${SPANS.join(', ')}]) span on ${PAGE_BYTES} >=
  (select log_bytes from es.event where position = least($1 + span, head.place))
  - coalesce((select log_bytes from es.event where position = $1), 0)
group by head.place`;

/** `$1` after, `$2` up to, `$3` types, `$4` prefixes. */
const PAGE = `
select ${EVENT_COLUMNS} from es.event
where position > $1 and position <= $2
  and ($3::text[] is null or type = any ($3))
  and ($4::text[] is null or exists (select from unnest($4) prefix where starts_with(stream, prefix)))
order by position`;

/** The end of the log over a connection of one feed's own, which is replaced whenever it breaks. */
export class PostgresTail implements LogTail {
  private readonly closing = new AbortController();
  private session: Session | undefined;
  private stirred = false;
  private wake = () => {};

  constructor(
    private readonly database: Database,
    private readonly start: Position | undefined,
    private readonly filter: FeedFilter,
    private readonly follow: boolean,
    private readonly wanted?: (stream: string) => boolean,
  ) {}

  page(after: bigint): Promise<LogPage> {
    const { signal } = this.closing;
    return patiently(() => this.attempt(after), { follow: this.follow, withinMs: this.database.answerWithinMs, signal });
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

  private async attempt(after: bigint): Promise<LogPage> {
    const session = await this.connected();
    this.stirred = false;
    const [head, upTo] = await scopeOf(session, after);
    if (upTo <= after) return { events: [], upTo: after, more: false };
    const { streamPrefixes = null, eventTypes = null } = this.filter;
    const values = [String(after), String(upTo), eventTypes, streamPrefixes];
    const rows = (await session.query({ name: 'page', text: PAGE, values, json: 'text' })) as unknown as readonly TextRow[];
    const { wanted } = this;
    const found = wanted ? rows.filter(([, stream]) => wanted(stream)) : rows;
    return { events: found.map((row) => storedEvent(parsed(row))), upTo, more: upTo < head };
  }

  private async connected(): Promise<Session> {
    if (this.session?.open) return this.session;
    // Known before it is asked anything, so that whoever closes this meanwhile gives it up as well.
    const session = (this.session = await this.database.session('feed'));
    session.onChange = () => {
      this.stirred = true;
      this.wake();
    };
    try {
      if (this.closing.signal.aborted) throw StoreFault.abandoned();
      if (this.follow) await session.query({ text: `listen ${CHANNEL}` });
      const start = positions.place(this.start);
      const [head] = await scopeOf(session, start);
      if (start > head) throw beyondTheLog(this.start!);
    } catch (error) {
      session.giveUp();
      throw error;
    }
    return session;
  }
}

async function scopeOf(session: Session, after: bigint): Promise<readonly [head: bigint, upTo: bigint]> {
  const [row] = (await session.query({ name: 'scope', text: SCOPE, values: [String(after)] })) as [[string, string]];
  return [BigInt(row[0]), BigInt(row[1])];
}
