import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** How PostgreSQL, which refuses to run as root, is started under the present account. */
export interface RunAs {
  /** What stands before the program, e.g. `unshare ...`. It execs, so the pid is PostgreSQL's own. */
  readonly prefix: readonly string[];
  /** Set when the process changes to another account, which must then own and reach every file. */
  readonly account?: { readonly uid: number; readonly gid: number };
}

const NOBODY = '65534';
const OWN_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/** Makes the kernel send SIGINT (fast shutdown) when the starting process dies, however it dies. */
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

interface Circumstances {
  /** False where user namespaces must not be used. */
  readonly namespaces?: boolean;
  /** Where earlier files may lie: the account they belong to goes on with them. */
  readonly files?: string;
}

/**
 * As root: the account that owns the files already; else a user namespace, in which PostgreSQL sees another uid while the
 * kernel still sees root, so no file changes hands; where containers forbid that, the account `postgres` or `nobody`.
 * An account without a name (random uid) also takes the namespace, because initdb looks its name up.
 */
export function chooseRunAs({ namespaces = true, files }: Circumstances = {}): RunAs {
  const isRoot = process.getuid?.() === 0;
  const dying = process.platform === 'linux' && works(DIE_WITH_PARENT) ? DIE_WITH_PARENT : [];
  const owner = isRoot && files ? ownerOf(files) : undefined;
  if (owner && canReach({ prefix: [], account: owner }, files!)) return { prefix: dying, account: owner };
  if (!isRoot && !isNameless()) return { prefix: dying };
  if (namespaces && works(OWN_NAMESPACE)) return { prefix: [...OWN_NAMESPACE, ...dying] };
  const account = isRoot ? (accountOf('postgres') ?? accountOf('nobody')) : undefined;
  return { prefix: dying, ...(account && { account }) };
}

function ownerOf(folder: string): RunAs['account'] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

const works = ([command, ...args]: readonly string[]) => spawnSync(command!, [...args, 'true'], { stdio: 'ignore' }).status === 0;

function isNameless(): boolean {
  if (!process.getuid) return false;
  try {
    return !userInfo().username;
  } catch {
    return true;
  }
}

function accountOf(name: string): RunAs['account'] {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid: uid!, gid: gid! } : undefined;
}

/** Starts a program; its own session keeps a terminal's Ctrl-C away, so that the application can drain first. */
export function spawnAs(runAs: RunAs, program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [command, ...rest] = [...runAs.prefix, program, ...args];
  return spawn(command!, rest, { ...options, ...runAs.account, env: cleanEnvironment(), detached: true, windowsHide: true });
}

/** PG* and LC_* of the person's shell must not reach the server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

/** Whether the account that will run PostgreSQL can enter a folder or use a program; all parents count. */
export function canReach({ account }: RunAs, path: string): boolean {
  return !account || spawnSync('test', ['-x', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** As root, hands a file or a tree over to the account PostgreSQL will have in the kernel's eyes; others own theirs already. */
export function handOver({ account }: RunAs, whole: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = account ?? { uid: 0, gid: 0 };
  const give = (path: string) => {
    const found = lstatSync(path);
    if (found.uid !== uid) lchownSync(path, uid, gid);
    if (found.isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
  };
  give(whole);
}
