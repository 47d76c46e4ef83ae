import type { EventStore } from '@soquy/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { ReadModels, type ReadMeta, type ReadSession } from '../read-session.js';
import { Lag } from './lag.js';
import { PositionWatch } from './position-watch.js';

/** How long a reader waits for its own write by default. */
const WAIT_MS = 2_000;

/** What a transaction sees first: the live builds, and how far all running slices are. */
const LIVE = `
  select coalesce(array_agg(build), '{}') as builds,
    case when count(*) filter (where state = 'running') = 0 then (select max(position) from rm.log_clock)
         when bool_or(position is null) filter (where state = 'running') then null
         else min(position) filter (where state = 'running') end as position
  from rm.projection where slice = any($1)`;

const RECORDED_BY = 'select recorded_max from rm.log_clock where position <= $1 order by position desc limit 1';
const KNOWN_AT = 'select position from rm.log_clock where recorded_max <= $1 order by recorded_max desc, position desc limit 1';

interface Live {
  readonly builds: readonly number[];
  readonly position: string | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Readers' entrance over PostgreSQL: every look is one REPEATABLE READ transaction that first fixes the live builds. */
export class PostgresReadModels extends ReadModels {
  private readonly watch: PositionWatch;
  private readonly lag: Lag;
  private opening: Promise<unknown> | undefined;

  constructor(
    readonly dataSource: DataSource,
    store: EventStore,
    private readonly slices: readonly string[],
  ) {
    super();
    this.lag = new Lag(store);
    this.watch = new PositionWatch(async () => (await this.live((await this.open()).manager)).position ?? undefined);
  }

  async read<T>(work: (session: ReadSession) => Promise<T>, options: { readonly minPosition?: string } = {}): Promise<T> {
    const { minPosition } = options;
    const stale = minPosition !== undefined && !(await this.waitFor(minPosition));
    const source = await this.open();
    return await source.transaction('REPEATABLE READ', async (manager) => work(await this.session(manager, stale)));
  }

  async waitFor(position: string, milliseconds = WAIT_MS): Promise<boolean> {
    return await this.watch.reached(position, milliseconds);
  }

  /** A page has been written in this process. */
  progressed(): void {
    this.watch.wake();
  }

  /** Seconds the rows at a position are behind the log. */
  async lagSeconds(manager: EntityManager, position: string | undefined): Promise<number> {
    const [row] = position === undefined ? [] : await manager.query<{ recorded_max: Date }[]>(RECORDED_BY, [position]);
    return await this.lag.seconds(position, row?.recorded_max);
  }

  /** Connects at first use, so that a database that comes up late is no reason to fail for ever. */
  async open(): Promise<DataSource> {
    if (this.dataSource.isInitialized) return this.dataSource;
    this.opening ??= this.dataSource.initialize().finally(() => (this.opening = undefined));
    await this.opening;
    return this.dataSource;
  }

  async close(): Promise<void> {
    this.watch.close();
    await this.opening?.catch(() => undefined);
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  private async session(manager: EntityManager, stale: boolean): Promise<ReadSession> {
    const live = await this.live(manager);
    const position = live.position ?? undefined;
    const lagSeconds = await this.lagSeconds(manager, position);
    const meta: ReadMeta = { position, lagSeconds, ...(stale && { stale }) };
    const knownAt = async (asked: string | undefined) => {
      if (asked === undefined) return position;
      if (!INSTANT.test(asked)) return earlier(asked, position);
      const [row] = await manager.query<{ position: string }[]>(KNOWN_AT, [asked]);
      return row && earlier(row.position, position);
    };
    return { manager, builds: live.builds, meta, knownAt };
  }

  private async live(manager: EntityManager): Promise<Live> {
    const [live] = await manager.query<Live[]>(LIVE, [this.slices]);
    return live!;
  }
}

/** Nobody knows more than what the rows hold. */
const earlier = (asked: string, position: string | undefined): string | undefined =>
  position !== undefined && asked > position ? position : position && asked;
