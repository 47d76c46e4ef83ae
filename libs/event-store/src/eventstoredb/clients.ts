import { StoreFault } from '../store-fault.js';
import type { Counters } from './counters.js';
import { isFromBelow } from './faults.js';
import type { LogClient } from './log-client.js';

/**
 * The client in use. A client that left a call without an answer is thrown away with its connections, and its subscriptions
 * end: whether the server, the way or the client itself is to blame cannot be told from here, and a new one mends the last two.
 */
export class Clients {
  private client: LogClient | undefined;
  private closed = false;

  constructor(
    private readonly make: () => LogClient,
    private readonly withinMs: number,
    private readonly counters: Counters,
  ) {}

  get current(): LogClient {
    if (this.closed) throw StoreFault.closed();
    return (this.client ??= this.make());
  }

  /** The answer, or `unavailable` in time. What a call that is late does in the end concerns nobody. */
  async ask<Answer>(work: (client: LogClient) => Promise<Answer>): Promise<Answer> {
    const client = this.current;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.isSilent(client);
        reject(new StoreFault('unavailable', `EventStoreDB gave no answer within ${this.withinMs} ms`));
      }, this.withinMs);
    });
    try {
      return await Promise.race([work(client), late]);
    } catch (error) {
      if (isFromBelow(error)) this.giveUp(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** For whoever has waited for this client long enough. */
  isSilent(client: LogClient): void {
    this.counters.watchdogFirings++;
    this.giveUp(client);
  }

  close(): void {
    this.closed = true;
    this.client?.dispose();
    this.client = undefined;
  }

  /** Many calls may find out about the same client; only the first one makes a difference. */
  private giveUp(client: LogClient): void {
    if (client !== this.client) return;
    this.counters.recycles++;
    this.client = undefined;
    client.dispose();
  }
}
