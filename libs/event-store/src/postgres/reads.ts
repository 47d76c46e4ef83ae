import { setMaxListeners } from 'node:events';
import { retrying } from '../retrying.js';
import { StoreFault } from '../store-fault.js';
import type { Database } from './database.js';
import type { Session, Statement } from './session.js';

/** Questions over a few shared connections, each held for one answer only; retried while PostgreSQL cannot be reached. */
export class Reads {
  private readonly idle: Session[] = [];
  private readonly waiting: (() => void)[] = [];
  private free: number;
  private readonly closing = new AbortController();

  constructor(
    private readonly database: Database,
    connections = 4,
  ) {
    setMaxListeners(0, this.closing.signal);
    this.free = connections;
  }

  async query(statement: Statement, signal?: AbortSignal): Promise<unknown[][]> {
    if (this.closing.signal.aborted) throw StoreFault.closed();
    if (signal?.aborted) throw StoreFault.abandoned();
    const signals = [signal, this.closing.signal];
    return await retrying(() => this.attempt(statement), { withinMs: this.database.answerWithinMs, signals });
  }

  close(): void {
    this.closing.abort();
    for (const session of this.idle.splice(0)) session.giveUp();
  }

  private async attempt(statement: Statement): Promise<unknown[][]> {
    await this.turn();
    let session: Session | undefined;
    try {
      do session = this.idle.pop();
      while (session && !session.open);
      session ??= await this.database.session('reader');
      return await session.query(statement);
    } finally {
      if (session?.open && !this.closing.signal.aborted) this.idle.push(session);
      else session?.giveUp();
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }

  /** Whoever comes first is served first; a turn is handed on by the one who had it. */
  private async turn(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
