import { setTimeout as sleep } from 'node:timers/promises';
import { ExportRunner } from '@soquy/boards';
import { testDatabase } from '../../support/postgres.js';
import { standIn } from '../../support/stand-in.js';
import { boardsApp, type Ask, type Served } from './app.js';
import type { Book } from './book.js';
import { smallWorld } from './world.js';

type Answer = Awaited<ReturnType<Ask>>;

/** Any number of processes of the API over one book and one database; lists of more than two rows are made in the background. */
export class Processes {
  private readonly open: Served[] = [];

  private constructor(
    private readonly book: Book,
    private readonly database: Awaited<ReturnType<typeof testDatabase>>,
  ) {}

  static async over(book: Book): Promise<Processes> {
    return new Processes(book, await testDatabase());
  }

  async start(environment: Record<string, string> = {}): Promise<Served> {
    const served = await boardsApp(this.book, { EXPORT_ROWS: '2', ...environment }, this.database);
    this.open.push(served);
    return served;
  }

  /** One that makes nothing itself: what is asked of it waits. */
  async startIdle(): Promise<Served> {
    const served = await this.start();
    await served.app.get(ExportRunner).beforeApplicationShutdown();
    return served;
  }

  async close(): Promise<void> {
    for (const served of this.open.splice(0)) await served.close();
    await this.database.drop();
  }
}

/** For each test of a file: a small world of its own, and processes over its book. */
export function withProcesses() {
  let book: Book;
  let processes: Processes;
  beforeEach(async () => {
    ({ book } = await smallWorld());
    processes = await Processes.over(book);
  });
  afterEach(async () => {
    await processes.close();
    await book.close();
  });
  return { book: standIn(() => book), processes: standIn(() => processes) };
}

/** Changes what the processes share, behind their backs. */
export const change = (served: Served, sql: string, ...values: unknown[]) => served.dataSource.query(sql, values);

/** Looks again and again; a busy machine takes its time for many rows. */
export async function until(met: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; !(await met());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await sleep(50);
  }
}

export const manifest = async (ask: Ask, { headers }: Pick<Answer, 'headers'>) => (await ask(String(headers.location))).json();

/** The manifest of a job, once it is done. */
export async function done(ask: Ask, answer: Pick<Answer, 'headers'>) {
  await until(async () => (await manifest(ask, answer)).state === 'done');
  return manifest(ask, answer);
}

export const fileOf = async (ask: Ask, answer: Pick<Answer, 'headers'>, headers: Record<string, string> = {}) =>
  ask(`${String(answer.headers.location)}/file`, headers);
