import { StoreFault } from '@soquy/event-store';
import { replay } from '../contract/samples.js';
import { eventsOf, eventually, testPlatform, type Json, type TestPlatform } from '../support/platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await testPlatform({ patienceMs: 200 });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => platform.close());

const day = { effectiveOn: '2026-03-02' };

const checkpointOf = async ({ dataSource }: TestPlatform) => {
  const rows: { position: string }[] = await dataSource.query('select position from app.reactor_checkpoint');
  return rows[0]?.position;
};

/** A reservation whose object never came has lapsed, one is kept, one is free again by a correction; all is settled. */
async function settled(): Promise<void> {
  const [officer, leader] = await Promise.all([platform.as('officer'), platform.as('leader')]);
  const depot = (await officer.post('depots', { name: 'Kho', stockVnd: 1_000, agencyId: 'tra-vinh', ...day })).body;
  const parcel = async () =>
    (await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', depotId: depot.objectId, ...day })).body;
  const pay = ({ objectId }: Json, amountVnd: number) => officer.post(`parcels/${objectId}/payments`, { amountVnd, ...day });
  const [kept, reversed, broken] = [await parcel(), await parcel(), await parcel()];
  expect([(await pay(kept, 10)).status, (await pay(reversed, 20)).status]).toEqual([201, 201]);
  const [payment] = (await eventsOf(platform.store, reversed.stream)).slice(-1);
  const asked = await officer.post('corrections', { eventId: payment!.id, reason: 'Ghi nhầm kho' });
  expect((await leader.post(`corrections/${asked.body.objectId}/approvals`, {})).status).toBe(201);
  const append = platform.store.append.bind(platform.store);
  jest.spyOn(platform.store, 'append').mockImplementation(async (stream, ...rest) => {
    if (stream === broken.stream) throw new StoreFault('unavailable', 'the process died here');
    return append(stream, ...rest);
  });
  expect((await pay(broken, 30)).status).toBe(503);
  jest.restoreAllMocks();
  const returned = async () => (await eventsOf(platform.store, depot.stream)).filter(({ type }) => type === 'StockReturned');
  await eventually(returned, (found) => found.length === 2);
  const { position } = (await replay(platform.store)).at(-1)!;
  await eventually(
    () => checkpointOf(platform),
    (saved) => saved !== undefined && saved >= position,
  );
}

it('a settler without a checkpoint goes through the whole log and writes nothing that stands there already', async () => {
  await settled();
  const before = await replay(platform.store);
  // A database of its own: no checkpoint, as after a move to another log.
  const anew = await testPlatform({ patienceMs: 200, log: platform.log });
  try {
    const { position } = before.at(-1)!;
    await eventually(
      () => checkpointOf(anew),
      (saved) => saved !== undefined && saved >= position,
    );
    expect(await replay(platform.store)).toEqual(before);
  } finally {
    await anew.close();
  }
});
