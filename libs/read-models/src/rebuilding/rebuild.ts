import type { EventStore } from '@soquy/event-store';
import type { ClientBase } from 'pg';
import { attachBuild, createBuildTables, dropBuildTables, newBuild } from '../database/builds.js';
import { transaction } from '../database/connect.js';
import { ProjectedRows } from '../projection/projected-rows.js';
import type { ProjectedSlice } from '../projected-slice.js';
import { foldPage } from '../running/fold-page.js';
import { Histories } from '../running/histories.js';
import { sliceRun, type SliceRun } from '../running/slice-run.js';
import type { RowTable } from '../tables/columns.js';
import type { ProjectionFailure, ProjectionRow } from '../tables/projection-row.js';
import { NewBuilds } from './new-builds.js';

export interface RebuildParts {
  readonly store: EventStore;
  /** Holds the rebuild lock. */
  readonly client: ClientBase;
  readonly writers: Readonly<Record<RowTable['name'], ClientBase>>;
  readonly signal: AbortSignal;
  /** Events whose rows the database refused in an earlier try: their slices stop there. */
  readonly refused: ReadonlyMap<string, unknown>;
  /** Told how many events were taken in so far. */
  readonly onProgress: (events: number) => void;
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

/** Rows gathered before they are written: enough for COPY to pay, little enough for memory. */
const ROWS_A_WRITE = 20_000;
/** Passes over what was recorded during the last pass, before the pointer moves under a lock that makes the runner wait. */
const MOST_PASSES = 5;
const FEW_EVENTS = 500;

/** Fills new builds of some slices from the log and moves their pointers, while the old rows answer (decision 0008). */
export class Rebuild {
  private readonly histories: Histories;
  private readonly rows = new ProjectedRows();
  private readonly slices: Rebuilding[] = [];
  /** Slices whose pointers have moved. */
  private readonly live = new Set<SliceRun>();
  private position: string | undefined;
  private taken = 0;

  constructor(private readonly parts: RebuildParts) {
    this.histories = new Histories(parts.store);
  }

  async run(
    wanted: readonly { readonly slice: ProjectedSlice; readonly old: ProjectionRow }[],
  ): Promise<readonly RebuiltSlice[]> {
    const { client, writers } = this.parts;
    for (const one of wanted) this.slices.push({ ...one, run: await this.newRun(one) });
    try {
      for (const { run } of this.slices) await createBuildTables(client, run.target.build);
      const tables = new NewBuilds(writers);
      await tables.prepare();
      await this.pass(tables);
      await tables.index(this.standing.map(({ run }) => run.target.build));
      for (let passes = 1; passes < MOST_PASSES; passes += 1) if ((await this.pass(tables)) < FEW_EVENTS) break;
      await this.switch();
    } finally {
      const unused = this.slices.filter(({ run }) => !this.live.has(run));
      for (const { run } of unused) await dropBuildTables(client, run.target.build).catch(() => undefined);
    }
    return this.slices.map(({ run: { name, target, failure } }) => ({
      slice: name,
      build: target.build,
      ...(failure && { failure }),
    }));
  }

  private async newRun({ slice, old }: { slice: ProjectedSlice; old: ProjectionRow }): Promise<SliceRun> {
    const build = await newBuild(this.parts.client);
    return sliceRun(slice, { build, position: null, state: 'running', failure: null, skipped: old.skipped });
  }

  private get standing(): readonly Rebuilding[] {
    return this.slices.filter(({ run }) => run.state === 'running');
  }

  /** Takes in the log from where the last pass ended to its end now; answers how many events that were. */
  private async pass(tables: NewBuilds): Promise<number> {
    const { store, signal, refused } = this.parts;
    const { histories, rows } = this;
    const runs = new Map(this.slices.map(({ run }) => [run.category, run]));
    const filter = { streamPrefixes: [...runs.keys()].map((category) => `${category}-`) };
    let events = 0;
    let writing = Promise.resolve();
    let ended = false;
    for await (const item of store.feed({ after: this.position, filter, follow: false, signal })) {
      if (item.kind === 'events') {
        const stops = await foldPage(item.events, { histories, runs, rows, refused, retrySkipped: true });
        for (const [run, { failure }] of stops) Object.assign(run, { state: 'stopped', failure });
        events += item.events.length;
        this.parts.onProgress((this.taken += item.events.length));
        if (rows.size > ROWS_A_WRITE) {
          await writing;
          writing = tables.write(rows);
          writing.catch(() => undefined);
        }
      }
      this.position = item.kind === 'events' ? item.events.at(-1)!.position : (item.position ?? this.position);
      ended = item.kind === 'caught-up';
    }
    await writing;
    if (!ended) throw new Error('The rebuild was ended before it reached the end of the log');
    await tables.finish(
      rows,
      this.standing.map(({ run }) => run.target.build),
    );
    return events;
  }

  /** One transaction: no page is written meanwhile, the last events are taken in, and readers have the new rows at once. */
  private async switch(): Promise<void> {
    const { client } = this.parts;
    const tables = new NewBuilds({ entries: client, objects: client, facts: client });
    await tables.prepare();
    await transaction(client, async () => {
      const names = this.slices.map(({ run }) => run.name);
      await client.query('select from rm.projection where slice = any($1) order by slice for update', [names]);
      await this.pass(tables);
      for (const { slice, old, run } of this.standing) {
        await attachBuild(client, run.target.build);
        const skipped = old.skipped.filter(({ eventId }) => run.skipped.has(eventId));
        await client.query(
          `update rm.projection set version = $2, build = $3, position = $4, state = 'running', failure = null, skipped = $5
            where slice = $1`,
          [run.name, slice.version, run.target.build, this.position ?? null, JSON.stringify(skipped)],
        );
      }
    });
    for (const { run } of this.standing) this.live.add(run);
  }
}
