import type { EventStore, EventStoreName } from '@soquy/event-store';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { eventLines } from '../log/event-lines.js';
import { RunningSum } from '../log/log-sum.js';
import { appTables, begin, rowLines, tableLine } from './app-tables.js';
import { BACKUP_FORMAT, lineText, PRODUCT, type HeaderLine, type TrailerLine } from './backup-format.js';
import { BackupFault, faultOfFile } from './backup-fault.js';
import { verifyBackup } from './read-backup.js';

export interface BackupParts {
  readonly store: EventStore;
  /** Which one that is. */
  readonly eventStore: EventStoreName;
  readonly databaseUrl: string;
  readonly file: string;
  /** Put in the place of a file that is there already. */
  readonly overwrite?: boolean;
  readonly now?: Date;
  readonly signal?: AbortSignal;
}

/** A backup that was written, read back and found whole. */
export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  readonly header: HeaderLine;
  readonly trailer: TrailerLine;
}

/** Lines that are counted together. */
type Section = { readonly kind: 'heads' | 'rows' | 'events'; readonly lines: readonly string[] };

/**
 * Writes everything that is not derived into one file, while the product runs. The name appears only when the file is on
 * disk and was found whole; until then an older backup of that name stays as it is.
 */
export async function writeBackup(parts: BackupParts): Promise<WrittenBackup> {
  const { file, overwrite = false } = parts;
  if (!overwrite && existsSync(file))
    throw new BackupFault({
      vi: `Đã có tệp ${file}. Hãy chọn tên khác, hoặc thêm --overwrite để thay tệp cũ.`,
      en: `The file ${file} exists. Choose another name, or add --overwrite to replace it.`,
    });
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await write(part, parts);
    const ends = await verifyBackup(part);
    const { size } = await stat(part);
    await rename(part, file);
    await syncFolder(dirname(file));
    return { file, bytes: size, ...ends };
  } catch (error) {
    throw faultOfFile(error, file);
  } finally {
    await rm(part, { force: true });
  }
}

/** Readable by its owner only: it holds the hashes of passwords and keys. */
async function write(part: string, parts: BackupParts): Promise<void> {
  const { databaseUrl, signal } = parts;
  const handle = await open(part, 'wx', 0o600);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'soquy backup' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const lines = Readable.from(withTrailer(sections(client, parts)));
    await pipeline(lines, createGzip(), handle.createWriteStream({ flush: true }), { signal });
  } finally {
    await client.end().catch(() => undefined);
    await handle.close().catch(() => undefined);
  }
}

/**
 * The tables are looked at just before the head of the log is taken: what a reactor has dealt with by its checkpoint is then
 * in the log that follows.
 */
async function* sections(client: pg.Client, parts: BackupParts): AsyncGenerator<Section> {
  const { store, eventStore, now = new Date(), signal } = parts;
  await begin(client, 'isolation level repeatable read read only');
  const tables = await appTables(client);
  const head = (await store.head()) ?? null;
  const made = { format: BACKUP_FORMAT, product: PRODUCT, createdAt: now.toISOString() };
  yield { kind: 'heads', lines: [lineText({ kind: 'header', ...made, eventStore, head })] };
  for (const table of tables) {
    yield { kind: 'heads', lines: [tableLine(table)] };
    for await (const line of rowLines(client, table)) yield { kind: 'rows', lines: [line] };
  }
  await client.query('commit');
  if (head === null) return;
  for await (const page of eventLines(store, { upTo: head, signal }))
    yield { kind: 'events', lines: page.map(({ text }) => text) };
}

async function* withTrailer(from: AsyncIterable<Section>): AsyncGenerator<string> {
  const [all, log] = [createHash('sha256'), new RunningSum()];
  let rows = 0;
  for await (const { kind, lines } of from) {
    const text = lines.join('');
    all.update(text);
    if (kind === 'rows') rows += lines.length;
    if (kind === 'events') for (const line of lines) log.add(line);
    yield text;
  }
  yield lineText({ kind: 'trailer', ...log.sum(), rows, sha256: all.digest('hex') });
}

/** The new name is on disk too. Where folders cannot be opened (Windows), the file system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
