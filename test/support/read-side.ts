import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MemoryEventStore, PostgresEventStore, type EventStore, type StoredEvent } from '@soquy/event-store';
import {
  createReadModels,
  type ProjectedSlice,
  type ReadModelsLog,
  type ReadModelsOptions,
  type ReadSide,
  type Sharing,
} from '@soquy/read-models';
import type { CodedSlice } from './grant-code.js';
import { grantLife, grantSlice } from './grant-slice.js';
import { testDatabase } from './postgres.js';

const REBUILD_THREAD = pathToFileURL(join(__dirname, 'rebuild-thread.mjs'));

/** A log, a database, and any number of read sides over them: as many processes as a spec wants. */
export class ReadSideBench {
  readonly warnings: string[] = [];
  /** Logs of fewer events are rebuilt in one thread. */
  fromEvents = 1;
  private readonly sides: ReadSide[] = [];

  private constructor(
    readonly url: string,
    readonly store: EventStore,
    private readonly drop: () => Promise<void>,
    private readonly threads = 1,
  ) {}

  static async open(store: EventStore = new MemoryEventStore()): Promise<ReadSideBench> {
    const { url, drop } = await testDatabase();
    return new ReadSideBench(url, store, drop);
  }

  /** All rebuilds are done in threads, which need a log that they can open themselves. */
  static async withThreads(threads = 2): Promise<ReadSideBench> {
    const { url, drop } = await testDatabase();
    return new ReadSideBench(url, await PostgresEventStore.open({ connectionString: url }), drop, threads);
  }

  async side(
    slices: readonly ProjectedSlice[] = [grantSlice()],
    store: EventStore = this.store,
    times: Pick<ReadModelsOptions, 'graceMs' | 'waitMs'> = {},
  ): Promise<ReadSide> {
    const tell = (details: object, message: string) => this.warnings.push(`${message} ${JSON.stringify(details)}`);
    const log: ReadModelsLog = { info: () => undefined, warn: tell, error: tell };
    const sharing = this.threads > 1 && { sharing: this.sharing(slices as readonly CodedSlice[]) };
    const options = { connectionString: this.url, store, slices, log, waitMs: 20_000 };
    const side = createReadModels({ ...options, ...times, ...sharing });
    this.sides.push(side);
    await side.migrate();
    return side;
  }

  private sharing(slices: readonly CodedSlice[]): Sharing {
    const source = { connectionString: this.url, codes: slices.map(({ code }) => code) };
    return { module: REBUILD_THREAD, source, threads: this.threads, fromEvents: this.fromEvents };
  }

  /** Resolves once the runner of a side has its slices before it. */
  async start(side: ReadSide): Promise<ReadSide> {
    side.runner.start();
    await until(async () => (await side.status()).some(({ state }) => state === 'running'));
    return side;
  }

  /** Records whole lives of grants, interleaved as offices would; answers the last position. */
  async record(grants: number, { category = 'grant', first = 0 } = {}): Promise<string> {
    let position = '';
    const lives = Array.from({ length: grants }, (_, index) =>
      grantLife((first + index) * 10, (step) => `2026-0${1 + (index % 9)}-1${step}`),
    );
    for (let step = 0; step < 4; step += 1)
      for (const [index, life] of lives.entries()) {
        const expected = step === 0 ? 'no-stream' : BigInt(step - 1);
        ({ position } = await this.store.append(`${category}-${first + index}`, expected, [life[step]!]));
      }
    return position;
  }

  async close(): Promise<void> {
    for (const side of this.sides) await side.close();
    await this.store.close();
    await this.drop();
  }
}

/** Looks again and again. The limit is one of patience, for a machine that is busy: nothing is judged by it. */
export async function until(met: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 40_000;
  while (!(await met())) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await sleep(20);
  }
}

/** Rows of a table of all live builds, in a stable order, without the number of the build. */
export async function rowsOf({ models }: ReadSide, table: 'entries' | 'objects' | 'facts'): Promise<readonly object[]> {
  return await models.read(async ({ manager, builds }) => {
    const rows = await manager.query<{ build?: number }[]>(
      `select * from rm.${table} where build = any($1) order by to_jsonb(${table})->>'position', to_jsonb(${table})->>'known_from',
       to_jsonb(${table})->>'object_id', to_jsonb(${table})->>'effective_from', to_jsonb(${table})->>'event_id', to_jsonb(${table})->>'entry_no'`,
      [builds],
    );
    return rows.map(({ build: _, ...row }) => row);
  });
}

/** A sum as a board would ask it. */
export async function sumOf({ models }: ReadSide, metric: string, minPosition?: string): Promise<number> {
  const work: Parameters<typeof models.read<number>>[0] = async ({ manager, builds }) => {
    const sql = 'select coalesce(sum(value), 0)::bigint as sum from rm.entries where build = any($1) and metric = $2';
    const [row] = await manager.query<{ sum: number }[]>(sql, [builds, metric]);
    return row!.sum;
  };
  return await models.read(work, minPosition === undefined ? {} : { minPosition });
}

export async function logOf(store: EventStore): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const item of store.feed({ follow: false })) if (item.kind === 'events') events.push(...item.events);
  return events;
}
