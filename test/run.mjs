// `npm test`: the static checks, then every suite. The last line counts all of it: `N passed, N failed`.
// `npm test -- --only fences` or `--only e2e` runs one part, `--only unit fund` a part of that.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiTypes } from './api-types.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = ['apps', 'libs', 'test'];
/** What runs in a browser is typed apart: it knows a page, and the rest does not. */
const TYPED_APART = ['.', 'apps/web', 'test/browser'];

/** Each counts as one test, whatever it takes. */
const CHECKS = {
  format: [['prettier/bin/prettier.cjs', '--check', '.']],
  lint: [['eslint/bin/eslint.js', ...SOURCES, '--max-warnings', '0']],
  types: TYPED_APART.map((project) => ['typescript/bin/tsc', '--noEmit', '-p', project]),
  fences: [['dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs', '--config', '.dependency-cruiser.cjs']],
};

/** `unit` lies beside the code; every other suite has a folder here. `words` narrow it down by path. */
function pathsOf(suite, words) {
  const place = suite === 'unit' ? '/(apps|libs)/' : `/test/${suite}/`;
  return words.length ? `${place}.*(${words.join('|')})` : place;
}

const suites = () => ['unit', ...readdirSync(join(ROOT, 'test'), { withFileTypes: true }).flatMap(holdsSpecs)];

function holdsSpecs(entry) {
  if (!entry.isDirectory()) return [];
  const files = readdirSync(join(ROOT, 'test', entry.name), { recursive: true });
  return files.some((file) => file.endsWith('.spec.ts')) ? [entry.name] : [];
}

/** Compilers make many short-lived objects: with room for them a tenth less of the processor goes into collecting garbage. */
const ROOM = '--max-semi-space-size=64';

/** Ends with its exit code. `beside` the suites it takes what they leave of the machine, and its words are kept until its end. */
function run(command, args, { beside = false, flags = [] } = {}) {
  return new Promise((done) => {
    const stdio = beside ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, [...flags, join(ROOT, 'node_modules', command), ...args], { cwd: ROOT, stdio });
    const said = [];
    for (const stream of beside ? [child.stdout, child.stderr] : [])
      stream.setEncoding('utf8').on('data', (part) => said.push(part));
    child.once('spawn', () => beside && setPriority(child.pid, constants.priority.PRIORITY_LOW));
    child.once('error', () => done({ code: 1, said }));
    child.once('close', (code) => done({ code: code ?? 1, said }));
  });
}

async function check(name, options) {
  const started = performance.now();
  apiTypes();
  let failed = 0;
  const said = [];
  for (const [command, ...args] of CHECKS[name]) {
    const ended = await run(command, args, { ...options, flags: [ROOM] });
    said.push(...ended.said);
    if (ended.code !== 0) failed = 1;
  }
  if (failed) process.stdout.write(said.join(''));
  console.log(`${name}: ${failed ? 'FAILED' : 'ok'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { passed: 1 - failed, failed };
}

/** A file that cannot be loaded and a skipped test count as failed: both are tests that did not speak. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'soquy-report-'));
  const report = join(folder, 'report.json');
  const { code } = await run('jest/bin/jest.js', ['--ci', '--json', `--outputFile=${report}`, ...args]);
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  rmSync(folder, { recursive: true });
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0, numRuntimeErrorTestSuites = 0 } = found;
  if (numPendingTests + numTodoTests) console.log(`${numPendingTests + numTodoTests} tests were skipped, which counts as failed`);
  const failed = numFailedTests + numPendingTests + numTodoTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function* results([flag, only, ...words]) {
  if (flag === '--only' && only in CHECKS) return yield check(only);
  if (flag === '--only' && suites().includes(only)) return yield jest([pathsOf(only, words)]);
  if (flag) {
    console.error(`Usage: npm test [-- --only ${[...Object.keys(CHECKS), ...suites()].join('|')}]`);
    return yield { passed: 0, failed: 1 };
  }
  // Suites wait for servers and browsers a good part of their time; the checks fill it, one after the other.
  yield* (await Promise.all([checksBeside(), jest([])])).flat();
}

async function checksBeside() {
  const found = [];
  for (const name of Object.keys(CHECKS)) found.push(await check(name, { beside: true }));
  return found;
}

let passed = 0;
let failed = 0;
for await (const result of results(process.argv.slice(2))) {
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
