// `npm test`: the static checks, then every suite. The last line counts all of it: `N passed, N failed`.
// `npm test -- --only fences` or `--only e2e` runs one part, `--only unit fund` a part of that.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

function run(command, args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', command), ...args], { cwd: ROOT, stdio: 'inherit' });
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });
}

async function check(name) {
  const started = performance.now();
  console.log(`\n${name} ...`);
  apiTypes();
  const codes = await Promise.all(CHECKS[name].map(([command, ...args]) => run(command, args)));
  const failed = codes.every((code) => code === 0) ? 0 : 1;
  console.log(`${name}: ${failed ? 'FAILED' : 'ok'} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { passed: 1 - failed, failed };
}

/** A file that cannot be loaded and a skipped test count as failed: both are tests that did not speak. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'soquy-report-'));
  const report = join(folder, 'report.json');
  const code = await run('jest/bin/jest.js', ['--ci', '--json', `--outputFile=${report}`, ...args]);
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
  // They wait for one core each; together they take as long as the longest.
  yield* await Promise.all(Object.keys(CHECKS).map(check));
  yield jest([]);
}

let passed = 0;
let failed = 0;
for await (const result of results(process.argv.slice(2))) {
  passed += result.passed;
  failed += result.failed;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
