import { Socket } from 'node:net';
import pg from 'pg';
import { StoreFault } from '../store-fault.js';
import { faultOf } from './faults.js';

const JSON_OID = 114;
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  23: Number,
  [JSON_OID]: (text) => JSON.parse(text) as unknown,
};
const asText = (text: string) => text;

/** JSON as values, int4 as numbers, booleans; all else (int8 above all) as the text it is. */
const TYPES = { getTypeParser: (oid: number) => PARSERS[oid] ?? asText } as pg.CustomTypesConfig;
/** JSON as its text too, for rows that may be passed over unread. */
const TEXT_TYPES = {
  getTypeParser: (oid: number) => (oid === JSON_OID ? asText : (PARSERS[oid] ?? asText)),
} as pg.CustomTypesConfig;

/**
 * Plans are known beforehand: every access goes through an index, also while the tables are small and their statistics
 * young; and a plan is made once, not with each call.
 */
const settings = (answerWithinMs: number) => `
set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off;
set plan_cache_mode = force_generic_plan; set default_transaction_isolation = 'read committed';
set statement_timeout = ${Math.round(0.9 * answerWithinMs)}`;

export interface SessionOptions {
  readonly connectionString: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  readonly connectWithinMs: number;
  /** The server is told a little less, so that it gives up what nobody waits for and the connection stays of use. */
  readonly answerWithinMs: number;
}

export interface Statement {
  readonly text: string;
  /** Prepared once a connection under this name. */
  readonly name?: string;
  readonly values?: readonly unknown[];
  /** `text`: left unread. */
  readonly json?: 'text';
}

/** How long a polite goodbye may take. */
const GOODBYE_MS = 1_000;

/** One connection of our own. Every question is answered in time or the connection is given up; broken once, it stays so. */
export class Session {
  private usable = true;
  /** Called on each notification, and when the connection is gone. */
  onChange: () => void = () => {};

  private constructor(
    private readonly client: pg.Client,
    private readonly socket: Socket,
    private readonly answerWithinMs: number,
  ) {
    client.on('error', () => this.giveUp());
    client.on('end', () => this.giveUp());
    client.on('notification', () => this.onChange());
  }

  static async open({ connectionString, name, connectWithinMs, answerWithinMs }: SessionOptions): Promise<Session> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString,
      application_name: `soquy ${name}`,
      connectionTimeoutMillis: connectWithinMs,
      keepAlive: true,
      stream: () => socket,
    });
    const session = new Session(client, socket, answerWithinMs);
    try {
      await client.connect();
    } catch (error) {
      session.giveUp();
      throw faultOf(error);
    }
    await session.query({ text: settings(answerWithinMs) });
    return session;
  }

  get open(): boolean {
    return this.usable;
  }

  /** Rows as arrays. Not to be called while another question is open. */
  async query(statement: Statement): Promise<unknown[][]> {
    if (!this.usable) throw new StoreFault('unavailable', 'The connection to PostgreSQL was lost');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StoreFault('unavailable', `PostgreSQL gave no answer within ${this.answerWithinMs} ms`));
        this.giveUp();
      }, this.answerWithinMs);
    });
    try {
      const { json, ...question } = statement;
      const types = json === 'text' ? TEXT_TYPES : TYPES;
      const asked = this.client.query({ ...question, rowMode: 'array', types } as pg.QueryArrayConfig);
      const { rows } = await Promise.race([asked, late]);
      return rows;
    } catch (error) {
      throw faultOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the connection whatever it is doing; a question still open fails as `unavailable`. */
  giveUp(): void {
    if (!this.usable) return;
    this.usable = false;
    void this.client.end().catch(() => undefined);
    setTimeout(() => this.socket.destroy(), GOODBYE_MS).unref();
    this.onChange();
  }
}
