import { openEventStore, type EventStore } from '@soquy/event-store';
import { Numbering } from '../../libs/platform/src/commands/numbering.js';
import { copyLog } from '../../apps/cli/src/log/copy-log.js';
import { event, replay } from '../contract/samples.js';
import { intentOf } from '../support/intents.js';
import { logPlace, openedLog, type LogPlace, type OpenedLog } from '../support/log-place.js';

let cluster: LogPlace;
let api: EventStore;
const opened: OpenedLog[] = [];

beforeEach(async () => {
  cluster = await logPlace('eventstoredb');
  api = await openEventStore(cluster.address);
});
afterEach(async () => {
  await api.close();
  await cluster.stop();
  for (const { close } of opened.splice(0)) await close();
});

const numbers = async () => (await replay(api)).filter(({ type }) => type === 'NumberTaken');

/** EventStoreDB knows the ids of appends to any revision only until it is started again, or another node leads. */
it.each([
  ['at once', 0],
  ['behind another', 1],
])('a command whose number was taken before the store was started again has that number (%s)', async (_, others) => {
  const other = await openEventStore(cluster.address);
  const mine = new Numbering(api);
  expect(await mine.next(intentOf('a'), 'tra-vinh')).toBe('LTH-2026-0001');
  for (let nth = 0; nth < others; nth++) await mine.next(intentOf(`b-${nth}`), 'tra-vinh');
  await api.append('loan-1', 'no-stream', [event()]);
  await cluster.server!.restart();
  for (const numbering of [mine, new Numbering(other)])
    expect(await numbering.next(intentOf('a'), 'tra-vinh')).toBe('LTH-2026-0001');
  expect(await new Numbering(other).next(intentOf('c'), 'tra-vinh')).toBe(`LTH-2026-000${2 + others}`);
  expect(await mine.next(intentOf('d'), 'tra-vinh')).toBe(`LTH-2026-000${3 + others}`);
  await other.close();

  const ids = (await numbers()).map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
  const target = await openedLog('postgres');
  opened.push(target);
  expect((await copyLog({ from: api, to: target.store })).target.events).toBe(4 + others);
});

it('several processes give each command one number, without a gap, also over answers that are lost', async () => {
  const others = await Promise.all([1, 2].map(() => openEventStore(cluster.address)));
  const line = [api, ...others].map((store) => new Numbering(store));
  for (let nth = 0; nth < 4; nth++) cluster.server!.faults.next('append', { written: 'cut' });
  const keys = Array.from({ length: 30 }, (_, index) => `command-${index}`);
  const codes = await Promise.all(keys.map((key, index) => line[index % 3]!.next(intentOf(key), 'tra-vinh')));
  const again = await Promise.all(keys.map((key, index) => line[(index + 1) % 3]!.next(intentOf(key), 'tra-vinh')));
  expect(again).toEqual(codes);
  expect([...codes].sort()).toEqual(keys.map((_, index) => `LTH-2026-${String(index + 1).padStart(4, '0')}`));
  for (const store of others) await store.close();
});
