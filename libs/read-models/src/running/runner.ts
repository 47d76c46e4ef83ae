import { connect } from '../database/connect.js';
import { Fenced } from '../writing/page.js';
import { backoffMs, pause } from './backoff.js';
import type { RunnerParts } from './runner-parts.js';
import { Session } from './session.js';

/** By this name a running projector is recognised among the connections of the database. */
const PROJECTOR = 'soquy-projector';

/** How long to leave the field to another process that is faster. */
const STAND_BY_MS = 1_000;

/**
 * Keeps the read rows level with the log. Sessions follow one another: each has a connection, the checkpoints and the
 * histories it needs, and ends on an error, when another process was faster, or when the state of a slice was changed.
 */
export class Runner {
  private stopping = new AbortController();
  private session: Session | undefined;
  private ended: Promise<void> | undefined;

  constructor(private readonly parts: RunnerParts) {}

  start(): void {
    if (this.ended) return;
    this.stopping = new AbortController();
    this.ended = this.run(this.stopping.signal);
  }

  /** The page being written is finished first. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.session?.end();
    await this.ended;
    this.ended = undefined;
  }

  /** Begins anew with what the tables say: after a rebuild, a resumed slice, a moved pointer. */
  reload(): void {
    this.session?.end();
  }

  private async run(signal: AbortSignal): Promise<void> {
    const caughtUp = new Set<string>();
    let [failures, fences, first] = [0, 0, true];
    while (!signal.aborted) {
      let pages = 0;
      try {
        await this.follow(async (session) => {
          await session.run(first, caughtUp).finally(() => (pages = session.pages));
        });
        [failures, first] = [0, false];
      } catch (error) {
        if (signal.aborted) return;
        if (pages > 0) [failures, fences, first] = [0, 0, false];
        if (error instanceof Fenced) await pause((fences++ > 0 ? STAND_BY_MS : 0) * (0.5 + Math.random()), signal);
        else {
          this.parts.log.warn({ err: error }, 'Projecting was interrupted and will be tried again');
          await pause(backoffMs(failures++), signal);
        }
      }
    }
  }

  private async follow(work: (session: Session) => Promise<void>): Promise<void> {
    const client = await connect(this.parts.connectionString, { name: PROJECTOR, onLost: () => this.session?.end() });
    try {
      this.session = new Session(this.parts, client);
      if (!this.stopping.signal.aborted) await work(this.session);
    } finally {
      this.session = undefined;
      await client.end().catch(() => undefined);
    }
  }
}
