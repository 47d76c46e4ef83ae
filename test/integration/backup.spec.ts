import type { PostgresEventStore } from '@soquy/event-store';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup.js';
import { verifyBackup } from '../../apps/cli/src/backup/read-backup.js';
import { writeBackup } from '../../apps/cli/src/backup/write-backup.js';
import { event, replay } from '../contract/samples.js';
import { sourceFiles } from '../support/source-files.js';
import { linesOf, openTarget, outcome, type Target } from '../support/backup-target.js';

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

const backup = (over: Partial<Parameters<typeof writeBackup>[0]> = {}) => writeBackup({ ...source.parts, file, ...over });
const restore = (to: Target, from = file) => restoreBackup({ ...to.parts, file: from });

describe('a backup put into a fresh database', () => {
  it('gives an equal log, and every row that is not derived', async () => {
    await source.fillLog();
    await source.fillTables();
    const { header, trailer } = await backup({ now: new Date('2026-11-21T03:00:00Z') });
    expect(header).toEqual({
      kind: 'header',
      format: 1,
      product: 'so-quy',
      createdAt: '2026-11-21T03:00:00.000Z',
      eventStore: 'postgres',
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
    await source.fillLog();
    await source.fillTables();
    const now = new Date();
    await backup({ now });
    const to = await target();
    await restore(to);
    await writeBackup({ ...to.parts, file: join(folder, 'again.gz'), now });
    expect(linesOf(join(folder, 'again.gz'))).toEqual(linesOf(file));
  });

  it('finds each table made beforehand: all are made by what a restore calls', async () => {
    const texts = sourceFiles(['apps', 'libs'], /\.ts$/).map((path) => readFileSync(path, 'utf8'));
    const named = texts.flatMap((text) => [...text.matchAll(/create table (?:if not exists )?app\.(\w+)/g)]);
    const [made] = await source.query(`select array_agg(tablename::text) as names from pg_tables where schemaname = 'app'`);
    expect([...(made!.names as string[])].sort()).toEqual(named.map(([, name]) => name).sort());
  });

  it('may be of nothing at all', async () => {
    expect((await backup()).header.head).toBeNull();
    const to = await target();
    expect(await restore(to)).toMatchObject({ events: 0, rows: 0 });
    expect(await to.store.head()).toBeUndefined();
  });

  it('goes on recording where it was', async () => {
    await source.fillLog();
    await backup();
    const to = await target();
    await restore(to);
    expect((await to.store.append('loan-1', 5n, [event()])).revision).toBe(6n);
    expect(await outcome(to.store.append('loan-2', 4n, [event()]))).toMatch('stands at 5');
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
    const { header, trailer } = await backup().finally(() => (running = false));
    const during = written.length - before.length;
    await Promise.all(writers);
    expect(during).toBeGreaterThan(0);

    const log = await replay(source.store);
    const upTo = log.findIndex(({ position }) => position === header.head) + 1;
    expect(trailer.events).toBe(upTo);
    const to = await target();
    await restore(to);
    const restored = await replay(to.store);
    expect(restored).toEqual(log.slice(0, upTo));
    const ids = new Set(restored.map(({ id }) => id));
    expect(before.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('takes the tables before the head, so that no reactor is ahead of the log', async () => {
    await source.fillLog();
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
    expect(await outcome(backup())).toMatch(/BackupFault: Đã có tệp .*\n.*exists/);
    expect(readFileSync(file, 'utf8')).toBe('older');
    await backup({ overwrite: true });
    expect((await verifyBackup(file)).trailer.events).toBe(0);
  });

  it('leaves the older one where the new one fails, and nothing half-written', async () => {
    await source.fillLog();
    await backup();
    const older = readFileSync(file);
    const broken = Object.assign(Object.create(source.store) as PostgresEventStore, {
      feed: async function* () {
        yield* source.store.feed({ follow: false });
        throw new Error('the cable');
      },
      head: () => Promise.resolve('p-00000000000000000099'),
    });
    expect(await outcome(backup({ store: broken, overwrite: true }))).toBe('Error: the cable');
    expect(readFileSync(file).equals(older)).toBe(true);
    expect(readdirSync(folder)).toEqual(['so-quy.gz']);
  });

  it('is refused with a sentence where it cannot be written', async () => {
    expect(await outcome(backup({ file: join(folder, 'missing', 'x.gz') }))).toMatch('there is no such file or folder');
  });
});
