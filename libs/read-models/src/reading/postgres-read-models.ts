import type { EventStore } from '@soquy/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import type { ProjectedSlice } from '../projected-slice.js';
import { ReadModels, type ReadMeta, type ReadSession } from '../read-session.js';
import { Lag } from './lag.js';
import { PositionWatch } from './position-watch.js';

/** What a transaction sees first: the live builds, how far all running slices are, and by when that was recorded. */
const LIVE = `
  with level as (
    select coalesce(json_object_agg(slice, build order by slice), '{}') as builds,
      case when count(*) filter (where state = 'running') = 0 then (select max(position) from rm.log_clock)
           when bool_or(position is null) filter (where state = 'running') then null
           else min(position) filter (where state = 'running') end as position
    from rm.projection where slice = any($1))
  select level.*, (select recorded_max from rm.log_clock c where c.position <= level.position order by c.position desc limit 1)
    as recorded_max from level`;

/** One statement, where TypeORM's own transaction takes two round trips. */
const BEGIN = 'start transaction isolation level repeatable read, read only';

const RECORDED_BY = 'select recorded_max from rm.log_clock where position <= $1 order by position desc limit 1';
const KNOWN_AT = 'select position from rm.log_clock where recorded_max <= $1 order by recorded_max desc, position desc limit 1';

interface Live {
  readonly builds: Readonly<Record<string, number>>;
  readonly position: string | null;
  readonly recorded_max: Date | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Readers' entrance over PostgreSQL: every look is one REPEATABLE READ transaction that first fixes the live builds. */
export class PostgresReadModels extends ReadModels {
  private readonly watch: PositionWatch;
  private readonly lag: Lag;
  /** By category. */
  private readonly nouns: ReadonlyMap<string, string>;
  private opening: Promise<unknown> | undefined;

  constructor(
    readonly dataSource: DataSource,
    store: EventStore,
    slices: readonly Pick<ProjectedSlice, 'noun' | 'decider'>[],
    private readonly waitMs: number,
  ) {
    super();
    this.nouns = new Map(slices.map(({ noun, decider }) => [decider.category, noun]));
    this.lag = new Lag(store);
    this.watch = new PositionWatch(async () => (await this.live((await this.open()).manager)).position ?? undefined);
  }

  async read<T>(work: (session: ReadSession) => Promise<T>, options: { readonly minPosition?: string } = {}): Promise<T> {
    const { minPosition } = options;
    const stale = minPosition !== undefined && !(await this.waitFor(minPosition));
    const runner = (await this.open()).createQueryRunner();
    try {
      await runner.query(BEGIN);
      const result = await work(await this.session(runner.manager, stale));
      await runner.query('commit');
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined); // the first fault is the one to tell
      throw error;
    } finally {
      await runner.release();
    }
  }

  async waitFor(position: string, milliseconds = this.waitMs): Promise<boolean> {
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
    const { builds, position: level, recorded_max: recordedMax } = await this.live(manager);
    const position = level ?? undefined;
    const lagSeconds = await this.lag.seconds(position, recordedMax ?? undefined);
    const recordedBy = recordedMax?.toISOString();
    const meta: ReadMeta = { position, lagSeconds, ...(stale && { stale }) };
    const knownAt = async (asked: string | undefined) => {
      if (asked === undefined) return position;
      if (!INSTANT.test(asked)) return earlier(asked, position);
      const [row] = await manager.query<{ position: string }[]>(KNOWN_AT, [asked]);
      return row && earlier(row.position, position);
    };
    const buildsOf = (category: string) => {
      const build = builds[this.nouns.get(category) ?? ''];
      return build === undefined ? [] : [build];
    };
    return { manager, builds: Object.values(builds), buildsOf, recordedBy, meta, knownAt };
  }

  private async live(manager: EntityManager): Promise<Live> {
    const [live] = await manager.query<Live[]>(LIVE, [[...this.nouns.values()]]);
    return live!;
  }
}

/** Nobody knows more than what the rows hold. */
const earlier = (asked: string, position: string | undefined): string | undefined =>
  position !== undefined && asked > position ? position : position && asked;
