import type { ClientBase } from 'pg';
import { withConnection } from '../database/connect.js';
import type { ProjectedSlice } from '../projected-slice.js';
import type { ProjectionRow } from '../tables/projection-row.js';
import { Histories } from './histories.js';
import { Lane } from './lane.js';
import { LogClock } from './log-clock.js';
import { projections, register } from './projections.js';
import type { RunnerParts } from './runner-parts.js';
import { isAhead, sliceRun, type SliceRun } from './slice-run.js';

/** How often to look whether a slice was resumed, skipped or rebuilt by another process. */
const WATCH_MS = 1_000;

/** One stretch of following the log: from reading the checkpoints to the first thing that puts them in doubt. */
export class Session {
  private readonly ending = new AbortController();
  private runs: readonly SliceRun[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private fault: Error | undefined;
  /** Pages written. */
  pages = 0;

  constructor(
    private readonly parts: RunnerParts,
    private readonly client: ClientBase,
  ) {}

  /** Lets the page being written finish. */
  end(): void {
    this.ending.abort();
  }

  /** `caughtUp`: slices that were far behind and have just been brought near; they go with the others from where they are. */
  async run(first: boolean, caughtUp: Set<string>): Promise<void> {
    const { store, slices } = this.parts;
    await register(this.client, slices, async () => (await store.head()) === undefined);
    const rows = await projections(this.client);
    const current = slices.filter(({ noun, version }) => rows.get(noun)?.version === version);
    const outdated = slices.filter((slice) => !current.includes(slice));
    this.tellOutdated(outdated, rows, first);
    const clock = await LogClock.load(this.client);
    this.runs = current.map((slice) => sliceRun(slice, rows.get(slice.noun)!));
    const isBehind = ({ name, state, position }: SliceRun) =>
      state === 'running' && !caughtUp.has(name) && clock.position !== null && isAhead(clock.position, position);
    const behind = this.runs.filter(isBehind);
    const level = this.runs.filter((run) => !behind.includes(run));
    caughtUp.clear();
    const watch = setInterval(() => void this.watch(rows), WATCH_MS);
    const aside = this.catchUp(behind, caughtUp);
    try {
      await this.follow(level, clock);
    } finally {
      clearInterval(watch);
      this.end();
      await aside;
    }
    if (this.fault) throw this.fault;
  }

  /** At a start any other version is rebuilt; later only an older one, since newer rows belong to a newer process. */
  private tellOutdated(slices: readonly ProjectedSlice[], rows: ReadonlyMap<string, ProjectionRow>, first: boolean): void {
    const mine = slices.filter(({ noun, version }) => {
      const row = rows.get(noun)!;
      return row.state === 'running' && (first || row.version < version);
    });
    if (mine.length > 0) this.parts.onOutdated(mine.map(({ noun }) => noun));
  }

  private async follow(runs: readonly SliceRun[], clock: LogClock): Promise<void> {
    const lane = this.lane(this.client, runs, clock);
    const after = lane.position ?? undefined;
    try {
      for await (const item of this.parts.store.feed({ after, follow: true, signal: this.ending.signal })) {
        await lane.take(item);
        if (this.ending.signal.aborted) return;
      }
    } finally {
      await lane.drain();
    }
  }

  /** Slices far behind do not hold back the others: they catch up by themselves, then a new session takes all together. */
  private async catchUp(runs: readonly SliceRun[], caughtUp: Set<string>): Promise<void> {
    if (runs.length === 0) return;
    try {
      await withConnection(this.parts.connectionString, async (client) => {
        const lane = this.lane(client, runs);
        const filter = { streamPrefixes: runs.map(({ category }) => `${category}-`) };
        const options = { after: lane.position ?? undefined, filter, follow: false, signal: this.ending.signal };
        for await (const item of this.parts.store.feed(options)) await lane.take(item);
        await lane.drain();
      });
      for (const { name } of runs) caughtUp.add(name);
    } catch (error) {
      this.fault = error instanceof Error ? error : new Error(String(error));
    }
    this.end();
  }

  private lane(client: ClientBase, runs: readonly SliceRun[], clock?: LogClock): Lane {
    const histories = new Histories(this.parts.store);
    const inTurn = (write: () => Promise<void>) => (client === this.client ? this.inTurn(write) : write());
    const onWritten = (stopped: readonly SliceRun[]) => this.written(stopped);
    return new Lane({ client, histories, runs, inTurn, onWritten, onFault: () => this.end(), ...(clock && { clock }) });
  }

  private written(stopped: readonly SliceRun[]): void {
    this.pages += 1;
    for (const { name, failure } of stopped)
      this.parts.log.error({ slice: name, failure }, 'A slice stopped at an event it cannot take in');
    this.parts.onProgress();
  }

  /** The connection does one thing at a time. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return await done;
  }

  private async watch(before: ReadonlyMap<string, ProjectionRow>): Promise<void> {
    try {
      const now = await this.inTurn(() => projections(this.client));
      const isChanged = ({ slice, version, build, state }: ProjectionRow) => {
        const run = this.runs.find(({ name }) => name === slice);
        const old = before.get(slice);
        return old?.version !== version || old.build !== build || (run ?? old).state !== state;
      };
      if ([...now.values()].some(isChanged)) this.end();
    } catch {
      // The connection is in trouble: the page being written tells.
    }
  }
}
