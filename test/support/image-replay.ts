import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assignmentsOf, execForm, reachesBuild, stagesOf, type Instruction, type Stage } from './dockerfile.js';
import { packagesWithout, productionPackages } from './locked-packages.js';

/** What an image would hold, as folders on this machine. */
export interface Replayed {
  /** Stands for `/` in the container. */
  readonly root: string;
  readonly workdir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
}

/**
 * Goes through the steps of our Dockerfile without Docker: the same files are copied, the same commands run. Only npm is stood
 * in for: what it would install is linked from the packages that are here, so that no network is needed.
 */
export function replayImage(folder: string): Replayed {
  const reaches = reachesBuild(readFileSync('.dockerignore', 'utf8'));
  const stages = stagesOf(readFileSync('docker/Dockerfile', 'utf8'));
  const rootOf = (stage: Stage) => join(folder, stage.name ?? 'image');
  for (const stage of stages) {
    const root = rootOf(stage);
    let workdir = '/';
    for (const instruction of stage.instructions) {
      const here = join(root, workdir);
      if (instruction.word === 'WORKDIR') workdir = instruction.text;
      else if (instruction.word === 'COPY') {
        const from = stages.find(({ name }) => name !== undefined && name === instruction.flags.from);
        copy(
          instruction,
          here,
          from ? { folder: rootOf(from), lets: () => true, put: linkFile } : { folder: '.', lets: reaches, put: copyFileSync },
        );
      } else if (instruction.word === 'RUN')
        for (const command of instruction.text.split(/\s+&&\s+/)) replayCommand(command, here, root);
    }
  }
  const last = stages.at(-1)!;
  const word = (name: string) => last.instructions.findLast((instruction) => instruction.word === name)!.text;
  const [root, workdir] = [rootOf(last), join(rootOf(last), word('WORKDIR'))];
  return { root, workdir, env: assignmentsOf(last, 'ENV'), command: execForm(word('CMD'))! };
}

interface Source {
  readonly folder: string;
  readonly lets: (path: string) => boolean;
  readonly put: Put;
}

type Put = (from: string, to: string) => void;

function copy({ text, flags }: Instruction, here: string, source: Source): void {
  const paths = text.split(/\s+/);
  const to = paths.pop()!;
  for (const path of paths) {
    const from = join(source.folder, path);
    const isFolder = statSync(from).isDirectory();
    const target = join(here, to, isFolder ? '' : basename(path));
    if (isFolder) copyTree(from, target, (inside) => source.lets(join(path, inside)), source.put);
    else if (!source.lets(path)) throw new Error(`assertion: .dockerignore keeps ${path} from the build`);
    else {
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(from, target);
    }
    if (flags.chmod) chmodSync(target, Number.parseInt(flags.chmod, 8));
  }
}

/** How each kind of command that our Dockerfile runs is replayed; a new kind has to be taught here. */
const COMMANDS: readonly [RegExp, (match: RegExpExecArray, here: string, root: string) => void][] = [
  [/^npm ci --omit=dev /, (_, here) => placePackages(productionPackages(), here)],
  [
    /^npm uninstall --no-save --omit=dev (.+)$/,
    ([, names], here) => {
      const kept = new Set(packagesWithout(names!.split(' ').filter((name) => !name.startsWith('--'))));
      for (const place of productionPackages().filter((installed) => !kept.has(installed)))
        rmSync(join(here, place), { recursive: true, force: true });
    },
  ],
  [
    /^rm -rf (.+)$/,
    ([, paths], here) => paths!.split(' ').forEach((path) => rmSync(join(here, path), { recursive: true, force: true })),
  ],
  [
    /^node (.+)$/,
    ([, args], here) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args!.split(' '), { cwd: here, encoding: 'utf8' });
      if (status !== 0) throw new Error(`node ${args!} ended with ${status ?? 'a signal'}:\n${stdout}${stderr}`);
    },
  ],
  [
    /^install -d (?:-[ogm] \S+ )*(\/.+)$/,
    ([, paths], _, root) => paths!.split(' ').forEach((path) => mkdirSync(join(root, path), { recursive: true })),
  ],
];

function replayCommand(command: string, here: string, root: string): void {
  for (const [pattern, replay] of COMMANDS) {
    const match = pattern.exec(command);
    if (match) return replay(match, here, root);
  }
  throw new Error(`assertion: nobody has taught the replay of the Dockerfile to run "${command}"`);
}

/** Those of them that are here: an optional package of another platform is not. */
function placePackages(places: readonly string[], here: string): void {
  for (const place of places.filter((path) => existsSync(path)))
    copyTree(place, join(here, place), (inside) => !inside.split('/').includes('node_modules'), linkFile);
}

function copyTree(from: string, to: string, lets: (inside: string) => boolean, put: Put): void {
  const walk = (inside: string): void => {
    mkdirSync(join(to, inside), { recursive: true });
    for (const entry of readdirSync(join(from, inside), { withFileTypes: true })) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (!lets(path)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) put(join(from, path), join(to, path));
    }
  };
  walk('');
}

/** The same file under another name costs no room; another disk needs a copy. Nobody writes into a package or a build. */
function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
