interface Waiter {
  readonly position: string;
  readonly resolve: (reached: boolean) => void;
}

/** Looked anew this often while somebody waits, for pages that another process writes. */
const POLL_MS = 10;

/**
 * Wakes readers that wait for a position. The tables alone say how far the rows are; a runner in this process only says when
 * to look, and where it runs elsewhere a poll does. All waiters share one look, so many cost no more than one.
 */
export class PositionWatch {
  private readonly waiters = new Set<Waiter>();
  private poll: NodeJS.Timeout | undefined;
  private looking = false;
  private lookAgain = false;

  /** `position`: how far all running slices are. */
  constructor(private readonly position: () => Promise<string | undefined>) {}

  reached(position: string, milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(waiter, false), milliseconds);
      const waiter: Waiter = {
        position,
        resolve: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      this.waiters.add(waiter);
      this.poll ??= setInterval(() => this.wake(), POLL_MS);
      this.wake();
    });
  }

  /** Rows may have moved on. */
  wake(): void {
    if (this.waiters.size === 0) return;
    if (this.looking) this.lookAgain = true;
    else void this.look();
  }

  /** Nobody waits any longer. */
  close(): void {
    for (const waiter of this.waiters) this.settle(waiter, false);
  }

  private async look(): Promise<void> {
    this.looking = true;
    do {
      this.lookAgain = false;
      // A database that cannot be asked has not reached anything; the waiters' own time ends the wait.
      const position = await this.position().catch(() => undefined);
      for (const waiter of this.waiters) if (position !== undefined && position >= waiter.position) this.settle(waiter, true);
    } while (this.lookAgain && this.waiters.size > 0);
    this.looking = false;
  }

  private settle(waiter: Waiter, reached: boolean): void {
    this.waiters.delete(waiter);
    waiter.resolve(reached);
    if (this.waiters.size > 0) return;
    clearInterval(this.poll);
    this.poll = undefined;
  }
}
