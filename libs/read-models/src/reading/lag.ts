import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, StoreFault, type EventStore, type Position } from '@soquy/event-store';

/** How old an answer of the store may be for saying how far behind the rows are. */
const FRESH_MS = 500;
/** A reader waits no longer than this for the store; it is told the last lag known then. */
const PATIENCE_MS = 100;

/** When the events of a page were recorded, in milliseconds; a store may hand out less than a page at a time. */
type Recorded = readonly number[];

/** How far behind the log the rows are, asking the store once for many readers and never waiting for a slow one. */
export class Lag {
  private last: number | undefined;
  private readonly head: Fresh<Position | undefined>;
  private missing: { readonly after: Position | undefined; readonly page: Fresh<Recorded> } | undefined;

  constructor(private readonly store: EventStore) {
    this.head = new Fresh(() => store.head());
  }

  /**
   * Seconds between the last recorded event and the one at `position`, which was recorded by `recordedMax`. Where more than a
   * page is missing it is at least that page's; while the store does not answer it is what it was. The first reader waits for
   * the store, for there is nothing yet that it was.
   */
  async seconds(position: Position | undefined, recordedMax: Date | undefined): Promise<number> {
    const measured = this.measured(position, recordedMax);
    // Rows that were just emptied must not be taken for level because nobody has looked yet.
    if (this.last === undefined) return await measured;
    return await Promise.race([measured, sleep(PATIENCE_MS).then(() => this.last ?? 0)]);
  }

  private async measured(position: Position | undefined, recordedMax: Date | undefined): Promise<number> {
    try {
      const head = await this.head.value();
      const isLevel = head === undefined || (position !== undefined && position >= head);
      this.last = isLevel ? 0 : behind(await this.pageAfter(position), recordedMax);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      this.last ??= 0;
    }
    return this.last;
  }

  private async pageAfter(after: Position | undefined): Promise<Recorded> {
    if (this.missing?.after !== after || !this.missing)
      this.missing = { after, page: new Fresh(() => this.recordedAfter(after)) };
    return await this.missing.page.value();
  }

  private async recordedAfter(after: Position | undefined): Promise<Recorded> {
    const recorded: number[] = [];
    for await (const item of this.store.feed({ after, follow: false })) {
      if (item.kind === 'events') recorded.push(...item.events.map(({ metadata }) => Date.parse(metadata.recordedAt)));
      if (recorded.length >= STORE_LIMITS.pageEvents) break;
    }
    return recorded;
  }
}

/** A value asked for at most once in a while, and never twice at the same time. */
class Fresh<T> {
  private asked: Promise<T> | undefined;
  private at = -Infinity;

  constructor(private readonly ask: () => Promise<T>) {}

  value(): Promise<T> {
    if (!this.asked || Date.now() - this.at > FRESH_MS) {
      this.at = Infinity;
      this.asked = this.ask().finally(() => (this.at = Date.now()));
    }
    return this.asked;
  }
}

/** From the last projected event, or from the first one where none is projected yet. */
function behind(page: Recorded, recordedMax: Date | undefined): number {
  if (page.length === 0) return 0;
  return Math.max(0, (Math.max(...page) - (recordedMax?.getTime() ?? page[0]!)) / 1_000);
}
