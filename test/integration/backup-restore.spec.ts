import type { NewEvent, PostgresEventStore } from '@soquy/event-store';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup.js';
import { writeBackup } from '../../apps/cli/src/backup/write-backup.js';
import { event, events, replay } from '../contract/samples.js';
import { openTarget, outcome, type Target } from '../support/backup-target.js';

let folder: string;
let file: string;
let source: Target;
let whole: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-backup-'));
  source = await openTarget();
  await source.fillLog();
  await source.fillTables();
  file = join(folder, 'whole.gz');
  await writeBackup({ ...source.parts, file });
  whole = readFileSync(file);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

const restore = (to: Target, from = file) => restoreBackup({ ...to.parts, file: from });

describe('a file that is not whole', () => {
  const edited = (edit: (lines: string[]) => string[]) => () =>
    gzipSync(`${edit(gunzipSync(whole).toString().trimEnd().split('\n')).join('\n')}\n`);
  const at = (lines: string[], kind: string) => lines.findIndex((line) => line.startsWith(`{"kind":"${kind}"`));
  const without = (kind: string) => edited((lines) => lines.filter((_, index) => index !== at(lines, kind)));

  // One place to restore to serves all: no case may change anything.
  let to: Target;
  beforeAll(async () => {
    to = await openTarget();
  });
  afterAll(() => to.close());

  it.each<[string, () => Buffer]>([
    ['a missing last byte', () => whole.subarray(0, -1)],
    ['half a file', () => whole.subarray(0, whole.length / 2)],
    ['an empty file', () => Buffer.alloc(0)],
    ['no gzip', () => Buffer.from('{"kind":"header"}\n')],
    [
      'a flipped bit',
      () => {
        const bytes = Buffer.from(whole);
        bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      },
    ],
    ['an amount changed', edited((lines) => lines.map((line) => line.replace('"index":1', '"index":7')))],
    ['a password hash changed', edited((lines) => lines.map((line) => line.replace('hash of', 'hash or')))],
    ['no header', without('header')],
    ['no trailer', without('trailer')],
    ['an event left out', without('event')],
    ['a row left out', without('row')],
    ['the last event left out', edited((lines) => [...lines.slice(0, -2), lines.at(-1)!])],
    ['events in another order', edited((lines) => [...lines.slice(0, -3), lines.at(-2)!, lines.at(-3)!, lines.at(-1)!])],
    ['lines behind the end', edited((lines) => [...lines, lines[1]!])],
    ['a line of something else', edited((lines) => [...lines.slice(0, 3), 'null', ...lines.slice(3)])],
    ['another product', edited(([header, ...lines]) => [header!.replace('so-quy', 'so-no'), ...lines])],
  ])('%s: refused, and nothing is changed', async (_, bytes) => {
    const damaged = join(folder, 'damaged.gz');
    writeFileSync(damaged, bytes());
    expect(await outcome(restore(to, damaged))).toMatch(/BackupFault: Bản sao lưu .* bị hỏng.*\n.*is damaged or incomplete/);
    expect(await to.store.head()).toBeUndefined();
    expect(Object.values(await to.rows()).flat()).toEqual([]);
  });

  it('a newer form, a missing file: told as such', async () => {
    const newer = join(folder, 'newer.gz');
    writeFileSync(newer, edited(([header, ...lines]) => [header!.replace('"format":1', '"format":2'), ...lines])());
    expect(await outcome(restore(to, newer))).toMatch('made by a newer release');
    expect(await outcome(restore(to, join(folder, 'none.gz')))).toMatch('there is no such file');
  });
});

describe('a place that is not empty', () => {
  let to: Target;
  beforeEach(async () => {
    to = await openTarget();
  });
  afterEach(() => to.close());

  it.each<[string, (to: Target) => Promise<unknown>, RegExp]>([
    ['another log', (to) => to.store.append('fund-other', 'no-stream', events(2)), /holds events other than the backup/],
    ['other accounts', (to) => to.addAccount('someone-else'), /holds other rows in the table account/],
  ])('%s: refused, and nothing is changed', async (_, fill, sentence) => {
    await fill(to);
    const before = [await replay(to.store), await to.rows()];
    expect(await outcome(restore(to))).toMatch(sentence);
    expect([await replay(to.store), await to.rows()]).toEqual(before);
  });
});

describe('an interrupted restore', () => {
  let to: Target;
  beforeEach(async () => {
    to = await openTarget();
  });
  afterEach(() => to.close());

  it.each([0, 1, 4, 6, 8])('goes on after %i appends', async (most) => {
    let appends = 0;
    const store = Object.assign(Object.create(to.store) as PostgresEventStore, {
      append: async (stream: string, expected: bigint | 'no-stream', added: readonly NewEvent[]) => {
        if (appends++ >= most) throw new Error('the plug');
        return to.store.append(stream, expected, added);
      },
    });
    expect(await outcome(restoreBackup({ ...to.parts, store, file }))).toBe('Error: the plug');
    const there = (await replay(to.store)).length;
    expect(there).toBeLessThan(19);
    expect(await restore(to)).toMatchObject({ events: 19, there });
    expect(await replay(to.store)).toEqual(await replay(source.store));
    expect(await restore(to)).toMatchObject({ events: 19, there: 19 });
  });

  it('outlives lost connections', async () => {
    const lose = () =>
      source.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'soquy writer' and datname = '${new URL(to.url).pathname.slice(1)}'`,
      );
    const lost: Promise<unknown>[] = [];
    const progress = () => void lost.push(lose());
    await restoreBackup({ ...to.parts, file, progress });
    await Promise.all(lost);
    expect(lost.length).toBeGreaterThan(4);
    expect(await replay(to.store)).toEqual(await replay(source.store));
  });

  it.each(['loan-1', 'grant-1'])('writes nothing behind an event that another program recorded in %s', async (taken) => {
    const store = Object.assign(Object.create(to.store) as PostgresEventStore, {
      append: async (stream: string, expected: bigint | 'no-stream', added: readonly NewEvent[]) => {
        if (stream === taken && expected === 'no-stream') await to.store.append(stream, 'no-stream', [event()]);
        return to.store.append(stream, expected, added);
      },
    });
    expect(await outcome(restoreBackup({ ...to.parts, store, file }))).toMatch('Another program recorded');
    expect(await to.store.lastRevision(taken)).toBe(0n);
  });
});

test('a log that was backed up and went on since is not restored over', async () => {
  await source.store.append('loan-9', 'no-stream', [event()]);
  expect(await outcome(restore(source))).toMatch('holds events other than the backup');
});
