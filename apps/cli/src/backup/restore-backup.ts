import type { EventStore } from '@soquy/event-store';
import { ensureAppSchema } from '@soquy/platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { begin } from './app-tables.js';
import { appendLines } from './append-lines.js';
import { BackupFault } from './backup-fault.js';
import type { TrailerLine } from './backup-format.js';
import { logLines, logSum } from './log-lines.js';
import { nextLine, readBackup, verifyBackup, type Lines, type ReadLine } from './read-backup.js';
import { restoreTables } from './restore-tables.js';

export interface RestoreParts {
  readonly store: EventStore;
  readonly databaseUrl: string;
  readonly file: string;
  /** Told now and then how many events stand in the log. */
  readonly progress?: (events: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** A log that was read again and found equal to the backup. */
export interface Restored extends Pick<TrailerLine, 'events' | 'rows' | 'logSha256'> {
  readonly createdAt: string;
  /** Events that an earlier, interrupted restore had written. */
  readonly there: number;
}

/**
 * Puts a backup into a database whose log is empty, or holds a beginning of just this backup: then an interrupted restore
 * goes on. Whatever speaks against it is found before anything is written.
 */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const { store, databaseUrl, file, signal } = parts;
  const { header, trailer } = await verifyBackup(file);
  await ensureApp(databaseUrl);
  const there = await restoreLines(parts, trailer.events);
  const { events, logSha256 } = await logSum(store, header.head, signal);
  if (events !== trailer.events || logSha256 !== trailer.logSha256) throw unequal(file);
  return { events, rows: trailer.rows, logSha256, createdAt: header.createdAt, there };
}

/** Writes what is missing and answers how many events were there. The rows are only kept if the log may be gone on with. */
async function restoreLines(parts: RestoreParts, all: number): Promise<number> {
  const lines = readBackup(parts.file);
  try {
    await nextLine(lines);
    const { next, there } = await inTransaction(parts.databaseUrl, async (client) =>
      passOver(parts.store, lines, await restoreTables(client, lines)),
    );
    await appendLines(parts, lines, next, (added) => parts.progress?.(there + added, all));
    return there;
  } finally {
    await lines.return();
  }
}

/** Compares what the log holds with the backup's events and answers the first one that is still missing. */
async function passOver(store: EventStore, lines: Lines, first: ReadLine): Promise<{ next: ReadLine; there: number }> {
  const head = (await store.head()) ?? null;
  let next = first;
  let there = 0;
  for await (const page of logLines(store, head))
    for (const text of page) {
      if (next.text !== text) throw notEmpty();
      next = await nextLine(lines);
      there++;
    }
  return { next, there };
}

/** The tables are there as on a fresh start; the log's own come with the store. */
async function ensureApp(url: string): Promise<void> {
  const database = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    await ensureAppSchema(database);
  } finally {
    await database.destroy();
  }
}

async function inTransaction<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'soquy restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await begin(client, 'read write');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

const notEmpty = () =>
  new BackupFault({
    vi: 'Nơi khôi phục đã có sự kiện khác với bản sao lưu. Chưa thay đổi gì; hãy khôi phục vào một DATA_DIR mới.',
    en: 'The place to restore to holds events other than the backup. Nothing was changed; restore into a new DATA_DIR.',
  });

const unequal = (file: string) =>
  new BackupFault({
    vi: `Sổ vừa khôi phục không giống bản sao lưu ${file}. Đừng dùng; hãy khôi phục lại vào một DATA_DIR mới.`,
    en: `The restored log does not equal the backup ${file}. Do not use it; restore again, into a new DATA_DIR.`,
  });
