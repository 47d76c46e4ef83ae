import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALL } from '../../apps/cli/src/command.js';
import { commands } from '../../apps/cli/src/commands.js';
import { FIGURES_USAGE } from '../../apps/cli/src/figures/figure-arguments.js';
import { RunningProduct } from '../faults/running-product.js';
import { blocksOf, laidOver, shownOn, type Shown } from '../support/pages.js';

const GUIDE = 'apps/docs/guide/from-a-class-to-a-report.md';
const README = 'README.md';
const PAGES = [README, 'CONTRIBUTING.md', 'apps/docs/operating.md', GUIDE];
const SOQUY = join(process.cwd(), 'apps/cli/bin/soquy.mjs');
const CURL = join(process.cwd(), 'test/support/curl.mjs');

/** `npm run` would look for a newer build first, which is under everybody's feet here; and not every machine has curl. */
const AROUND = `npm() {
  [ "$1 $2 $3 $4" = "run -s soquy --" ] || exit 9
  shift 4
  "${process.execPath}" "${SOQUY}" "$@"
}
command -v curl > /dev/null || curl() { "${process.execPath}" "${CURL}" "$@"; }`;
const END = '--- end of block ---';

let product: RunningProduct;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-guide-'));
  product = new RunningProduct();
  await product.start();
  await product.officer();
});
afterAll(async () => {
  await product.remove();
  rmSync(folder, { recursive: true });
});

/** What a reader who pastes block after block into one shell is answered by each. */
async function pasted(blocks: readonly string[]): Promise<readonly string[]> {
  const script = [AROUND, ...blocks.flatMap((block) => [block, `printf '\n%s\n' '${END}'`])].join('\n');
  const env = { ...process.env, DATA_DIR: product.dataDir, DATABASE_URL: '', LANG: 'C.UTF-8' };
  const shell = spawn('sh', ['-c', script.replaceAll('http://127.0.0.1:3000', product.url)], { cwd: folder, env });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (part) => (said += String(part)));
  await new Promise((resolve) => shell.once('close', resolve));
  return said
    .split(`${END}\n`)
    .slice(0, -1)
    .map((text) => text.trim());
}

const read = (language: string, text: string): unknown => (language === 'json' ? JSON.parse(text) : text.trim().split('\n'));

test('every command of the guide answers what the guide shows', async () => {
  const shown = shownOn(GUIDE);
  const said = await pasted(shown.map(({ commands }) => commands));
  expect(said).toHaveLength(shown.length);
  const answered = shown.map(({ answer }) => answer && read(answer.language, answer.text));
  const compared = shown.map(({ answer }: Shown, index) => {
    if (!answer) return said[index] === '' ? undefined : said[index];
    return laidOver(answered[index], read(answer.language, said[index]!));
  });
  expect(compared).toEqual(answered);
  expect(answered.filter(Boolean).length).toBeGreaterThan(10);
});

test('the first page says how to start, and its commands work', async () => {
  const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;
  const [first] = blocksOf(README);
  const starts = first!.text
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+#/)[0]!);
  expect(starts).toEqual(['npm start', 'npm test']);
  expect(scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  const page = readFileSync(README, 'utf8');
  const [, figure] = /`(npm run -s soquy -- figures [^`]+)`/.exec(page)!;
  const [said] = await pasted([figure!]);
  expect(JSON.parse(said!)).toMatchObject({ metric: 'grant.support', value: 285_000_000 });
  const [, others] = /- doctor`, ([^;]+);/.exec(page)!;
  for (const [, name] of others!.matchAll(/`(\w+)`/g)) expect(Object.keys(commands)).toContain(name);
});

test('the stand-in for curl keeps a session as curl does', async () => {
  const [signIn] = shownOn(GUIDE);
  const curl = `curl() { "${process.execPath}" "${CURL}" "$@"; }`;
  const [said, current] = await pasted([`${curl}\n${signIn!.commands}`, 'curl -s -b officer.cookie $API/sessions/current']);
  expect(laidOver(JSON.parse(signIn!.answer!.text), JSON.parse(said!))).toEqual(JSON.parse(signIn!.answer!.text));
  expect(JSON.parse(current!)).toEqual(JSON.parse(said!));
});

test.each(PAGES)('%s calls the command line as it can be called', (page) => {
  const text = readFileSync(page, 'utf8').replaceAll('\\\n', ' ');
  for (const [, line] of text.matchAll(new RegExp(`${CALL} ([^\\n\`#|<>]+)`, 'g'))) {
    const [name, ...words] = line!.trim().split(/\s+/);
    const known = name === 'help' ? '' : [...(commands[name!]?.usage ?? [`no command ${name!}`]), FIGURES_USAGE.en].join(' ');
    const options = words.filter((word) => word.startsWith('--'));
    const unknown = options.filter((option) => ![...known.split(/[\s[\]]+/), '--json', '--lang'].includes(option));
    const verb = name === 'users' || name === 'projections' || name === 'figures' || name === 'log' ? words[0]! : '';
    expect([line, known.startsWith('no command'), unknown, known.includes(`${name!} ${verb}`.trim()) || name === 'help']).toEqual(
      [line, false, [], true],
    );
  }
});
