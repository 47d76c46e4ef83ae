import { StoreFault } from '@soquy/event-store';
import { eventsOf, eventually, withPlatform, type Json } from '../support/platform.js';

const { platform, officer, leader } = withPlatform(['officer', 'leader']);

const day = { effectiveOn: '2026-03-02' };
const stored = (stream: string) => eventsOf(platform.store, stream);
const returned = async (stream: string) => (await stored(stream)).filter(({ type }) => type === 'StockReturned');
const checkpoint = async () => {
  const rows: { position: string }[] = await platform.dataSource.query('select position from app.reactor_checkpoint');
  return rows[0]?.position;
};
const past = (position: string) => eventually(checkpoint, (saved) => saved !== undefined && saved >= position);

async function paidParcel(amountVnd = 60) {
  const depot = (await officer.post('depots', { name: 'Kho', stockVnd: 100, agencyId: 'tra-vinh', ...day })).body;
  const own = (await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', depotId: depot.objectId, ...day })).body;
  const paid = await officer.post(`parcels/${own.objectId}/payments`, { amountVnd, ...day });
  expect(paid.status).toBe(201);
  const [payment] = (await stored(own.stream)).slice(-1);
  return { depot: depot as Json, own: own as Json, payment: payment! };
}

async function takenBack(eventId: string): Promise<Json> {
  const asked = await officer.post('corrections', { eventId, reason: 'Ghi nhầm kho' });
  const approved = await leader.post(`corrections/${asked.body.objectId}/approvals`, {});
  expect([asked.status, approved.status]).toEqual([201, 201]);
  return approved.body;
}

it('what a fact reserved is free again once a correction of it is approved, however long ago that was', async () => {
  const { depot, own, payment } = await paidParcel(100);
  await past(payment.position);
  const correction = await takenBack(payment.id);
  const [release] = await eventually(
    () => returned(depot.stream),
    (found) => found.length > 0,
  );
  const approval = (await stored(own.stream)).at(-1)!;
  expect(release).toMatchObject({
    data: { commandId: payment.metadata.commandId, amountVnd: 100, returnedOn: '2026-03-02' },
    metadata: { actor: { role: 'system' }, agencyId: 'tra-vinh', requestId: approval.metadata.requestId },
  });
  expect(release!.position > correction.position).toBe(true);
  expect((await officer.post(`parcels/${own.objectId}/payments`, { amountVnd: 100, ...day })).status).toBe(201);
});

it('the command itself, sent again, is still answered by its receipt and reserves nothing', async () => {
  const { depot, own, payment } = await paidParcel();
  const key = { 'idempotency-key': 'paid-before-the-correction' };
  const path = `parcels/${own.objectId}/payments`;
  const paid = await officer.post(path, { amountVnd: 40, ...day }, key);
  await takenBack((await stored(own.stream)).at(-1)!.id);
  await eventually(
    () => returned(depot.stream),
    (found) => found.length === 1,
  );
  expect((await officer.post(path, { amountVnd: 40, ...day }, key)).body).toEqual(paid.body);
  const kept = (await stored(depot.stream))
    .filter(({ type }) => type === 'StockTaken')
    .map(({ data }) => (data as Json).commandId);
  expect(kept).toEqual([payment.metadata.commandId, expect.any(String)]);
});

it('a correction that is only asked for or rejected, and one of a fact that reserved nothing, release nothing', async () => {
  const { depot, own, payment } = await paidParcel();
  const asked = await officer.post('corrections', { eventId: payment.id, reason: 'Ghi nhầm kho' });
  await leader.post(`corrections/${asked.body.objectId}/rejections`, {});
  await officer.post(`parcels/${own.objectId}/weighings`, { kilograms: 5, ...day });
  const { position } = await takenBack((await stored(own.stream)).at(-1)!.id);
  await past(position);
  expect(await returned(depot.stream)).toEqual([]);
});

it('a settler that dies before the release is resumed by the next; the checkpoint never passes the correction', async () => {
  const { depot, payment } = await paidParcel();
  const append = platform.store.append.bind(platform.store);
  const dying = jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
    if (events[0]!.type === 'StockReturned') throw new StoreFault('unavailable', 'the process died here');
    return append(stream, expected, events, ...rest);
  });
  const { position } = await takenBack(payment.id);
  const tries = () =>
    dying.mock.calls.filter(([, , [event]]) => event!.type === 'StockReturned').map(([, , [event]]) => event!.id);
  await eventually(
    () => Promise.resolve(tries()),
    (ids) => ids.length >= 2,
  );
  expect((await checkpoint())! < position).toBe(true);
  expect(new Set(tries()).size).toBe(1);

  jest.restoreAllMocks();
  await past(position);
  expect((await returned(depot.stream)).map(({ id }) => id)).toEqual([...new Set(tries())]);
});

it('released by another process in the meantime, it is released once', async () => {
  const { depot, payment } = await paidParcel();
  const append = platform.store.append.bind(platform.store);
  jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
    if (events[0]!.type !== 'StockReturned') return append(stream, expected, events, ...rest);
    jest.restoreAllMocks();
    await append(stream, expected, events, ...rest);
    throw StoreFault.conflict(stream, String(expected), undefined);
  });
  await past((await takenBack(payment.id)).position);
  expect(await returned(depot.stream)).toHaveLength(1);
});
