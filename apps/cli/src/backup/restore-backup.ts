import { STORE_LIMITS, StoreFault, type EventStore, type StoredEvent } from '@soquy/event-store';
import { ensureAppSchema } from '@soquy/platform';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { begin } from './app-tables.js';
import { BackupFault } from './backup-fault.js';
import type { EventLine, TrailerLine } from './backup-format.js';
import { logLines, logSum } from './log-lines.js';
import { readBackup, verifyBackup, type ReadLine } from './read-backup.js';
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

type Lines = AsyncIterator<ReadLine, void>;

/**
 * Puts a backup into a database whose log is empty, or holds a beginning of just this backup: then an interrupted restore
 * goes on. Whatever speaks against it is found before anything is written.
 */
export async function restoreBackup(parts: RestoreParts): Promise<Restored> {
  const { store, databaseUrl, file, signal } = parts;
  const { header, trailer } = await verifyBackup(file);
  await ensureApp(databaseUrl);
  const lines = readBackup(file);
  try {
    await lines.next();
    const { next, there } = await inTransaction(databaseUrl, async (client) => {
      const first = await restoreTables(client, lines, file);
      return passOver(store, lines, first);
    });
    await appendRest(parts, lines, next, { there, all: trailer.events });
  } finally {
    await lines.return();
  }
  const { events, logSha256 } = await logSum(store, header.head, signal);
  if (events !== trailer.events || logSha256 !== trailer.logSha256) throw unequal(file);
  return { events, rows: trailer.rows, logSha256, createdAt: header.createdAt, there };
}
