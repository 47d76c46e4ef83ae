import type { ServerWritableStream } from '@grpc/grpc-js';
import { setTimeout as wait } from 'node:timers/promises';
import { isRefusal, refuse, type Failure } from './failures.js';
import type { Fault } from './faults.js';
import type { ReadAnswer, ReadRequest } from './proto.js';

type Interruption = Extract<Fault, { readonly after: number }>;

/** In this time what was written has passed the door, which runs in this very process. */
const THROUGH_THE_DOOR_MS = 25;

/**
 * Messages towards one reader. It writes no faster than the reader takes: beside what HTTP/2 allows under way, no more
 * than the stream's own few messages are ever queued.
 */
export class Outlet {
  events = 0;
  queuedMessages = 0;
  queuedBytes = 0;
  mostQueuedMessages = 0;
  mostQueuedBytes = 0;
  private silent = false;
  private over = false;
  private waiters: (() => void)[] = [];

  constructor(
    private readonly call: ServerWritableStream<ReadRequest, ReadAnswer>,
    private readonly connection: { cut(): void; hangUp(): void },
    private readonly onOver: () => void,
    private readonly interruption?: Interruption,
  ) {
    for (const event of ['cancelled', 'close', 'error']) call.on(event, () => this.close());
    call.on('drain', () => this.wake());
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Waits until there is room; false when the reader is gone or the call has ended. */
  async send(message: ReadAnswer, bytes = 0): Promise<boolean> {
    while (this.silent && !this.over) await this.change();
    if (this.over) return false;
    const isEvent = message.hasEvent();
    this.queuedMessages += 1;
    this.queuedBytes += bytes;
    this.mostQueuedMessages = Math.max(this.mostQueuedMessages, this.queuedMessages);
    this.mostQueuedBytes = Math.max(this.mostQueuedBytes, this.queuedBytes);
    const room = this.call.write(message, () => {
      this.queuedMessages -= 1;
      this.queuedBytes -= bytes;
      this.wake();
    });
    if (isEvent) this.events += 1;
    while (!room && this.call.writableNeedDrain && !this.over) await this.change();
    if (isEvent) await this.interrupt();
    return !this.over;
  }

  /** Strikes when the number of events that may pass has passed. */
  async interrupt(): Promise<void> {
    if (!this.interruption || this.over || this.events < this.interruption.after) return;
    const { then } = this.interruption;
    if (then === 'end') return this.end();
    if (then === 'hang') return this.silence();
    if (isRefusal(then)) return this.fail(refuse(then));
    while (this.queuedMessages > 0 && !this.over) await this.change();
    await wait(THROUGH_THE_DOOR_MS);
    this.close();
    this.connection.hangUp();
  }

  end(): void {
    if (this.over) return;
    this.close();
    this.call.end();
  }

  fail(failure: Failure): void {
    if (this.over) return;
    this.close();
    this.call.emit('error', failure);
  }

  /** The call stays open and nothing comes any more. */
  silence(): void {
    this.silent = true;
  }

  cut(): void {
    this.close();
    this.connection.cut();
  }

  /** Resolves at the next change: room, an end, or `wake`. */
  change(): Promise<void> {
    return this.over ? Promise.resolve() : new Promise((resolve) => this.waiters.push(resolve));
  }

  wake(): void {
    const waiters = this.waiters;
    this.waiters = [];
    for (const resume of waiters) resume();
  }

  private close(): void {
    if (this.over) return;
    this.over = true;
    this.wake();
    this.onOver();
  }
}
