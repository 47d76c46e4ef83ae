import type { FeedItem, StoredEvent } from '@soquy/event-store';
import type { ClientBase } from 'pg';
import { ProjectedRows } from '../projection/projected-rows.js';
import type { Move, Page } from '../writing/page.js';
import { writePage } from '../writing/write-page.js';
import { isDataError } from '../database/errors.js';
import { foldPage, type FoldOptions, type Stop } from './fold-page.js';
import type { Histories } from './histories.js';
import type { LogClock } from './log-clock.js';
import { isAhead, type SliceRun } from './slice-run.js';

export interface LaneParts {
  readonly client: ClientBase;
  readonly histories: Histories;
  readonly runs: readonly SliceRun[];
  /** Only one lane keeps the clock. */
  readonly clock?: LogClock;
  /** Runs a write when nobody else uses the connection. */
  readonly inTurn: (write: () => Promise<void>) => Promise<void>;
  readonly onWritten: (stopped: readonly SliceRun[]) => void;
  /** A write has failed: no more is to be taken, and `drain` tells why. */
  readonly onFault: () => void;
}

/** A page folded into rows, and where the slices stood before it. */
interface FoldedPage {
  readonly events: readonly StoredEvent[];
  readonly page: Page;
  readonly undo: () => void;
  readonly stopped: readonly SliceRun[];
}

interface Failure {
  readonly folded: FoldedPage;
  readonly error: unknown;
}

/**
 * Slices that go along the log together: each page is folded in memory and written with all their checkpoints at once.
 * While one page is written the next is folded, as if the first were there already; if it fails, both are done anew.
 */
export class Lane {
  private readonly byCategory: ReadonlyMap<string, SliceRun>;
  private writing: Promise<Failure | undefined> = Promise.resolve(undefined);

  constructor(private readonly parts: LaneParts) {
    this.byCategory = new Map(parts.runs.map((run) => [run.category, run]));
  }

  /** Where the feed of this lane begins: nothing before is news to any of its slices. */
  get position(): string | null {
    const positions = this.running.map(({ position }) => position);
    if (this.parts.clock) positions.push(this.parts.clock.position);
    const least = (one: string | null, other: string | null) => (one === null || other === null || other < one ? other : one);
    return positions.length === 0 ? null : positions.reduce((one, other) => (one === null ? null : least(one, other)));
  }

  async take(item: FeedItem): Promise<void> {
    if (item.kind === 'events') await this.next(item.events, item.events.at(-1)!.position);
    else if (item.position !== undefined) await this.next([], item.position);
  }

  /** Waits for the page being written; throws what made it fail. */
  async drain(): Promise<void> {
    const failure = await this.written();
    if (failure) await this.redo(failure);
  }

  private get running(): readonly SliceRun[] {
    return this.parts.runs.filter(({ state }) => state === 'running');
  }

  private async next(events: readonly StoredEvent[], upTo: string): Promise<void> {
    let folded = await this.fold(events, upTo);
    const failure = await this.written();
    if (failure) {
      folded.undo();
      await this.redo(failure);
      folded = await this.fold(events, upTo);
    }
    if (folded.page.moves.length > 0 || folded.page.clock.length > 0) this.writing = this.write(folded);
  }

  private async written(): Promise<Failure | undefined> {
    const failure = await this.writing;
    this.writing = Promise.resolve(undefined);
    return failure;
  }

  private async redo({ folded, error }: Failure): Promise<void> {
    folded.undo();
    await this.inHalves(folded.events, error);
  }

  /** Where the database refuses rows, halves of the page find out whose: that slice stops at that event. */
  private async inHalves(events: readonly StoredEvent[], error: unknown): Promise<void> {
    this.parts.histories.clear();
    if (!isDataError(error) || events.length === 0) throw error;
    const half = Math.ceil(events.length / 2);
    const parts = events.length === 1 ? [events] : [events.slice(0, half), events.slice(half)];
    const refused = new Map(events.length === 1 ? [[events[0]!.id, error]] : []);
    for (const part of parts) {
      const folded = await this.fold(part, part.at(-1)!.position, refused);
      const failure = await this.write(folded);
      if (!failure) continue;
      folded.undo();
      if (events.length === 1) throw failure.error;
      await this.inHalves(part, failure.error);
    }
  }

  /** The slices stand behind the page from here on, unless it is undone. */
  private async fold(events: readonly StoredEvent[], upTo: string, refused?: FoldOptions['refused']): Promise<FoldedPage> {
    const { histories, clock } = this.parts;
    const rows = new ProjectedRows();
    const stops = await foldPage(events, { histories, runs: this.byCategory, rows, ...(refused && { refused }) });
    const moving = this.running.filter((run) => isAhead(upTo, run.position));
    const moves = moving.map((run) => moveOf(run, upTo, stops.get(run)));
    const ticks = clock?.rows(events) ?? [];
    const undoClock = clock?.move(ticks);
    const before = moving.map(({ position, state, failure }) => ({ position, state, failure }));
    moving.forEach((run, index) => {
      const { to: position, state, failure } = moves[index]!;
      Object.assign(run, { position, state, failure });
    });
    const undo = () => {
      moving.forEach((run, index) => Object.assign(run, before[index]));
      undoClock?.();
    };
    return { events, page: { rows: rows.take(), moves, clock: ticks }, undo, stopped: moving.filter((run) => stops.has(run)) };
  }

  private async write(folded: FoldedPage): Promise<Failure | undefined> {
    const { client, inTurn, onWritten, onFault } = this.parts;
    try {
      await inTurn(() => writePage(client, folded.page));
      onWritten(folded.stopped);
      return undefined;
    } catch (error) {
      onFault();
      return { folded, error };
    }
  }
}

const moveOf = ({ name, target, position }: SliceRun, upTo: string, stop: Stop | undefined): Move => ({
  slice: name,
  build: target.build,
  from: position,
  to: !stop ? upTo : stop.before !== null && isAhead(stop.before, position) ? stop.before : position,
  state: stop ? 'stopped' : 'running',
  failure: stop?.failure ?? null,
});
