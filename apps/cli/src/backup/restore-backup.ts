import type { EventStore, EventStoreName } from '@soquy/event-store';
import { ensureAppSchema } from '@soquy/platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CopyFault } from '../log/copy-fault.js';
import type { ReadEvent } from '../log/event-lines.js';
import { LogCopy } from '../log/log-copy.js';
import type { LogSum } from '../log/log-sum.js';
import { begin } from './app-tables.js';
import type { HeaderLine, TrailerLine } from './backup-format.js';
import { nextLine, readBackup, verifyBackup, type Lines, type ReadLine } from './read-backup.js';
import { faultOfCopy, unequal } from './restore-fault.js';
import { restoreTables } from './restore-tables.js';

export interface RestoreParts {
  readonly store: EventStore;
  /** Which one that is. */
  readonly eventStore: EventStoreName;
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
 * goes on. Whatever speaks against it is found before anything is written. The log may be kept in another store than the one
 * that was backed up.
 */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const { databaseUrl, file } = parts;
  const { header, trailer } = await verifyBackup(file);
  await ensureApp(databaseUrl);
  const lines = readBackup(file);
  try {
    await nextLine(lines);
    const { there, events, logSha256 } = await restoreLines(parts, lines, header, trailer.events);
    if (events !== trailer.events || logSha256 !== trailer.logSha256) throw unequal(file);
    return { events, rows: trailer.rows, logSha256, createdAt: header.createdAt, there };
  } catch (error) {
    throw error instanceof CopyFault ? faultOfCopy(error, file) : error;
  } finally {
    await lines.return();
  }
}

/** The rows are only kept if the log may be gone on with. */
async function restoreLines(
  { store, eventStore, databaseUrl, signal, progress }: RestoreParts,
  lines: Lines,
  header: HeaderLine,
  all: number,
): Promise<LogSum & Pick<Restored, 'there'>> {
  const samePositions = countsItsEvents(header.eventStore) && countsItsEvents(eventStore);
  let there: number | undefined;
  const told = (events: number) => {
    if (there !== undefined) progress?.(events, all);
  };
  const copy = await inTransaction(databaseUrl, async (client) => {
    const first = await restoreTables(client, lines, samePositions);
    const begun = new LogCopy({ lines: eventsFrom(first, lines), store, signal, told });
    there = await begun.passOver();
    return begun;
  });
  return { there: there!, ...(await copy.complete()) };
}

/** In PostgreSQL the position is the number of the event, so a log copied whole has the positions it had. */
const countsItsEvents = (eventStore: EventStoreName): boolean => eventStore === 'postgres';

/** The events of a backup, up to its trailer. */
async function* eventsFrom(first: ReadLine, lines: Lines): AsyncGenerator<ReadEvent, void, undefined> {
  for (let { line, text } = first; line.kind === 'event'; { line, text } = await nextLine(lines)) yield { line, text };
}

/** The tables are there as on a fresh start; the log's own come with the store. */
async function ensureApp(url: string): Promise<void> {
  const database = await new DataSource({ type: 'postgres', url, applicationName: 'soquy restore' }).initialize();
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
