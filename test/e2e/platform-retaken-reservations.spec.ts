import { StoreFault } from '@soquy/event-store';
import { eventsOf, eventually, withPlatform, type Json } from '../support/platform.js';

const { platform, officer, leader } = withPlatform(['officer', 'leader'], { patienceMs: 300 });

const day = { effectiveOn: '2026-03-02' };
const stored = (stream: string) => eventsOf(platform.store, stream);
const typesIn = async ({ stream }: Json) => (await stored(stream)).map(({ type }) => type);
const ended = (parcel: Json, how: 'approvals' | 'rejections' = 'approvals', headers = {}) =>
  leader.post(`corrections/${parcel.correctionId}/${how}`, {}, headers);

/** A delivered parcel of a depot, and whether its delivery may be taken back: that wants 10 of the depot's stock. */
async function delivered(stockVnd: number): Promise<{ depot: Json; own: Json; asked: Json }> {
  const depot = (await officer.post('depots', { name: 'Kho', stockVnd, agencyId: 'tra-vinh', ...day })).body;
  const own = (await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', depotId: depot.objectId, ...day })).body;
  await officer.post(`parcels/${own.objectId}/weighings`, { kilograms: 0, ...day });
  await officer.post(`parcels/${own.objectId}/deliveries`, day);
  const eventId = (await stored(own.stream)).at(-1)!.id;
  const asked = await officer.post('corrections', { eventId, reason: 'Giao nhầm' });
  return { depot, own: { ...own, correctionId: asked.body.objectId as string }, asked };
}
const pay = ({ objectId }: Json, amountVnd: number) => officer.post(`parcels/${objectId}/payments`, { amountVnd, ...day });

it('what a correction takes again is reserved before it is approved, and let go right after', async () => {
  const { depot, own } = await delivered(10);
  const approved = await ended(own);
  expect(approved.status).toBe(201);
  expect(await typesIn(depot)).toEqual(['DepotOpened', 'StockTaken', 'StockReturned']);
  const [taken, returned] = (await stored(depot.stream)).slice(1);
  const approval = (await stored(own.stream)).at(-1)!;
  expect(approval.type).toBe('CorrectionApproved');
  expect(taken!.metadata).toMatchObject({
    reservedFor: own.stream,
    commandId: approval.metadata.commandId,
    agencyId: 'tra-vinh',
  });
  expect(taken!.position < approval.position && approval.position < returned!.position).toBe(true);
  expect(returned!.data).toMatchObject({ commandId: approval.metadata.commandId, amountVnd: 10 });
});

it('what is not there is refused in the boundary’s words, at the request and again at the approval, and leaves nothing behind', async () => {
  const { asked } = await delivered(9);
  expect([asked.status, asked.body.code, asked.body.facts]).toEqual([409, 'DepotEmpty', { leftVnd: 9 }]);
  const { depot, own } = await delivered(10);
  expect((await pay(own, 1)).status).toBe(201);
  const late = await ended(own);
  expect([late.status, late.body.code, late.body.detail]).toEqual([409, 'DepotEmpty', 'Kho chỉ còn 9 đồng.']);
  expect(await typesIn(depot)).toEqual(['DepotOpened', 'StockTaken']);
  expect((await ended(own, 'rejections')).status).toBe(201);
});

it('a rejection takes nothing, and nor does a correction of what touches no boundary', async () => {
  const { depot, own } = await delivered(10);
  await ended(own, 'rejections');
  const apart = (await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', ...day })).body;
  await officer.post(`parcels/${apart.objectId}/weighings`, { kilograms: 1, ...day });
  await officer.post(`parcels/${apart.objectId}/deliveries`, day);
  const asked = await officer.post('corrections', { eventId: (await stored(apart.stream)).at(-1)!.id, reason: 'Giao nhầm' });
  expect((await ended({ correctionId: asked.body.objectId })).status).toBe(201);
  expect(await typesIn(depot)).toEqual(['DepotOpened']);
});

it('of a correction and a payment at the same moment one gets the stock', async () => {
  const { depot, own } = await delivered(10);
  const other = (await officer.post('parcels', { title: 'Máy sấy', agencyId: 'tra-vinh', depotId: depot.objectId, ...day })).body;
  const append = platform.store.append.bind(platform.store);
  let paid: Json | undefined;
  jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
    if (events[0]!.type === 'CorrectionApproved') paid = (await pay(other, 1)).body;
    return append(stream, expected, events, ...rest);
  });
  expect((await ended(own)).status).toBe(201);
  expect(paid!.code).toBe('DepotEmpty');
});

describe('a crash', () => {
  function dyingBefore(type: string): void {
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
      if (events[0]!.type === type) throw new StoreFault('unavailable', 'the process died here');
      return append(stream, expected, events, ...rest);
    });
  }

  it('before the approval: a retry in time goes on with what was reserved', async () => {
    const { depot, own } = await delivered(10);
    const key = { 'idempotency-key': 'approved-and-resumed' };
    dyingBefore('CorrectionApproved');
    expect((await ended(own, 'approvals', key)).status).toBe(503);
    jest.restoreAllMocks();
    expect((await ended(own, 'approvals', key)).status).toBe(201);
    expect(await typesIn(depot)).toEqual(['DepotOpened', 'StockTaken', 'StockReturned']);
  });

  it('before the approval, without a retry: it lapses, and the correction is still open', async () => {
    const { depot, own } = await delivered(10);
    const key = { 'idempotency-key': 'approved-and-left-alone' };
    dyingBefore('CorrectionApproved');
    await ended(own, 'approvals', key);
    jest.restoreAllMocks();
    await eventually(
      () => typesIn(depot),
      (types) => types.at(-1) === 'StockReturned',
    );
    expect((await typesIn(own)).at(-1)).toBe('ReservationLapsed');
    expect((await ended(own, 'approvals', key)).body.code).toBe('ReservationLapsed');
    expect((await ended(own)).status).toBe(201);
  });

  it('after the approval: the settler lets go of it, once', async () => {
    const { depot, own } = await delivered(10);
    dyingBefore('StockReturned');
    expect((await ended(own)).status).toBe(201);
    expect(await typesIn(depot)).toEqual(['DepotOpened', 'StockTaken']);
    jest.restoreAllMocks();
    await eventually(
      () => typesIn(depot),
      (types) => types.length === 3,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await typesIn(depot)).toEqual(['DepotOpened', 'StockTaken', 'StockReturned']);
    expect((await typesIn(own)).at(-1)).toBe('CorrectionApproved');
  });
});
