import { StoreFault, type EventStore, type NewEvent } from '@soquy/event-store';

/** Each time another process took numbers in between; so many of them in a row are not met. */
const MOST_CONFLICTS = 20;

/**
 * The numbers of one stream, as far as this process has read it. A number is taken at the exact revision and only where the
 * event was not found before: a store knows a repeat of an append to any revision only until it is started again, and would
 * then write the same event a second time.
 */
export class Numbers {
  private readonly revisions = new Map<string, bigint>();
  private length = 0n;
  private isRead = false;

  constructor(
    private readonly store: EventStore,
    private readonly stream: string,
  ) {}

  /** The revisions that the events got, now or before. One call at a time. */
  async take(events: readonly NewEvent[]): Promise<bigint[]> {
    const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
    for (let conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
      if (!this.isRead) await this.readOn();
      const left = distinct.filter(({ id }) => !this.revisions.has(id));
      if (left.length === 0 || (await this.isWritten(left))) return events.map(({ id }) => this.revisions.get(id)!);
    }
    throw new StoreFault('unavailable', `Others take numbers of ${this.stream} all the time`);
  }

  private async readOn(): Promise<void> {
    for await (const { id, revision } of this.store.readStream(this.stream, { from: this.length })) this.add(id, revision);
    this.isRead = true;
  }

  /** False: others were faster, and what they took must be read first. */
  private async isWritten(events: readonly NewEvent[]): Promise<boolean> {
    try {
      const { revision } = await this.store.append(this.stream, this.length === 0n ? 'no-stream' : this.length - 1n, events);
      const before = revision - BigInt(events.length);
      events.forEach(({ id }, index) => this.add(id, before + BigInt(index + 1)));
      return true;
    } catch (error) {
      this.isRead = false;
      if (error instanceof StoreFault && error.kind === 'conflict') return false;
      throw error;
    }
  }

  private add(id: string, revision: bigint): void {
    if (!this.revisions.has(id)) this.revisions.set(id, revision);
    this.length = revision + 1n;
  }
}
