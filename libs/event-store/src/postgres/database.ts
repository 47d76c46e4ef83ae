import { migrate } from './schema.js';
import { Session } from './session.js';

export interface PostgresStoreOptions {
  readonly connectionString: string;
  /** For feeds, which LISTEN: needed where `connectionString` leads through a transaction pooler. */
  readonly listenConnectionString?: string | undefined;
  /** Within this time every call has answered, or failed as `unavailable`; feeds that follow go on trying. Default 10 s. */
  readonly answerWithinMs?: number;
  /** Connections for reading, made as they are needed. Default 4. */
  readonly readConnections?: number;
  /** Appends that may wait for the writer; further ones are `unavailable` at once. Default 10,000. */
  readonly waitingAppends?: number;
}

/** Where connections come from. The first one brings the schema up to date, whenever that becomes possible. */
export class Database {
  readonly answerWithinMs: number;
  private prepared: Promise<void> | undefined;

  constructor(private readonly options: PostgresStoreOptions) {
    this.answerWithinMs = options.answerWithinMs ?? 10_000;
  }

  async session(name: 'writer' | 'reader' | 'feed'): Promise<Session> {
    await this.prepare();
    return await this.connect(name);
  }

  prepare(): Promise<void> {
    this.prepared ??= this.migrate().catch((error: unknown) => {
      this.prepared = undefined;
      throw error;
    });
    return this.prepared;
  }

  private async migrate(): Promise<void> {
    const session = await this.connect('migration');
    try {
      await migrate(session);
    } finally {
      session.giveUp();
    }
  }

  /** Half the time for one answer leaves room for another attempt. */
  private connect(name: string): Promise<Session> {
    const { connectionString, listenConnectionString } = this.options;
    return Session.open({
      connectionString: name === 'feed' ? (listenConnectionString ?? connectionString) : connectionString,
      name,
      connectWithinMs: this.answerWithinMs / 4,
      answerWithinMs: this.answerWithinMs / 2,
    });
  }
}
