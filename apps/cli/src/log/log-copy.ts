import { PostgresEventStore, type EventStore, type Position } from '@soquy/event-store';
import { appendBatch } from './append-batch.js';
import { batches } from './batches.js';
import { different, unequal } from './copy-fault.js';
import { each, eventLines, type ReadEvent } from './event-lines.js';
import { RunningSum, type LogSum } from './log-sum.js';

/** So few appends that PostgreSQL writes them in one transaction, in their order. */
const TOGETHER = 200;

export interface CopyParts {
  /** The events to be copied, in their order. */
  readonly lines: AsyncIterable<ReadEvent>;
  readonly store: EventStore;
  /** Told now and then how many events were compared, and later how many stand in the log. */
  readonly told?: ((events: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly patienceMs?: number | undefined;
}

/**
 * Makes a log equal to a row of events. It must hold a beginning of them: nothing, what an interrupted copy has written, or
 * all. Both sides are read once and never held in memory.
 *
 * Order: PostgreSQL writes appends to different streams that are sent together in one transaction and in their order. No
 * other store promises that, so elsewhere the next append is sent when the last one is confirmed. Either way whatever
 * interrupts the copy leaves a beginning.
 */
export class LogCopy {
  private readonly source = new RunningSum();
  private readonly target = new RunningSum();
  private readonly lines: AsyncIterator<ReadEvent>;
  private next: ReadEvent | undefined;
  private end: Position | undefined;

  constructor(private readonly parts: CopyParts) {
    this.lines = parts.lines[Symbol.asyncIterator]();
  }

  /** Compares what the log holds with how the events begin, and answers how many it holds. Writes nothing. */
  async passOver(): Promise<number> {
    const { store, signal, told } = this.parts;
    // What a killed copy had just sent to PostgreSQL is written before this is answered, and so is seen below.
    await store.health();
    this.next = await this.take();
    for await (const page of eventLines(store, { signal })) {
      for (const found of page) {
        if (this.next?.text !== found.text) throw different(this.target.events + 1, this.next, found);
        this.target.add(found.text);
        this.end = found.position;
        this.next = await this.take();
      }
      told?.(this.target.events);
    }
    return this.target.events;
  }

  /** To be asked after `passOver`: the log holds them all. */
  get isComplete(): boolean {
    return this.next === undefined;
  }

  /** What was read of both sides so far. */
  get sums(): { readonly source: LogSum; readonly target: LogSum } {
    return { source: this.source.sum(), target: this.target.sum() };
  }

  /** To be called after `passOver`. Appends what is missing and reads it back; the log was then found equal. */
  async complete(): Promise<LogSum> {
    const { store, signal, told } = this.parts;
    const readTo = this.end;
    const mostRuns = store instanceof PostgresEventStore ? TOGETHER : 1;
    let written = this.target.events;
    for await (const batch of batches(this.rest(), mostRuns)) {
      this.end = await appendBatch(this.parts, this.end, batch);
      told?.((written += batch.length));
    }
    for await (const { text } of each(eventLines(store, { after: readTo, signal }))) this.target.add(text);
    const { source, target } = this.sums;
    if (target.logSha256 !== source.logSha256)
      throw unequal(`${source.events} ${source.logSha256}\n${target.events} ${target.logSha256}`);
    return target;
  }

  private async *rest(): AsyncGenerator<ReadEvent, void, undefined> {
    for (; this.next; this.next = await this.take()) yield this.next;
  }

  private async take(): Promise<ReadEvent | undefined> {
    const { value } = (await this.lines.next()) as { readonly value: ReadEvent | undefined };
    if (value) this.source.add(value.text);
    return value;
  }
}
