import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CheckedAppend } from '../checked-append.js';
import type { Appended, Position } from '../event-store.js';
import { pause } from '../retrying.js';
import { StoreFault } from '../store-fault.js';
import { burstStatement, takeBurst, type Answer, type PendingAppend } from './burst.js';
import type { Database } from './database.js';
import { faultOf } from './faults.js';
import type { Session } from './session.js';

/** What the writer has done since it was made. */
export interface WriterStats {
  /** Appends answered with a place in the log, repeats among them. */
  appends: number;
  events: number;
  /** Transactions sent. */
  bursts: number;
  conflicts: number;
  /** Appends that had been written before, and were answered with the first result. */
  repeats: number;
  /** Bursts sent again because their outcome was unknown or the server busy. */
  retries: number;
  /** Appends refused because too many were waiting. */
  refused: number;
}

/** How late a waiting append may learn that its time is over. */
const SWEEP_MS = 100;
/** And their events may not take more memory than this. */
const WAITING_BYTES = 64 * 1_048_576;

/**
 * All appends of a process go through one connection. While one transaction is on its way, further appends wait; all that
 * can share the next one do. Nothing waits for a clock, so a lone append is as quick as its commit. A burst whose outcome is
 * unknown is sent again as it is: the same ids at the same revision are written once.
 */
export class CoalescingWriter {
  readonly stats: WriterStats = { appends: 0, events: 0, bursts: 0, conflicts: 0, repeats: 0, retries: 0, refused: 0 };
  private readonly pending = new Set<PendingAppend>();
  private queue: PendingAppend[] = [];
  private pendingBytes = 0;
  private session: Session | undefined;
  private running: Promise<void> | undefined;
  private sweeper: NodeJS.Timeout | undefined;
  /** Why the last burst was not answered; said to those whose time runs out. */
  private trouble: StoreFault | undefined;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly position: (place: string) => Position,
    private readonly waitingAppends = 10_000,
  ) {}

  /** Appends waiting or on their way. */
  get waiting(): number {
    return this.pending.size;
  }

  append(request: CheckedAppend, signal?: AbortSignal): Promise<Appended> {
    if (this.closed) return Promise.reject(StoreFault.closed());
    if (signal?.aborted) return Promise.reject(StoreFault.abandoned());
    if (this.pending.size >= this.waitingAppends || this.pendingBytes + request.bytes > WAITING_BYTES) {
      this.stats.refused++;
      return Promise.reject(new StoreFault('unavailable', 'Too many appends are waiting; try again in a moment'));
    }
    return new Promise((resolve, reject) => {
      const until = performance.now() + this.database.answerWithinMs;
      const abandon = () => settle(StoreFault.abandoned());
      const settle = (outcome: Appended | StoreFault) => {
        if (!this.pending.delete(pending)) return;
        this.pendingBytes -= request.bytes;
        signal?.removeEventListener('abort', abandon);
        if (outcome instanceof StoreFault) reject(outcome);
        else resolve(outcome);
      };
      const pending: PendingAppend = { request, until, settle };
      signal?.addEventListener('abort', abandon);
      this.pending.add(pending);
      this.pendingBytes += request.bytes;
      this.queue.push(pending);
      this.sweeper ??= setInterval(() => this.sweep(), SWEEP_MS);
      this.running ??= this.run();
    });
  }

  /** Takes no more, and lets what waits come to its end. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
    clearInterval(this.sweeper);
    this.session?.giveUp();
  }

  private async run(): Promise<void> {
    await nextTurn();
    while (this.queue.length > 0) {
      const { burst, rest } = takeBurst(this.queue);
      this.queue = rest;
      await this.write(burst);
    }
    this.running = undefined;
  }

  private async write(burst: readonly PendingAppend[]): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const open = burst.filter((pending) => this.pending.has(pending));
      if (open.length === 0) return;
      const answers = await this.send(open).catch(faultOf);
      this.trouble = answers instanceof StoreFault ? answers : undefined;
      if (!(answers instanceof StoreFault)) return open.forEach((pending, index) => this.answer(pending, answers[index]!));
      if (answers.kind !== 'unavailable') return await this.writeApart(open, answers);
      this.stats.retries++;
      await pause(attempt);
    }
  }

  /** One bad request fails the whole transaction: halving finds it and lets the others through. */
  private async writeApart(burst: readonly PendingAppend[], fault: StoreFault): Promise<void> {
    if (burst.length === 1) return burst[0]!.settle(fault);
    const half = burst.length >> 1;
    await this.write(burst.slice(0, half));
    await this.write(burst.slice(half));
  }

  private async send(burst: readonly PendingAppend[]): Promise<readonly Answer[]> {
    if (!this.session?.open) this.session = await this.database.session('writer');
    this.stats.bursts++;
    return (await this.session.query(burstStatement(burst))) as unknown as readonly Answer[];
  }

  private answer({ request, settle }: PendingAppend, [outcome, revision, place]: Answer): void {
    if (outcome === 'conflict') {
      this.stats.conflicts++;
      const actual = revision === null ? undefined : BigInt(revision);
      return settle(StoreFault.conflict(request.stream, request.expected, actual));
    }
    this.stats.appends++;
    if (outcome === 'repeated') this.stats.repeats++;
    else this.stats.events += request.events.length;
    settle({ revision: BigInt(revision!), position: this.position(place!) });
  }

  /** Appends that have waited long enough fail, also the ones on their way: then their outcome is unknown. */
  private sweep(): void {
    const now = performance.now();
    for (const { until, settle } of this.pending) {
      if (until > now) return;
      const sentence = `The append could not be confirmed within ${this.database.answerWithinMs} ms`;
      settle(
        new StoreFault('unavailable', [sentence, this.trouble?.message].filter(Boolean).join('. '), undefined, {
          cause: this.trouble,
        }),
      );
    }
    if (this.pending.size > 0) return;
    clearInterval(this.sweeper);
    this.sweeper = undefined;
  }
}
