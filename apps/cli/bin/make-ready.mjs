// Makes a clone ready to run: packages as the lock file says, and a build of the present sources. Built-in modules only,
// because it runs before any package is there. It writes to stderr: stdout belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const BUILD_STAMP = join(ROOT, 'dist/.ready');
const WHAT_SHAPES_A_BUILD = ['package-lock.json', 'nest-cli.json', 'tsconfig.json'];
const BUILDS = [
  { tool: '@nestjs/cli/bin/nest.js', args: ['build', '--all'], makes: 'dist/apps/cli/src/start/start.js' },
  { tool: 'vite/bin/vite.js', args: ['build', 'apps/web'], makes: 'dist/apps/web/index.html' },
];

/** `--build`: also an up-to-date build. `--tests`: also the packages that only tests and checks need. */
export async function makeReady(flags) {
  const lean = !flags.includes('--tests');
  const build = flags.includes('--build');
  const isReady = () => isInstalled(lean) && (!build || isBuilt());
  if (isReady()) return;
  await oneAtATime(() => {
    if (!isInstalled(lean)) install(lean);
    if (build && !isBuilt()) buildAll();
  });
}

/** npm's own record of what it installed, written when an install is complete, against the lock file. */
function isInstalled(lean) {
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(
    ([place, { version, dev, devOptional, optional, os, cpu, libc }]) =>
      place === '' ||
      (lean && (dev || devOptional)) ||
      (optional && (!os || libc)) ||
      isForOther(os, process.platform) ||
      isForOther(cpu, process.arch) ||
      installed[place]?.version === version,
  );
}

const isForOther = (list, here) => list && !(list.includes(here) || list.every((name) => name[0] === '!' && name !== `!${here}`));

function install(lean) {
  const command = ['ci', lean ? '--omit=dev' : '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const viaNode = process.env.npm_execpath?.endsWith('.js');
  const needs = {
    vi: `Lần chạy đầu cần mạng và quyền ghi vào ${ROOT}.`,
    en: `The first run needs a network and the right to write to ${ROOT}.`,
  };
  step('Cài thư viện', 'installing packages', needs, () =>
    viaNode
      ? run(process.execPath, [process.env.npm_execpath, ...command], 'inherit')
      : run('npm', command, 'inherit', process.platform === 'win32'),
  );
}

function isBuilt() {
  return existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === digestOfSources();
}

function buildAll() {
  const needs = { vi: 'Mã nguồn không biên dịch được.', en: 'The sources cannot be compiled.' };
  step('Biên dịch', 'building', needs, () => {
    const digest = digestOfSources();
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
    for (const { tool, args, makes } of BUILDS) {
      const result = run(process.execPath, [join(ROOT, 'node_modules', tool), ...args], 'pipe');
      if (result.status === 0 && existsSync(join(ROOT, makes))) continue;
      process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
      return { ...result, status: result.status || 1 };
    }
    writeFileSync(BUILD_STAMP, digest);
    return { status: 0 };
  });
}

function digestOfSources() {
  const hash = createHash('sha256').update(process.versions.modules);
  const sources = ['apps', 'libs']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => !/\.(spec\.tsx?|gen\.d\.ts|mjs|md)$/.test(file));
  for (const file of [...WHAT_SHAPES_A_BUILD, ...sources.sort()])
    hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function run(command, args, output, shell = false) {
  const stdio = output === 'inherit' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'];
  return spawnSync(command, args, { cwd: ROOT, stdio, shell, encoding: 'utf8' });
}

function step(vi, en, needs, work) {
  const started = performance.now();
  console.error(`Sổ Quỹ: ${vi} / ${en} ...`);
  const { status, error } = work();
  if (status !== 0) {
    const reason = error?.message ?? `exit ${status}`;
    console.error(`${vi} không xong (${reason}); xem lý do ở trên. ${needs.vi}`);
    console.error(`${en} failed (${reason}); see the reason above. ${needs.en}`);
    process.exit(1);
  }
  console.error(`Sổ Quỹ: ${vi} / ${en}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Two first starts at the same moment must not install into one folder together; the second waits and finds the work done. */
async function oneAtATime(work) {
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `soquy-ready-${process.getuid?.() ?? 'x'}-${name}`);
  while (!take(lock)) await delay(200);
  process.on('exit', () => rmSync(lock, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
  work();
}

/** The lock is a folder that comes with its owner's pid inside, by one rename: nobody ever sees it without. */
function take(lock) {
  const own = `${lock}-${process.pid}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'pid'), String(process.pid));
  try {
    renameSync(own, lock);
    return true;
  } catch {
    rmSync(own, { recursive: true });
    if (!isHeld(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
