import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.js';
import { faultOf, passwordLost } from './postgres-fault.js';
import { handOver, spawnAs, type RunAs } from './run-as.js';

/** The files of one server: its data, the superuser's password, what it logs, and who started it. */
export const placesIn = (home: string) => ({
  data: join(home, 'data'),
  halfMade: join(home, 'data.tmp'),
  password: join(home, 'password'),
  log: join(home, 'postgres.log'),
  owner: join(home, 'owner'),
});

/** The release whose data lie there; undefined where there are none yet. */
export function majorOf(home: string): number | undefined {
  const file = join(placesIn(home).data, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8')) : undefined;
}

export function passwordOf(home: string): string {
  const { password } = placesIn(home);
  if (!existsSync(password)) throw passwordLost(password);
  return readFileSync(password, 'utf8').trim();
}

/** Makes the data folder in a place of its own and renames it when whole, so a killed start never leaves half of one. */
export async function makeCluster(home: string, { root, major }: Binaries, runAs: RunAs, sync: boolean): Promise<void> {
  const { data, halfMade, password } = placesIn(home);
  rmSync(halfMade, { recursive: true, force: true });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  handOver(runAs, home);
  const options = [
    '-D',
    halfMade,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '-A',
    'scram-sha-256',
    `--pwfile=${password}`,
    '--data-checksums',
  ];
  if (!sync) options.push('--no-sync');
  await initdb(program(root, 'initdb'), [...options, ...localeOf(major)], runAs, home);
  renameSync(halfMade, data);
}

/** Bytewise order is the same on every machine and release, so indexes may travel; Vietnamese order is asked by COLLATE. */
function localeOf(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return [`--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`];
}

function initdb(command: string, args: readonly string[], runAs: RunAs, home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawnAs(runAs, command, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr!.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(faultOf(output, home))));
  });
}
