import type { EventStore, Position, StoredEvent } from '@soquy/event-store';
import { ProjectedRows } from '../projection/projected-rows.js';
import { foldPage } from '../running/fold-page.js';
import { Histories } from '../running/histories.js';
import type { SliceRun } from '../running/slice-run.js';
import type { NewBuilds } from './new-builds.js';
import { belongs, type Share } from './share.js';

export interface FillParts {
  readonly store: EventStore;
  readonly signal: AbortSignal;
  /** Events whose rows the database refused in an earlier try: their slices stop there. */
  readonly refused: ReadonlyMap<string, unknown>;
  /** Told how many events were taken in since it was told last. */
  readonly onTaken: (events: number) => void;
  /** Only streams of this share are taken in; all without one. */
  readonly share?: Share;
}

/** Rows gathered before they are written: enough for COPY to pay, so few that collecting garbage seldom meets them. */
const ROWS_A_WRITE = 4_000;

/** Takes in the log for slices that are built anew, pass by pass. */
export class Fill {
  private readonly histories: Histories;
  private readonly rows = new ProjectedRows();
  private readonly byCategory: ReadonlyMap<string, SliceRun>;
  /** Up to where the log was taken in. */
  position: Position | undefined;

  constructor(
    private readonly parts: FillParts,
    private readonly runs: readonly SliceRun[],
  ) {
    this.histories = new Histories(parts.store, parts.share?.of);
    this.byCategory = new Map(runs.map((run) => [run.category, run]));
  }

  /** From where the last pass ended to a position, or to the end of the log as it is now; answers how many events that were. */
  async pass(tables: NewBuilds, upTo?: Position): Promise<number> {
    const { store, signal, share, onTaken } = this.parts;
    const filter = { streamPrefixes: [...this.byCategory.keys()].map((category) => `${category}-`) };
    let events = 0;
    let writing = Promise.resolve();
    let ended = false;
    const wanted = share && ((stream: string) => belongs(stream, share));
    for await (const item of store.feed({ after: this.position, filter, ...(wanted && { wanted }), follow: false, signal })) {
      const position = item.kind === 'events' ? item.events.at(-1)!.position : (item.position ?? this.position);
      if (item.kind === 'events') {
        const page = this.ours(item.events, upTo);
        await this.take(page);
        events += page.length;
        onTaken(page.length);
        if (this.rows.size > ROWS_A_WRITE) {
          await writing;
          writing = tables.write(this.rows);
          writing.catch(() => undefined);
        }
      }
      const isBeyond = upTo !== undefined && position !== undefined && position >= upTo;
      this.position = isBeyond ? upTo : position;
      ended = isBeyond || item.kind === 'caught-up';
      if (isBeyond) break;
    }
    await writing;
    if (!ended) throw new Error('The rebuild was ended before it reached the end of the log');
    const standing = this.runs.filter(({ state }) => state === 'running');
    await tables.finish(
      this.rows,
      standing.map(({ target }) => target.build),
    );
    return events;
  }

  private ours(events: readonly StoredEvent[], upTo: Position | undefined): readonly StoredEvent[] {
    const { share } = this.parts;
    if (upTo === undefined && !share) return events;
    return events.filter(
      ({ position, stream }) => (upTo === undefined || position <= upTo) && (!share || belongs(stream, share)),
    );
  }

  private async take(events: readonly StoredEvent[]): Promise<void> {
    const { histories, rows, byCategory: runs } = this;
    const stops = await foldPage(events, { histories, runs, rows, refused: this.parts.refused, retrySkipped: true });
    for (const [run, { failure }] of stops) Object.assign(run, { state: 'stopped', failure });
  }
}
