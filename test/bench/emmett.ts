import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

const PACKAGE = '@event-driven-io/emmett-postgresql';
const VERSION = '0.42.0';
/** Its default; more made it no faster. */
const CONNECTIONS = 10;

/** What of the peer is used. */
export interface EmmettStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly { type: string; data: object; metadata: object }[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  close(): Promise<void>;
}

interface Peer {
  getPostgreSQLEventStore(connectionString: string, options: { connectionOptions: { pool: pg.Pool } }): EmmettStore;
}

/** The peer is no dependency: it is fetched when it is wanted, beside the data. Undefined where it cannot be had. */
export async function emmett(connectionString: string): Promise<EmmettStore | undefined> {
  const folder = join(process.cwd(), '.data', 'bench-peers', 'emmett');
  try {
    if (!existsSync(join(folder, 'node_modules', PACKAGE))) await fetchInto(folder);
    const entry = createRequire(join(folder, 'package.json')).resolve(PACKAGE);
    const peer = (await import(pathToFileURL(entry).href)) as Peer;
    const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
    // Its connections are still saying goodbye when the database is dropped under them.
    pool.on('error', () => undefined);
    const store = peer.getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
    await store.schema.migrate();
    const close = () => store.close().then(() => pool.end());
    return { schema: store.schema, appendToStream: store.appendToStream.bind(store), close };
  } catch {
    return undefined;
  }
}

async function fetchInto(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=0', `${PACKAGE}@${VERSION}`];
  await promisify(execFile)(npm, install, { cwd: folder, timeout: 120_000 });
}
