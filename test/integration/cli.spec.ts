import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../apps/cli/src/commands.js';
import { placesIn } from '../../apps/cli/src/placeholders.js';
import { commandLine } from '../support/command-line.js';

const inVietnamese = commandLine({ env: { LANG: 'C.UTF-8' } });
const inEnglish = commandLine({ env: { LANG: 'en_GB.UTF-8' } });

describe('help', () => {
  it('names every command, in the language of the machine', async () => {
    const [vi, en] = [await inVietnamese('help'), await inEnglish()];
    for (const name of ['doctor', 'users', 'figures', 'status', 'verify', 'rebuild', 'projections', 'backup', 'restore']) {
      expect(vi.out).toMatch(new RegExp(`^  ${name} `, 'm'));
      expect(en.out).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
    expect(vi.out).toContain('Mã thoát');
    expect(en.out).toContain('Exit codes');
    expect([vi.code, en.code, vi.err]).toEqual([0, 0, '']);
  });

  it.each([
    ['help', 'backup'],
    ['backup', '--help'],
    ['backup', '-h', 'x'],
  ])('of one command: %s %s', async (...args) => {
    const { code, out, err } = await inVietnamese(...args);
    expect(out).toContain('soquy -- backup <tệp> [--overwrite]');
    expect([code, err]).toEqual([0, '']);
  });

  it.each(['figures', 'users', 'log'])('of %s is all in the language asked for', async (command) => {
    const [vi, en] = [await inVietnamese(command, '--help'), await inVietnamese(command, '--help', '--lang', 'en')];
    expect([vi.code, en.code, vi.err, en.err]).toEqual([0, 0, '', '']);
    expect(vi.out).toMatch(/[ạ-ỹđ]/);
    expect(vi.out).not.toMatch(/<(name|username|file|role|agency|metric|figure-id|key-id|address|text)>|Examples|Filter/);
    expect(en.out).not.toMatch(/[ạ-ỹđ]/);
  });

  it.each([
    [['--lang', 'en', 'help']],
    [['--lang=en', '--json', 'help']],
    [['--lang', 'en']],
    [['--lang', 'en', 'help', 'backup']],
    [['help', '--lang', 'en', 'backup']],
    [['--lang', 'en', 'backup', '--help']],
    [['--lang=en', 'figures', '--help']],
  ])('options of every command may stand before it: %j', async (args) => {
    const { code, out, err } = await inVietnamese(...args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/command line|Back up while running|Examples/);
  });

  it('names places in usage lines in both languages', () => {
    const usages = Object.values(commands).flatMap(({ usage }) => usage);
    const places = [...usages.join(' ').matchAll(/[<[]([a-z][a-z-]*)[>\]]/g)].map(([, place]) => place!);
    expect(places.length).toBeGreaterThan(5);
    for (const place of places)
      expect([place, placesIn(`<${place}>`, 'vi')]).toEqual([place, expect.stringMatching(/[^a-z<>-]/)]);
  });

  it('takes the language that is asked for', async () => {
    expect((await inVietnamese('help', '--lang', 'en')).out).toContain('command line');
    expect((await inEnglish('status', '--help', '--lang=vi')).out).toContain('Sổ và bảng số liệu');
  });
});

describe('what cannot be meant', () => {
  it.each<[string[], string]>([
    [['frobnicate'], '"frobnicate" means nothing here'],
    [['help', 'frobnicate'], '"frobnicate" means nothing here'],
    [['constructor'], '"constructor" means nothing here'],
    [['backup'], '<file> is missing'],
    [['backup', 'a', 'b'], '"b" means nothing here'],
    [['restore'], '<file> is missing'],
    [['status', '--loud'], "Unknown option '--loud'"],
    [['users'], '<list|add|disable|enable|password|key|revoke> is missing'],
    [['users', 'frobnicate'], '"frobnicate" means nothing here'],
    [['users', 'add'], '<username> is missing'],
    [['users', 'add', 'ba'], '--role must be one of: officer, credit-officer'],
    [['users', 'add', 'ba', '--role', 'king'], '--role must be one of'],
    [['users', 'add', 'ba', '--role', 'officer'], '--agency is needed'],
    [['projections'], '<resume|skip> is missing'],
    [['projections', 'resume', 'kings'], 'There is no slice "kings". There are: agencies, '],
    [['projections', 'skip', 'loans'], '<--reason> is missing'],
    [['verify', 'kings'], 'There is no slice "kings"'],
    [['rebuild', 'kings'], 'There is no slice "kings"'],
    [['figures', 'show'], '<metric> is missing'],
  ])('%j: told with the usage, exit code 2', async (args, sentence) => {
    const { code, out, err } = await inEnglish(...args);
    expect(err).toContain(sentence);
    expect(err).toMatch(/soquy -- |soquy figures list/);
    expect([code, out]).toEqual([2, '']);
  });
});

const NEVER_MADE = join(tmpdir(), 'soquy-never-made');

describe('what cannot be had', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['no server', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, ['The database does not answer', 'Không kết nối được']],
    [
      'no such database',
      { DATABASE_URL: new URL('/none', process.env.TEST_DATABASE_URL).href },
      ['The database refuses', 'từ chối'],
    ],
    ['a wrong setting', { DATABASE_URL: 'mysql://x' }, ['DATABASE_URL', 'DATABASE_URL']],
    ['a folder that no start has used', { DATA_DIR: NEVER_MADE }, ['There are no data in', 'Chưa có dữ liệu trong']],
  ])('%s: told in a sentence without a stack, exit code 1', async (_, env, [en, vi]) => {
    for (const args of [['status'], ['users', 'list'], ['backup', '/tmp/never.gz']]) {
      const english = await commandLine({ env: { ...env, LANG: 'en' } })(...args);
      expect(english.err).toContain(en!);
      expect(english.err).not.toContain('    at ');
      expect([english.code, english.out]).toEqual([1, '']);
    }
    expect((await commandLine({ env })('status')).err).toContain(vi!);
    expect(existsSync(NEVER_MADE)).toBe(false);
  });
});

test('a call that is asked to stop ends as shells expect', async () => {
  const stopped = AbortSignal.abort();
  const { code, err } = await commandLine({ env: { DATABASE_URL: process.env.TEST_DATABASE_URL! }, signal: stopped })(
    'backup',
    '/tmp/never.gz',
  );
  expect([code, err]).toEqual([130, '']);
});

describe('the built command', () => {
  const built = join(process.cwd(), 'apps/cli/bin/soquy.mjs');
  const started = (args: readonly string[]) => spawnSync(process.execPath, [built, ...args], { encoding: 'utf8', cwd: tmpdir() });

  it('keeps data and messages apart and tells by its exit code how it went', () => {
    const help = started(['help', '--lang', 'en']);
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('npm run -s soquy -- <command>');
    const unknown = started(['frobnicate', '--lang', 'en']);
    expect([unknown.status, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('"frobnicate" means nothing here');
  });

  it('ends quietly when nobody reads on', () => {
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${built}" help | true`], { encoding: 'utf8' });
    expect(piped.stderr).toBe('');
  });
});
