import type { FeedItem, StoredEvent } from '@soquy/event-store';
import type { ClientBase } from 'pg';
import { ProjectedRows } from '../projection/projected-rows.js';
import type { ClockRow, Move } from '../writing/page.js';
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
  readonly onStop: (run: SliceRun) => void;
}

/** Slices that go along the log together: each page is folded in memory and written with all their checkpoints at once. */
export class Lane {
  private readonly byCategory: ReadonlyMap<string, SliceRun>;

  constructor(private readonly parts: LaneParts) {
    this.byCategory = new Map(parts.runs.map((run) => [run.category, run]));
  }

  /** Where the feed of this lane begins: nothing before is news to any of its slices. */
  get position(): string | null {
    const positions = this.running.map(({ position }) => position);
    if (this.parts.clock) positions.push(this.parts.clock.position);
    return positions.reduce(
      (least, position) => (least === null || position === null || position < least ? position : least),
      positions[0] ?? null,
    );
  }

  async take(item: FeedItem): Promise<void> {
    if (item.kind === 'events') await this.pageOrHalves(item.events);
    else if (item.position !== undefined && this.running.some((run) => isAhead(item.position!, run.position)))
      await this.page([], item.position);
  }

  private get running(): readonly SliceRun[] {
    return this.parts.runs.filter(({ state }) => state === 'running');
  }

  /** Where the database refuses rows, halves of the page find out whose: that slice stops at that event. */
  private async pageOrHalves(events: readonly StoredEvent[]): Promise<void> {
    const upTo = events.at(-1)!.position;
    try {
      await this.page(events, upTo);
    } catch (error) {
      this.parts.histories.clear();
      if (!isDataError(error)) throw error;
      if (events.length === 1) return await this.page(events, upTo, new Map([[events[0]!.id, error]]));
      const half = Math.ceil(events.length / 2);
      await this.pageOrHalves(events.slice(0, half));
      await this.pageOrHalves(events.slice(half));
    }
  }

  private async page(events: readonly StoredEvent[], upTo: string, refused?: FoldOptions['refused']): Promise<void> {
    const { client, histories, clock } = this.parts;
    const rows = new ProjectedRows();
    const stops = await foldPage(events, { histories, runs: this.byCategory, rows, ...(refused && { refused }) });
    const moving = this.running.filter((run) => isAhead(upTo, run.position));
    const moves = moving.map((run) => moveOf(run, upTo, stops.get(run)));
    const ticks = clock?.rows(events) ?? [];
    if (moves.length === 0 && ticks.length === 0) return;
    await writePage(client, { rows: rows.take(), moves, clock: ticks });
    this.moved(moving, moves, ticks);
  }

  private moved(moving: readonly SliceRun[], moves: readonly Move[], ticks: readonly ClockRow[]): void {
    this.parts.clock?.moved(ticks);
    for (const [index, run] of moving.entries()) {
      const { to, state, failure } = moves[index]!;
      Object.assign(run, { position: to, state, failure });
      if (state === 'stopped') this.parts.onStop(run);
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
