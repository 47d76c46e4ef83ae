import type { EventStoreName } from '@soquy/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup.js';
import { writeBackup } from '../../apps/cli/src/backup/write-backup.js';
import { event, replay } from '../contract/samples.js';
import { linesOf, openTarget, outcome, type Target } from '../support/backup-target.js';
import { withoutPositions } from '../support/log-place.js';

let folder: string;
let file: string;
const targets: Target[] = [];

const target = async (eventStore: EventStoreName): Promise<Target> => {
  const opened = await openTarget(eventStore);
  targets.push(opened);
  return opened;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-backup-'));
  file = join(folder, 'so-quy.gz');
});
afterEach(async () => {
  for (const opened of targets.splice(0)) await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const contents = async ({ store }: Target) => withoutPositions(await replay(store));
const eventLinesOf = (path: string) => linesOf(path).filter((line) => line.startsWith('{"kind":"event"'));

describe.each<[EventStoreName, EventStoreName]>([
  ['postgres', 'eventstoredb'],
  ['eventstoredb', 'postgres'],
  ['eventstoredb', 'eventstoredb'],
])('a backup of a log in %s, restored into %s', (source, destination) => {
  let from: Target;
  let to: Target;
  beforeEach(async () => {
    [from, to] = [await target(source), await target(destination)];
    await from.fillLog();
    await from.fillTables();
  });

  it('gives an equal log with an equal sum, and the rows but for checkpoints, which name places of the other log', async () => {
    const { header, trailer } = await writeBackup({ ...from.parts, file });
    expect(header).toMatchObject({ eventStore: source, head: await from.store.head() });
    const { logSha256, there } = await restoreBackup({ ...to.parts, file });
    expect([logSha256, there]).toEqual([trailer.logSha256, 0]);
    expect(await contents(to)).toEqual(await contents(from));
    const { reactor_checkpoint: places, stream_snapshot: _, ...rows } = await from.rows();
    expect(places).toHaveLength(1);
    expect(await to.rows()).toEqual({ ...rows, reactor_checkpoint: [], stream_snapshot: [] });

    const again = join(folder, 'again.gz');
    expect((await writeBackup({ ...to.parts, file: again })).trailer).toMatchObject({ events: 19, logSha256 });
    expect(eventLinesOf(again)).toEqual(eventLinesOf(file));
  });

  it('goes on after it was interrupted, and is refused where something else is', async () => {
    await writeBackup({ ...from.parts, file });
    let appends = 0;
    const dying = Object.assign(Object.create(to.store) as typeof to.store, {
      append: async (...request: Parameters<typeof to.store.append>) => {
        if (appends++ >= 3) throw new Error('the plug');
        return to.store.append(...request);
      },
    });
    expect(await outcome(restoreBackup({ ...to.parts, store: dying, file }))).toBe('Error: the plug');
    const there = (await contents(to)).length;
    expect(await contents(to)).toEqual((await contents(from)).slice(0, there));
    expect(await restoreBackup({ ...to.parts, file })).toMatchObject({ events: 19, there });

    await to.store.append('loan-9', 'no-stream', [event()]);
    const before = await replay(to.store);
    expect(await outcome(restoreBackup({ ...to.parts, file }))).toMatch('holds events other than the backup');
    expect(await replay(to.store)).toEqual(before);
  });
});
