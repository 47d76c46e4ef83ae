import { addDays } from '@soquy/kernel';
import { Recorder, type Actor } from '@soquy/platform';
import type { StreamSnapshot } from '../../libs/platform/src/storage/stream-snapshots.js';
import { DepotModule } from '../support/depot-slice.js';
import { ParcelModule } from '../support/parcel-slice.js';
import { eventsOf, eventually, testPlatform, type TestPlatform } from '../support/platform.js';

let platform: TestPlatform;
let actor: Actor;
let keys = 0;

beforeAll(async () => {
  platform = await testPlatform({ slices: [DepotModule, ParcelModule] });
  actor = { ...(await platform.accounts.actorOf('officer-tra-vinh')) };
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.close());

const { SendParcel, WeighParcel, DeliverParcel } = ParcelModule.feature.commands;
const record = (type: typeof SendParcel, fields: object, key = `long-${++keys}`) =>
  platform.app.get(Recorder).record(type!, { effectiveOn: '2026-03-02', ...fields }, { actor, key });

/** A weighing a day, so that each comes after the last in canonical order too. */
const weigh = (parcelId: string, time: number) =>
  record(WeighParcel, { parcelId, kilograms: 1, effectiveOn: addDays('2025-03-02', time) });

async function weighed(times: number): Promise<{ parcelId: string; stream: string }> {
  const { objectId: parcelId, stream } = await record(SendParcel, { title: 'Máy ép', effectiveOn: '2025-03-02' });
  for (let time = 1; time <= times; time++) await weigh(parcelId, time);
  return { parcelId, stream };
}

const kept = async (stream: string): Promise<StreamSnapshot | undefined> => {
  const rows = await platform.dataSource.query('select body from app.stream_snapshot where stream = $1', [stream]);
  return (rows as { body: StreamSnapshot }[])[0]?.body;
};
const keptFrom = (stream: string, revision: number) =>
  eventually(
    () => kept(stream),
    (found) => found !== undefined && Number(found.revision) >= revision,
  );
/** From which revisions the stream is read while a command runs. */
async function readsOf(stream: string, work: () => Promise<unknown>): Promise<bigint[]> {
  const read = jest.spyOn(platform.store, 'readStream');
  await work();
  const from = read.mock.calls.filter(([name]) => name === stream).map(([, options]) => options?.from ?? 0n);
  read.mockRestore();
  return from;
}

it('from two hundred events on the folded state is kept, and only the tail is read', async () => {
  const { parcelId, stream } = await weighed(199);
  expect(await kept(stream)).toBeUndefined();
  await weigh(parcelId, 200);
  const snapshot = await keptFrom(stream, 199);
  expect((snapshot!.state as { kilograms: number[] }).kilograms).toHaveLength(199);
  expect(Math.min(...(await readsOf(stream, () => weigh(parcelId, 201))).map(Number))).toBe(199);
  for (let time = 202; time < 262; time++) await weigh(parcelId, time);
  await keptFrom(stream, 240);
});

it('repeats are recognised, wherever in the stream they stand', async () => {
  const { parcelId, stream } = await weighed(3);
  const inside = { parcelId, kilograms: 2, effectiveOn: addDays('2025-03-02', 4) };
  const first = await record(WeighParcel, inside, 'inside-the-snapshot');
  for (let time = 5; time < 220; time++) await weigh(parcelId, time);
  await keptFrom(stream, 199);
  const behind = { parcelId, kilograms: 2, effectiveOn: '2026-03-03' };
  const late = await record(WeighParcel, behind, 'behind-the-snapshot');
  expect(
    await readsOf(stream, async () => expect(await record(WeighParcel, behind, 'behind-the-snapshot')).toEqual(late)),
  ).not.toContain(0n);
  expect(await record(WeighParcel, inside, 'inside-the-snapshot')).toEqual(first);
  await expect(record(WeighParcel, { ...inside, kilograms: 3 }, 'inside-the-snapshot')).rejects.toMatchObject({
    code: 'IdempotencyKeyReused',
  });
});

it('a fact of an earlier day is met by folding anew', async () => {
  const { parcelId, stream } = await weighed(205);
  await keptFrom(stream, 199);
  await record(WeighParcel, { parcelId, kilograms: 7, effectiveOn: '2025-03-03' });
  expect(await readsOf(stream, () => record(WeighParcel, { parcelId, kilograms: 1 }))).toContain(0n);
});

it('a snapshot of another log is not believed', async () => {
  const { parcelId, stream } = await weighed(205);
  await keptFrom(stream, 199);
  const row = (await kept(stream))!;
  const forged = { ...row, headId: 'of another past', state: { status: 'delivered', kilograms: [], paidVnd: 0 } };
  await platform.dataSource.query('update app.stream_snapshot set body = $2 where stream = $1', [stream, JSON.stringify(forged)]);
  const delivered = await record(DeliverParcel, { parcelId });
  expect((await eventsOf(platform.store, stream)).at(-1)).toMatchObject({
    type: 'ParcelDelivered',
    revision: BigInt(delivered.revision),
  });
});

it('works without the table: the log is read in full', async () => {
  const { parcelId, stream } = await weighed(205);
  jest.spyOn(platform.dataSource, 'query').mockRejectedValue(new Error('no table'));
  const { revision } = await record(WeighParcel, { parcelId, kilograms: 1 });
  expect(revision).toBe(206);
  expect(await eventsOf(platform.store, stream)).toHaveLength(207);
});

it('replayed scenarios have their own clock and say what they are', async () => {
  const replay = { recordedAt: new Date('2020-05-04T02:00:00Z'), origin: 'demo-invented' } as const;
  const given = { actor, key: 'replayed-once', replay };
  const recorder = platform.app.get(Recorder);
  const { stream } = await recorder.record(SendParcel!, { title: 'Máy ép', effectiveOn: '2020-05-01' }, given);
  expect((await eventsOf(platform.store, stream))[0]!.metadata).toMatchObject({
    recordedAt: '2020-05-04T02:00:00.000Z',
    postingPeriod: '2020-05',
    origin: 'demo-invented',
  });
  const later = recorder.record(
    SendParcel!,
    { title: 'Máy ép', effectiveOn: '2020-05-05' },
    { ...given, key: 'replayed-too-early' },
  );
  await expect(later).rejects.toMatchObject({ code: 'FutureDay' });
  await expect(record(SendParcel, { title: 'x' })).rejects.toMatchObject({ code: 'Malformed' });
});
