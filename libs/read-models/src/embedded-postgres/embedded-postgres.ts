import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, type Binaries } from './binaries.js';
import { majorOf, makeCluster, passwordOf, placesIn } from './cluster.js';
import { homeFor, homeIn, reachable } from './homes.js';
import { declareStale, isAlive, isServerOf, readPidFile } from './pid-file.js';
import { busy, faultOfFiles, otherVersion, PostgresFault } from './postgres-fault.js';
import { chooseRunAs, handOver, type RunAs } from './run-as.js';
import { freePort, hasEnded, launch, stopServer } from './server.js';
import { withStartLock } from './start-lock.js';

export interface EmbeddedPostgresOptions {
  /** The server's files go into its folder `postgres`. */
  readonly dataDir: string;
  /** A free one where absent. A server that already runs keeps its own. */
  readonly port?: number;
  /** `postgresql.conf` settings for this start. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
  /** How PostgreSQL gets rid of root's rights; what the machine allows, where absent. */
  readonly runAs?: RunAs;
}

export interface EmbeddedPostgres {
  /** For the superuser, with the password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The server ran already, started by another process. */
  readonly adopted: boolean;
  /** When the server ends, however it ends. */
  readonly ended: Promise<void>;
  /** Stops the server it started; leaves an adopted one alone while the process that started it lives. */
  readonly stop: () => Promise<void>;
}

/** How long a server that is starting or stopping under another process is waited for. */
const OTHERS_LIMIT_MS = 60_000;
const OTHERS_LOOK_MS = 500;
const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 250;

/** Starts the PostgreSQL that belongs to a data folder, making the folder at the first start, or adopts the one running there. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const asked = resolve(options.dataDir);
  try {
    makeFolder(asked);
    const dataDir = realpathSync(asked);
    const runAs = options.runAs ?? chooseRunAs({ files: homeIn(dataDir) });
    const home = homeFor(dataDir, runAs);
    return await withStartLock(home, async () => (await adopt(home)) ?? (await start(home, runAs, options)));
  } catch (error) {
    throw faultOfFiles(error, asked);
  }
}

/** One folder after the other: asked for all at once, Node never ends where the system lets nobody make any (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** The server that runs in this folder, once it is ready; undefined when none does. A dead one's pid file is marked stale. */
async function adopt(home: string): Promise<EmbeddedPostgres | undefined> {
  const { data, owner } = placesIn(home);
  for (const deadline = Date.now() + OTHERS_LIMIT_MS; Date.now() < deadline; await delay(50)) {
    const said = readPidFile(data);
    if (!said) return undefined;
    const { pid, port, status } = said;
    if (!isServerOf(data, pid)) {
      declareStale(data);
      return undefined;
    }
    const url = urlOf(home, port);
    if (status !== 'ready' || !(await answers(url))) continue;
    const isOrphan = existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8')));
    const isGone = () => !isServerOf(data, pid);
    const stop = async () => (isOrphan ? stopServer(pid, isGone) : undefined);
    return { url, port, pid, adopted: true, ended: endOfOther(isGone), stop };
  }
  throw busy(home);
}

/** Nobody tells of the end of another process's child, so it is looked for; the looking keeps no process alive. */
function endOfOther(isGone: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      if (!isGone()) return;
      clearInterval(look);
      resolve();
    }, OTHERS_LOOK_MS);
    look.unref();
  });
}

async function start(home: string, runAs: RunAs, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, log } = options;
  const binaries = reachable(binariesFor(home), runAs);
  if (!majorOf(home)) {
    log?.(`PostgreSQL ${binaries.version}: ${placesIn(home).data}`);
    await makeCluster(home, binaries, runAs, settings.fsync !== 'off');
  }
  handOver(runAs, home);
  const { child, port } = await launchPatiently(async () => {
    const port = options.port ?? (await freePort());
    return { port, child: await launch({ home, binaries, runAs, port, settings }) };
  }, options.port);
  writeFileSync(placesIn(home).owner, String(process.pid), { mode: 0o600 });
  handOver(runAs, placesIn(home).owner);
  const pid = child.pid!;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => stopServer(pid, () => hasEnded(child));
  return { url: urlOf(home, port), port, pid, adopted: false, ended, stop };
}

/**
 * The last backends of a killed server hold its shared memory for a moment, and a port found free may be taken before it is
 * bound: both pass, so both are tried again. A port that was asked for is not.
 */
async function launchPatiently<T>(work: () => Promise<T>, askedPort: number | undefined): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      const kind = error instanceof PostgresFault ? error.kind : undefined;
      const passes = kind === 'busy' || (kind === 'port-taken' && askedPort === undefined);
      if (!passes || attempt === ATTEMPTS) throw error;
      await delay(BETWEEN_ATTEMPTS_MS);
    }
}

/** The first release offered, or that which wrote the data. */
function binariesFor(home: string): Binaries {
  const offered = findBinaries();
  const written = majorOf(home);
  const fitting = offered.find(({ major }) => written === undefined || major === written);
  if (!fitting)
    throw otherVersion(
      home,
      written!,
      offered.map(({ major }) => major),
    );
  return fitting;
}

const urlOf = (home: string, port: number) => `postgres://postgres:${passwordOf(home)}@127.0.0.1:${port}/postgres`;

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
