import { PostgresEventStore, type NewEvent } from '@soquy/event-store';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup.js';
import { verifyBackup } from '../../apps/cli/src/backup/read-backup.js';
import { writeBackup } from '../../apps/cli/src/backup/write-backup.js';
import { event, events, replay } from '../contract/samples.js';
import { openTarget, type Target } from '../support/backup-target.js';

let folder: string;
let file: string;
let source: Target;
const targets: Target[] = [];

const target = async (): Promise<Target> => {
  const opened = await openTarget();
  targets.push(opened);
  return opened;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-backup-'));
  file = join(folder, 'so-quy.gz');
  source = await target();
});
afterEach(async () => {
  for (const opened of targets.splice(0)) await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const backup = (over: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({ store: source.store, databaseUrl: source.url, file, ...over });
const restore = (to: Target, from = file) => restoreBackup({ store: to.store, databaseUrl: to.url, file: from });
const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
const words = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

/** A log with what is hard to carry: many streams in turns, runs of one stream, large events, text of every kind. */
async function fillLog(): Promise<void> {
  const odd = {
    text: 'Quỹ "hỗ trợ" – đào tạo\n\u2028😀',
    nfd: 'Hòa'.normalize('NFD'),
    nested: [{ a: null, b: [1.5, -0.25, 1e21] }],
  };
  await source.store.append('fund-tra-vinh', 'no-stream', [event(odd), ...events(3)]);
  for (let round = 0n; round < 3n; round++)
    for (const stream of ['loan-1', 'loan-2'])
      await source.store.append(stream, round ? round * 2n - 1n : 'no-stream', events(2));
  for (let nth = 0n; nth < 3n; nth++)
    await source.store.append('grant-1', nth ? nth - 1n : 'no-stream', [event({ text: 'đ'.repeat(300_000) })]);
}

describe('a backup put into a fresh database', () => {
  it('gives an equal log, and every row that is not derived', async () => {
    await fillLog();
    await source.fillTables();
    const { header, trailer } = await backup({ now: new Date('2026-11-21T03:00:00Z') });
    expect(header).toEqual({
      kind: 'header',
      format: 1,
      product: 'so-quy',
      createdAt: '2026-11-21T03:00:00.000Z',
      head: await source.store.head(),
    });
    expect(trailer).toMatchObject({ events: 19, rows: 5 });

    const to = await target();
    const restored = await restore(to);
    expect(restored).toMatchObject({ events: 19, rows: 5, there: 0, logSha256: trailer.logSha256 });
    expect(await replay(to.store)).toEqual(await replay(source.store));
    const { stream_snapshot: derived, ...rows } = await source.rows();
    expect(derived).toHaveLength(1);
    expect(rows.account).toHaveLength(2);
    expect(await to.rows()).toEqual({ ...rows, stream_snapshot: [] });
  });

  it('is the same backup again', async () => {
    await fillLog();
    await source.fillTables();
    const now = new Date();
    await backup({ now });
    const to = await target();
    await restore(to);
    await writeBackup({ store: to.store, databaseUrl: to.url, file: join(folder, 'again.gz'), now });
    expect(linesOf(join(folder, 'again.gz'))).toEqual(linesOf(file));
  });

  it('may be of nothing at all', async () => {
    expect((await backup()).header.head).toBeNull();
    const to = await target();
    expect(await restore(to)).toMatchObject({ events: 0, rows: 0 });
    expect(await to.store.head()).toBeUndefined();
  });

  it('goes on recording where it was', async () => {
    await fillLog();
    await backup();
    const to = await target();
    await restore(to);
    expect((await to.store.append('loan-1', 5n, [event()])).revision).toBe(6n);
    expect(await words(to.store.append('loan-2', 4n, [event()]))).toMatch('stands at 5');
  });
});

describe('a backup made while the product runs', () => {
  it('holds the log up to one place and nothing behind it', async () => {
    let running = true;
    const written: string[] = [];
    const write = async (stream: string) => {
      for (let revision: bigint | 'no-stream' = 'no-stream'; running;) {
        const one = event();
        ({ revision } = await source.store.append(stream, revision, [one]));
        written.push(one.id);
      }
    };
    const writers = Array.from({ length: 8 }, (_, nth) => write(`loan-${nth}`));
    while (written.length < 500) await source.store.health();
    const before = [...written];
    const { header, trailer } = await backup();
    const after = written.length;
    running = false;
    await Promise.all(writers);

    const log = await replay(source.store);
    const upTo = log.findIndex(({ position }) => position === header.head) + 1;
    expect(trailer.events).toBe(upTo);
    expect(after).toBeGreaterThan(before.length);
    const to = await target();
    await restore(to);
    const restored = await replay(to.store);
    expect(restored).toEqual(log.slice(0, upTo));
    const ids = new Set(restored.map(({ id }) => id));
    expect(before.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('takes the tables before the head, so that no reactor is ahead of the log', async () => {
    await fillLog();
    await source.fillTables();
    const store = Object.assign(Object.create(source.store) as PostgresEventStore, {
      head: async () => {
        await source.query(`update app.reactor_checkpoint set position = 'p-00000000000000000099'`);
        return source.store.head();
      },
    });
    await backup({ store });
    const checkpoint = linesOf(file).find((line) => line.includes('reservations'));
    expect(checkpoint).toContain('p-00000000000000000007');
  });
});

describe('the file', () => {
  it('is readable by its owner only and has its name only when whole', async () => {
    await backup();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['so-quy.gz']);
  });

  it('is not put over another one unasked', async () => {
    writeFileSync(file, 'older');
    expect(await words(backup())).toMatch(/BackupFault: Đã có tệp .*\n.*exists/);
    expect(readFileSync(file, 'utf8')).toBe('older');
    await backup({ overwrite: true });
    expect((await verifyBackup(file)).trailer.events).toBe(0);
  });

  it('leaves the older one where the new one fails, and nothing half-written', async () => {
    await fillLog();
    await backup();
    const older = readFileSync(file);
    const broken = Object.assign(Object.create(source.store) as PostgresEventStore, {
      feed: async function* () {
        yield* source.store.feed({ follow: false });
        throw new Error('the cable');
      },
      head: () => Promise.resolve('p-00000000000000000099'),
    });
    expect(await words(backup({ store: broken, overwrite: true }))).toBe('Error: the cable');
    expect(readFileSync(file).equals(older)).toBe(true);
    expect(readdirSync(folder)).toEqual(['so-quy.gz']);
  });

  it('is refused with a sentence where it cannot be written', async () => {
    expect(await words(backup({ file: join(folder, 'missing', 'x.gz') }))).toMatch('there is no such file or folder');
  });
});

describe('a file that is not whole', () => {
  const cut = (bytes: number) => () => readFileSync(file).subarray(0, -bytes);
  const edited = (edit: (lines: string[]) => string[]) => () => gzipSync(`${edit(linesOf(file)).join('\n')}\n`);
  const at = (lines: string[], kind: string) => lines.findIndex((line) => line.startsWith(`{"kind":"${kind}"`));
  const without = (kind: string) => edited((lines) => lines.filter((_, index) => index !== at(lines, kind)));

  it.each<[string, () => Buffer]>([
    ['a missing last byte', cut(1)],
    ['half a file', () => readFileSync(file).subarray(0, readFileSync(file).length / 2)],
    ['an empty file', () => Buffer.alloc(0)],
    ['no gzip', () => Buffer.from('{"kind":"header"}\n')],
    [
      'a flipped bit',
      () => {
        const bytes = readFileSync(file);
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
    await fillLog();
    await source.fillTables();
    await backup();
    const damaged = join(folder, 'damaged.gz');
    writeFileSync(damaged, bytes());
    const to = await target();
    expect(await words(restore(to, damaged))).toMatch(/BackupFault: Bản sao lưu .* bị hỏng.*\n.*is damaged or incomplete/);
    expect(await to.store.head()).toBeUndefined();
    expect(Object.values(await to.rows()).flat()).toEqual([]);
  });

  it('a newer form, a missing file: told as such', async () => {
    await backup();
    const [header, ...rest] = linesOf(file);
    writeFileSync(file, gzipSync([header!.replace('"format":1', '"format":2'), ...rest, ''].join('\n')));
    const to = await target();
    expect(await words(restore(to))).toMatch('made by a newer release');
    expect(await words(restore(to, join(folder, 'none.gz')))).toMatch('there is no such file');
  });
});

describe('a place that is not empty', () => {
  it.each<[string, (to: Target) => Promise<unknown>, RegExp]>([
    ['another log', (to) => to.store.append('fund-other', 'no-stream', events(2)), /holds events other than the backup/],
    ['other accounts', (to) => to.addAccount('someone-else'), /holds other rows in the table account/],
  ])('%s: refused, and nothing is changed', async (_, fill, sentence) => {
    await fillLog();
    await source.fillTables();
    await backup();
    const to = await target();
    await fill(to);
    const before = [await replay(to.store), await to.rows()];
    expect(await words(restore(to))).toMatch(sentence);
    expect([await replay(to.store), await to.rows()]).toEqual(before);
  });

  it('the log itself, gone on since: refused', async () => {
    await fillLog();
    await backup();
    await source.store.append('loan-9', 'no-stream', [event()]);
    expect(await words(restore(source))).toMatch('holds events other than the backup');
  });
});

describe('an interrupted restore', () => {
  it.each([0, 1, 4, 6, 8])('goes on after %i appends', async (most) => {
    await fillLog();
    await source.fillTables();
    await backup();
    const to = await target();
    let appends = 0;
    const store = Object.assign(Object.create(to.store) as PostgresEventStore, {
      append: async (stream: string, expected: bigint | 'no-stream', added: readonly NewEvent[]) => {
        if (appends++ === most) throw new Error('the plug');
        return to.store.append(stream, expected, added);
      },
    });
    expect(await words(restoreBackup({ store, databaseUrl: to.url, file }))).toBe('Error: the plug');
    const there = (await replay(to.store)).length;
    expect(there).toBeLessThan(19);
    expect(await restore(to)).toMatchObject({ events: 19, there });
    expect(await replay(to.store)).toEqual(await replay(source.store));
    expect(await restore(to)).toMatchObject({ events: 19, there: 19 });
  });

  it('is told of an event written beside it', async () => {
    await fillLog();
    await backup();
    const to = await target();
    let appends = 0;
    const store = Object.assign(Object.create(to.store) as PostgresEventStore, {
      append: async (stream: string, expected: bigint | 'no-stream', added: readonly NewEvent[]) => {
        if (appends++ === 2) await to.store.append(`loan-${randomUUID()}`, 'no-stream', [event()]);
        return to.store.append(stream, expected, added);
      },
    });
    expect(await words(restoreBackup({ store, databaseUrl: to.url, file }))).toMatch('Another program recorded');
  });
});
