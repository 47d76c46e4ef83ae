import type { EventStore, Position } from '@soquy/event-store';
import type { ClientBase } from 'pg';
import { attachBuild, createBuildTables, dropBuildTables, indexSparsely, newBuild } from '../database/builds.js';
import { transaction } from '../database/connect.js';
import type { ProjectedSlice } from '../projected-slice.js';
import { sliceRun, type SliceRun } from '../running/slice-run.js';
import type { RowTable } from '../tables/columns.js';
import type { ProjectionFailure, ProjectionRow } from '../tables/projection-row.js';
import { Fill } from './fill.js';
import { NewBuilds } from './new-builds.js';
import { sharesHere, type Share } from './share.js';
import type { ShareTask, SliceShare } from './share-task.js';
import { inThreads, type Sharing } from './shares.js';

export interface RebuildParts {
  readonly connectionString: string;
  readonly store: EventStore;
  /** Holds the rebuild lock. */
  readonly client: ClientBase;
  readonly writers: Readonly<Record<RowTable['name'], ClientBase>>;
  readonly signal: AbortSignal;
  /** Events whose rows the database refused in an earlier try: their slices stop there. */
  readonly refused: ReadonlyMap<string, unknown>;
  /** Told how many events were taken in so far. */
  readonly onProgress: (events: number) => void;
  /** Without it all is done in this thread. */
  readonly sharing: Sharing | undefined;
}

/** What became of one slice's rebuild: a new build that answers now, or the event its code could not take in. */
export interface RebuiltSlice {
  readonly slice: string;
  readonly build: number;
  readonly failure?: ProjectionFailure;
}

interface Rebuilding {
  readonly slice: ProjectedSlice;
  readonly old: ProjectionRow;
  readonly run: SliceRun;
}

/** A thread's start is soon paid back: it takes in some four thousand events a second. */
const WORTH_SHARING = 20_000;
/** Passes over what was recorded during the last pass, before the pointer moves under a lock that makes the runner wait. */
const MOST_PASSES = 5;
const FEW_EVENTS = 500;

/** Fills new builds of some slices from the log and moves their pointers, while the old rows answer (decision 0008). */
export class Rebuild {
  private readonly slices: Rebuilding[] = [];
  /** Slices whose pointers have moved. */
  private readonly live = new Set<SliceRun>();
  private fill!: Fill;
  private taken = 0;
  private readonly onTaken = (events: number) => this.parts.onProgress((this.taken += events));

  constructor(private readonly parts: RebuildParts) {}

  async run(
    wanted: readonly { readonly slice: ProjectedSlice; readonly old: ProjectionRow }[],
  ): Promise<readonly RebuiltSlice[]> {
    const { client, writers } = this.parts;
    for (const one of wanted) this.slices.push({ ...one, run: await this.newRun(one) });
    const runs = this.slices.map(({ run }) => run);
    this.fill = new Fill({ ...this.parts, onTaken: this.onTaken }, runs);
    try {
      for (const { target } of runs) {
        await createBuildTables(client, target.build);
        await indexSparsely(client, target.build);
      }
      const tables = new NewBuilds(writers);
      await tables.prepare();
      await this.firstPass(tables);
      await tables.index(this.standing.map(({ run }) => run.target.build));
      for (let passes = 1; passes < MOST_PASSES; passes += 1) if ((await this.fill.pass(tables)) < FEW_EVENTS) break;
      await this.switch();
    } finally {
      for (const run of runs) if (!this.live.has(run)) await dropBuildTables(client, run.target.build).catch(() => undefined);
    }
    return runs.map(({ name, target, failure }) => ({ slice: name, build: target.build, ...(failure && { failure }) }));
  }

  private async newRun({ slice, old }: { slice: ProjectedSlice; old: ProjectionRow }): Promise<SliceRun> {
    const build = await newBuild(this.parts.client);
    return sliceRun(slice, { build, position: null, state: 'running', failure: null, skipped: old.skipped });
  }

  private get standing(): readonly Rebuilding[] {
    return this.slices.filter(({ run }) => run.state === 'running');
  }

  /** The long one: of a long log each thread takes in its share of the streams and writes their rows. */
  private async firstPass(tables: NewBuilds): Promise<void> {
    const { store, sharing, signal } = this.parts;
    const threads = sharing?.threads ?? sharesHere();
    const upTo = sharing && threads > 1 && (await this.isLong(sharing)) ? await store.head() : undefined;
    if (!sharing || upTo === undefined) {
      await this.fill.pass(tables);
      return;
    }
    const tasks = Array.from({ length: threads }, (_, index) => this.task(sharing, upTo, { index, of: threads }));
    this.gather(await inThreads(tasks, sharing.module, { signal, onTaken: this.onTaken }));
    this.fill.position = upTo;
  }

  private async isLong({ fromEvents = WORTH_SHARING }: Sharing): Promise<boolean> {
    const { store, signal } = this.parts;
    const filter = { streamPrefixes: this.slices.map(({ run }) => `${run.category}-`) };
    let events = 0;
    for await (const item of store.feed({ filter, follow: false, signal }))
      if (item.kind === 'events' && (events += item.events.length) >= fromEvents) return true;
    return false;
  }

  private task({ source }: Sharing, upTo: Position, share: Share): ShareTask {
    const { connectionString, refused } = this.parts;
    return {
      connectionString,
      source,
      share,
      upTo,
      slices: this.slices.map(({ slice, old, run }) => ({
        slice: run.name,
        version: slice.version,
        build: run.target.build,
        skipped: old.skipped,
      })),
      refused: [...refused].map(([eventId, error]) => [eventId, error instanceof Error ? error.message : String(error)]),
    };
  }

  /** A slice stops at the first event of the log that its code could not take in, whichever thread met it. */
  private gather(shares: readonly (readonly SliceShare[])[]): void {
    for (const { slice, failure, passed } of shares.flat()) {
      const { run } = this.slices.find(({ run: { name } }) => name === slice)!;
      for (const eventId of passed) run.skipped.delete(eventId);
      if (failure && !(run.failure && run.failure.position < failure.position)) Object.assign(run, { state: 'stopped', failure });
    }
  }

  /** One transaction: no page is written meanwhile, the last events are taken in, and readers have the new rows at once. */
  private async switch(): Promise<void> {
    const { client } = this.parts;
    const tables = new NewBuilds({ entries: client, objects: client, facts: client });
    await tables.prepare();
    await transaction(client, async () => {
      const names = this.slices.map(({ run }) => run.name);
      await client.query('select from rm.projection where slice = any($1) order by slice for update', [names]);
      await this.fill.pass(tables);
      for (const { slice, old, run } of this.standing) {
        await attachBuild(client, run.target.build);
        const skipped = old.skipped.filter(({ eventId }) => run.skipped.has(eventId));
        await client.query(
          `update rm.projection set version = $2, build = $3, position = $4, state = 'running', failure = null, skipped = $5
            where slice = $1`,
          [run.name, slice.version, run.target.build, this.fill.position ?? null, JSON.stringify(skipped)],
        );
      }
    });
    for (const { run } of this.standing) this.live.add(run);
  }
}
