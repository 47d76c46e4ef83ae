import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.js';
import { majorOf } from './cluster.js';
import { outOfReach } from './postgres-fault.js';
import { canReach, handOver, type RunAs } from './run-as.js';

/** Where an account other than root can always go. Only root comes here, so nobody else can have prepared the folder. */
const SHARED = '/var/lib/so-quy';

/** Under `dataDir`, in place of the files, where these went: later starts follow it whatever account they run under. */
const SIGNPOST = 'moved-to';

/** The folder of the server's files under `dataDir`, as far as it is known before it is made. */
export const homeIn = (dataDir: string) => join(dataDir, 'postgres');

/** Whether a start has made its database here. */
export const hasEmbeddedPostgres = (dataDir: string): boolean =>
  existsSync(join(homeIn(dataDir), SIGNPOST)) || majorOf(homeIn(dataDir)) !== undefined;

/** The folder for the server's files: under `dataDir`, or in the shared place where PostgreSQL's account cannot enter it. */
export function homeFor(dataDir: string, runAs: RunAs, shared = SHARED): string {
  const home = homeIn(dataDir);
  const signpost = join(home, SIGNPOST);
  if (existsSync(signpost)) return readFileSync(signpost, 'utf8');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (!runAs.account) return home;
  handOver(runAs, home);
  if (canReach(runAs, home)) return home;
  if (majorOf(home)) throw outOfReach(home);
  const elsewhere = join(shared, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  mkdirSync(shared, { recursive: true, mode: 0o755 });
  mkdirSync(elsewhere, { recursive: true, mode: 0o700 });
  handOver(runAs, elsewhere);
  writeFileSync(signpost, elsewhere);
  return elsewhere;
}

/** The programs where PostgreSQL's account can run them: as they are, or a copy made once a release. */
export function reachable(binaries: Binaries, runAs: RunAs, shared = SHARED): Binaries {
  if (canReach(runAs, program(binaries.root, 'postgres'))) return binaries;
  const copy = join(shared, `postgresql-${binaries.version}`);
  if (!existsSync(copy)) {
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    const halfMade = `${copy}.${process.pid}`;
    rmSync(halfMade, { recursive: true, force: true });
    cpSync(binaries.root, halfMade, { recursive: true, verbatimSymlinks: true });
    handOver(runAs, halfMade);
    renameSync(halfMade, copy);
  }
  return { ...binaries, root: copy };
}
