import { StoreFault, type EventStore, type Position } from '@soquy/event-store';

/** How old an answer of the store may be for saying how far behind the rows are. */
const FRESH_MS = 500;

/** When the events of a page were recorded, in milliseconds. */
type Recorded = readonly number[];

/** How far behind the log the rows are, without asking the store for every reader. */
export class Lag {
  private head: { readonly position: Position | undefined; readonly at: number } | undefined;
  private missing: { readonly after: Position | undefined; readonly page: Recorded; readonly at: number } | undefined;

  constructor(private readonly store: EventStore) {}

  /**
   * Seconds between the last recorded event and the one at `position`, which was recorded by `recordedMax`. Where more than a
   * page is missing it is at least that page's; while the store cannot be asked it is what it was, or 0.
   */
  async seconds(position: Position | undefined, recordedMax: Date | undefined): Promise<number> {
    try {
      const head = await this.currentHead();
      if (head === undefined || (position !== undefined && position >= head)) return 0;
      return behind(await this.pageAfter(position), recordedMax);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      return this.missing ? behind(this.missing.page, recordedMax) : 0;
    }
  }

  private async currentHead(): Promise<Position | undefined> {
    if (this.head && Date.now() - this.head.at < FRESH_MS) return this.head.position;
    const position = await this.store.head();
    this.head = { position, at: Date.now() };
    return position;
  }

  private async pageAfter(after: Position | undefined): Promise<Recorded> {
    const { missing } = this;
    if (missing && missing.after === after && Date.now() - missing.at < FRESH_MS) return missing.page;
    let page: Recorded = [];
    for await (const item of this.store.feed({ after, follow: false })) {
      if (item.kind !== 'events') continue;
      page = item.events.map(({ metadata }) => Date.parse(metadata.recordedAt));
      break;
    }
    this.missing = { after, page, at: Date.now() };
    return page;
  }
}

/** From the last projected event, or from the first one where none is projected yet. */
function behind(page: Recorded, recordedMax: Date | undefined): number {
  if (page.length === 0) return 0;
  return Math.max(0, (Math.max(...page) - (recordedMax?.getTime() ?? page[0]!)) / 1_000);
}
