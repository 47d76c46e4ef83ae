import type { EventStore } from '@soquy/event-store';
import type { Client } from 'pg';
import { sweepBuilds } from '../database/builds.js';
import { connect } from '../database/connect.js';
import { LOCKS } from '../database/locks.js';
import { RefusedRow } from '../database/errors.js';
import type { ReadModelsLog } from '../log.js';
import type { ProjectedSlice } from '../projected-slice.js';
import { backoffMs, pause } from '../running/backoff.js';
import { projections, register } from '../running/projections.js';
import type { ProjectionFailure, ProjectionRow } from '../tables/projection-row.js';
import { markRebuilding } from './marks.js';
import { Rebuild, type RebuildParts, type RebuiltSlice } from './rebuild.js';
import { ThreadLost, type Sharing } from './shares.js';

export interface RebuilderParts {
  readonly connectionString: string;
  readonly store: EventStore;
  readonly slices: readonly ProjectedSlice[];
  readonly log: ReadModelsLog;
  /** How long a replaced build stays for readers that are not done with it. */
  readonly graceMs: number;
  /** Long rebuilds are shared out over threads; without it all is done in this one. */
  readonly sharing?: Sharing | undefined;
  /** Pointers have moved, or a slice was stopped. */
  readonly onChange: () => void;
}

/** A rebuild under way in this process: since when, and how many events of the log it has taken in. */
export interface RebuildProgress {
  readonly since: Date;
  events: number;
}

/** How the last rebuild of a slice in this process ended; without a failure the new rows answer. */
export interface RebuildEnd {
  readonly at: Date;
  readonly failure?: ProjectionFailure | Pick<ProjectionFailure, 'message'>;
}

/** How often to ask whether another process has done with its rebuild. */
const LOCK_MS = 500;

/** Rebuilds one after the other in all processes, retries what the database or the store interrupts, drops old builds. */
export class Rebuilder {
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, RebuildProgress>();
  private readonly ends = new Map<string, RebuildEnd>();
  private readonly tasks = new Set<Promise<unknown>>();
  private sweeping = false;
  private nextSweep: NodeJS.Timeout | undefined;

  constructor(private readonly parts: RebuilderParts) {}

  /** Slices being rebuilt in this process. */
  get rebuilding(): ReadonlyMap<string, RebuildProgress> {
    return this.underWay;
  }

  /** How the last rebuild in this process ended, by slice. */
  get ended(): ReadonlyMap<string, RebuildEnd> {
    return this.ends;
  }

  /** Rebuilds now; throws where the database or the store fails. */
  async rebuild(names: readonly string[]): Promise<readonly RebuiltSlice[]> {
    const rebuilt = await this.task(this.underLock(names, () => true));
    for (const { slice, failure } of rebuilt) this.ends.set(slice, { at: new Date(), ...(failure && { failure }) });
    return rebuilt;
  }

  /** In the background: how it goes and ends is told by `rebuilding` and `ended`. A failure of database or store ends it. */
  begin(name: string): void {
    this.rebuild([name]).catch((error: unknown) => {
      this.ends.set(name, { at: new Date(), failure: { message: error instanceof Error ? error.message : String(error) } });
      if (!this.stopping.signal.aborted) this.parts.log.error({ err: error, slices: [name] }, 'A rebuild failed');
    });
  }

  /** In the background and until it is done: rebuilds those of the slices whose rows another version of the code has made. */
  renew(names: readonly string[]): void {
    const wanted = names.filter((name) => !this.underWay.has(name));
    if (wanted.length > 0) void this.task(this.renewal(wanted));
  }

  async close(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.nextSweep);
    await Promise.allSettled(this.tasks);
  }

  /** Drops builds that were replaced long enough ago, and looks again while there are some left. */
  sweep(): void {
    if (!this.sweeping) void this.task(this.swept());
  }

  private async renewal(names: readonly string[]): Promise<void> {
    const isOutdated = (row: ProjectionRow, { version }: ProjectedSlice) => row.version !== version && row.state === 'running';
    for (let failures = 0; !this.stopping.signal.aborted; failures += 1)
      try {
        await this.underLock(names, isOutdated);
        return;
      } catch (error) {
        if (!this.stopping.signal.aborted)
          this.parts.log.warn({ err: error, slices: names }, 'A rebuild was interrupted and will be tried again');
        await pause(backoffMs(failures), this.stopping.signal);
      }
  }

  private async underLock(
    names: readonly string[],
    wants: (row: ProjectionRow, slice: ProjectedSlice) => boolean,
  ): Promise<readonly RebuiltSlice[]> {
    const { connectionString, store, slices, log } = this.parts;
    const { signal } = this.stopping;
    const progress: RebuildProgress = { since: new Date(), events: 0 };
    const onProgress = (events: number) => (progress.events = events);
    for (const name of names) this.underWay.set(name, progress);
    const clients: Client[] = [];
    try {
      for (let index = 0; index < 4; index += 1) clients.push(await connect(connectionString));
      const [client, entries, objects, facts] = clients as [Client, Client, Client, Client];
      await markRebuilding(client, names);
      await this.lock(client);
      await register(client, slices, async () => (await store.head()) === undefined);
      const rows = await projections(client);
      const wanted = slices.flatMap((slice) => {
        const old = rows.get(slice.noun);
        return old && names.includes(slice.noun) && wants(old, slice) ? [{ slice, old }] : [];
      });
      if (wanted.length === 0) return [];
      const started = Date.now();
      const parts = { connectionString, store, client, writers: { entries, objects, facts }, signal, onProgress };
      const rebuilt = await this.rebuilt(parts, wanted);
      await stopOutdated(client, rebuilt, slices);
      log.info({ rebuilt, seconds: (Date.now() - started) / 1_000 }, 'Read rows were rebuilt');
      return rebuilt;
    } finally {
      for (const client of clients) await client.end().catch(() => undefined);
      for (const name of names) this.underWay.delete(name);
      this.parts.onChange();
      if (!signal.aborted) this.sweep();
    }
  }

  /** Where a thread is lost, what all threads did is dropped and done anew in this one. */
  private async rebuilt(
    parts: Omit<RebuildParts, 'refused' | 'sharing'>,
    wanted: Parameters<Rebuild['run']>[0],
  ): Promise<readonly RebuiltSlice[]> {
    const { sharing, store, log } = this.parts;
    const attempt = (how: Sharing | undefined) =>
      withRefusals(store, (refused) => new Rebuild({ ...parts, refused, sharing: how }).run(wanted));
    try {
      return await attempt(sharing);
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      log.warn({ err: error }, 'A rebuild begins anew without threads');
      return await attempt(undefined);
    }
  }

  private async lock(client: Client): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [LOCKS.rebuild]);
      if (rows[0]!.locked) return;
      await pause(LOCK_MS, this.stopping.signal);
    }
    throw new Error('The rebuild was ended before it began');
  }

  private async swept(): Promise<void> {
    const { connectionString, graceMs, log } = this.parts;
    let left = 1;
    this.sweeping = true;
    try {
      const client = await connect(connectionString);
      try {
        await this.lock(client);
        left = await sweepBuilds(client, new Date(Date.now() - graceMs));
      } finally {
        await client.end().catch(() => undefined);
      }
    } catch (error) {
      if (!this.stopping.signal.aborted) log.warn({ err: error }, 'Old builds could not be dropped and will be later');
    }
    this.sweeping = false;
    clearTimeout(this.nextSweep);
    if (left > 0 && !this.stopping.signal.aborted) this.nextSweep = setTimeout(() => this.sweep(), graceMs + 1_000).unref();
  }

  private async task<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.tasks.add(settled);
    void settled.then(() => this.tasks.delete(settled));
    return await work;
  }
}

/** Begins anew where the database refuses a row, knowing the event it comes from. */
async function withRefusals<T>(store: EventStore, work: (refused: ReadonlyMap<string, unknown>) => Promise<T>): Promise<T> {
  const refused = new Map<string, unknown>();
  for (;;)
    try {
      return await work(refused);
    } catch (error) {
      const eventId = error instanceof RefusedRow ? await eventAt(store, error.position) : undefined;
      if (eventId === undefined || refused.has(eventId)) throw error;
      refused.set(eventId, error);
    }
}

async function eventAt(store: EventStore, position: string): Promise<string | undefined> {
  for await (const item of store.feed({ follow: false })) {
    const found = item.kind === 'events' ? item.events.find((event) => event.position === position) : undefined;
    if (found) return found.id;
  }
  return undefined;
}

/** Rows of another version cannot be carried on: a slice whose rebuild failed stands still, with the event shown. */
async function stopOutdated(client: Client, rebuilt: readonly RebuiltSlice[], slices: readonly ProjectedSlice[]): Promise<void> {
  for (const { slice, failure } of rebuilt) {
    const version = slices.find(({ noun }) => noun === slice)!.version;
    const sql = `update rm.projection set state = 'stopped', failure = $2 where slice = $1 and version <> $3`;
    if (failure) await client.query(sql, [slice, JSON.stringify(failure), version]);
  }
}
