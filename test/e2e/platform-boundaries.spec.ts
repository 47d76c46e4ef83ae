import { StoreFault } from '@soquy/event-store';
import { Problem } from '@soquy/platform';
import { eventsOf, eventually, withPlatform, type Json, type Person } from '../support/platform.js';

const { platform, officer, leader } = withPlatform(['officer', 'leader'], { patienceMs: 300 });
afterEach(() => void Object.assign(platform.knowledge, { blocked: 0, fault: undefined }));

const day = { effectiveOn: '2026-03-02' };
const parcel = { title: 'Máy ép', agencyId: 'tra-vinh', ...day };
const stored = (stream: string) => eventsOf(platform.store, stream);
const typesIn = async (stream: string) => (await stored(stream)).map(({ type }) => type);

async function depotWith(stockVnd: number): Promise<Json> {
  return (await officer.post('depots', { name: 'Kho', stockVnd, agencyId: 'tra-vinh', ...day })).body;
}
const parcelOf = async (depotId: string) => (await officer.post('parcels', { ...parcel, depotId })).body;
const pay = (person: Person, { objectId }: Json, amountVnd: number, headers = {}) =>
  person.post(`parcels/${objectId}/payments`, { amountVnd, ...day }, headers);

describe('claims', () => {
  it('of five at the same moment one wins, and the others leave no object', async () => {
    const race = await Promise.all([1, 2, 3, 4, 5].map(() => officer.post('parcels', { ...parcel, serial: 'SN-RACE' })));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const lost = race.find(({ status }) => status === 409)!;
    expect([lost.body.code, lost.body.facts]).toEqual(['AlreadyTaken', { kind: 'serial', value: 'SN-RACE' }]);
  });

  it('hold no value in the clear: it may be about a person', async () => {
    await officer.post('parcels', { ...parcel, serial: 'SN-SECRET' });
    for await (const item of platform.store.feed({ filter: { streamPrefixes: ['claim-'] }, follow: false }))
      if (item.kind === 'events')
        expect(JSON.stringify(item.events.map(({ stream, data }) => [stream, data]))).not.toContain('SN-SECRET');
  });

  it('a repeat of the same command passes its own claim', async () => {
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, ...rest) => {
      if (stream.startsWith('parcel-')) throw new StoreFault('unavailable', 'gone');
      return append(stream, ...rest);
    });
    const key = { 'idempotency-key': 'claimed-then-broken' };
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-BROKEN' }, key)).status).toBe(503);
    jest.restoreAllMocks();
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-BROKEN' })).body.code).toBe('AlreadyTaken');
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-BROKEN' }, key)).status).toBe(201);
    platform.clock.pass(61_000);
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-BROKEN' })).body.code).toBe('AlreadyTaken');
  });

  it('one whose object never came may be taken over after a minute', async () => {
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, ...rest) => {
      if (stream.startsWith('parcel-')) throw new StoreFault('unavailable', 'gone');
      return append(stream, ...rest);
    });
    const key = { 'idempotency-key': 'claimed-and-left' };
    await officer.post('parcels', { ...parcel, serial: 'SN-LEFT' }, key);
    jest.restoreAllMocks();
    platform.clock.pass(59_000);
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-LEFT' })).body.code).toBe('AlreadyTaken');
    platform.clock.pass(2_000);
    expect((await officer.post('parcels', { ...parcel, serial: 'SN-LEFT' })).status).toBe(201);
    const late = await officer.post('parcels', { ...parcel, serial: 'SN-LEFT' }, key);
    expect([late.status, late.body.code]).toEqual([409, 'ReservationLapsed']);
  });
});

describe('reservations', () => {
  it('stand in the boundary before the object, with what was read', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    platform.knowledge.blocked = 30;
    const { status, body } = await pay(officer, own, 70);
    expect([status, body.revision]).toEqual([201, 1]);
    const [, taken] = await stored(depot.stream);
    const [, paid] = await stored(own.stream);
    expect(taken!.data).toMatchObject({ amountVnd: 70, askedVnd: 30 });
    expect(taken!.metadata).toMatchObject({ reservedFor: own.stream, commandId: paid!.metadata.commandId, agencyId: 'tra-vinh' });
    expect(taken!.position < paid!.position && paid!.position === body.position).toBe(true);
    expect(platform.knowledge.asked.at(-1)!.notBefore).toBe(own.position);
  });

  it("are refused in the boundary's own words, and leave nothing behind", async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    const { status, body } = await pay(officer, own, 101);
    expect([status, body.code, body.facts]).toEqual([409, 'DepotEmpty', { leftVnd: 100 }]);
    expect(body.detail).toBe('Kho chỉ còn 100 đồng.');
    expect([await typesIn(depot.stream), await typesIn(own.stream)]).toEqual([['DepotOpened'], ['ParcelSent']]);
  });

  it('two approvals at the same moment never take the same đồng; nor do twenty', async () => {
    const depot = await depotWith(100);
    const parcels = await Promise.all(Array.from({ length: 20 }, () => parcelOf(depot.objectId)));
    const answers = await Promise.all(parcels.map((own, index) => pay(index % 2 ? officer : leader, own, 30)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'DepotEmpty')).toHaveLength(17);
    expect((await typesIn(depot.stream)).filter((type) => type === 'StockTaken')).toHaveLength(3);
  });

  it('of two processes meet at the exact revision', async () => {
    const depot = await depotWith(100);
    const [first, second] = [await parcelOf(depot.objectId), await parcelOf(depot.objectId)];
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, ...rest) => {
      if (stream !== depot.stream) return append(stream, ...rest);
      jest.restoreAllMocks();
      const rival = { ...(await stored(depot.stream))[0]!, id: '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c12', type: 'StockTaken' };
      const data = { commandId: 'of another process', amountVnd: 80, askedVnd: 0, takenOn: '2026-03-02' };
      const { stream: _, revision: __, position: ___, ...event } = rival;
      await (await platform.log.open()).append(depot.stream, 0n, [{ ...event, data }]);
      return append(stream, ...rest);
    });
    expect((await pay(officer, first, 30)).body.code).toBe('DepotEmpty');
    expect((await pay(officer, second, 20)).status).toBe(201);
  });

  it('a read side that is behind is 503 with Retry-After, never a stale value', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    platform.knowledge.fault = Problem.unavailable();
    const { status, body, headers } = await pay(officer, own, 1);
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'Unavailable', '2']);
    expect(await typesIn(depot.stream)).toEqual(['DepotOpened']);
  });

  it('the same key for another object is refused rather than paid without a reservation', async () => {
    const depot = await depotWith(100);
    const [first, second] = [await parcelOf(depot.objectId), await parcelOf(depot.objectId)];
    const key = { 'idempotency-key': 'one-key-two-objects' };
    expect((await pay(officer, first, 10, key)).status).toBe(201);
    expect((await pay(officer, second, 10, key)).body.code).toBe('IdempotencyKeyReused');
    expect(await typesIn(second.stream)).toEqual(['ParcelSent']);
  });
});

describe('a crash between the two appends', () => {
  /** The next payment reserves, and then its own facts do not reach the log. */
  function crashing(): void {
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
      if (events[0]!.type === 'ParcelPaid') throw new StoreFault('unavailable', 'the process died here');
      return append(stream, expected, events, ...rest);
    });
  }

  it('a retry in time goes on with what was reserved', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    const key = { 'idempotency-key': 'broken-and-resumed' };
    crashing();
    expect((await pay(officer, own, 60, key)).status).toBe(503);
    jest.restoreAllMocks();
    expect((await pay(officer, own, 70, key)).body.code).toBe('IdempotencyKeyReused');
    expect((await pay(officer, own, 60, key)).status).toBe(201);
    expect((await typesIn(depot.stream)).filter((type) => type === 'StockTaken')).toHaveLength(1);
  });

  it('a retry that would take another amount by now replaces what was reserved', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    const key = { 'idempotency-key': 'broken-and-reweighed' };
    crashing();
    await pay(officer, own, 60, key);
    jest.restoreAllMocks();
    await officer.post(`parcels/${own.objectId}/weighings`, { kilograms: 35, ...day });
    expect((await pay(officer, own, 60, key)).status).toBe(201);
    const events = (await stored(depot.stream)).slice(1).map(({ type, data }) => [type, (data as Json).amountVnd]);
    expect(events).toEqual([
      ['StockTaken', 60],
      ['StockReturned', 60],
      ['StockTaken', 95],
    ]);
  });

  it('without a retry it lapses: told to the object first, then released; a late retry is refused', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    const key = { 'idempotency-key': 'broken-and-left-alone' };
    crashing();
    await pay(officer, own, 100, key);
    jest.restoreAllMocks();
    expect((await pay(officer, await parcelOf(depot.objectId), 1)).body.code).toBe('DepotEmpty');

    await eventually(
      () => typesIn(depot.stream),
      (types) => types.includes('StockReturned'),
    );
    const [lapsed] = (await stored(own.stream)).slice(-1);
    const released = (await stored(depot.stream)).at(-1)!;
    expect(lapsed).toMatchObject({ type: 'ReservationLapsed', data: { boundaryStream: depot.stream } });
    expect(lapsed!.position < released.position).toBe(true);
    const late = await pay(officer, own, 100, key);
    expect([late.status, late.body.code]).toEqual([409, 'ReservationLapsed']);
    expect((await pay(officer, own, 100)).status).toBe(201);
  });

  it('what was recorded in time is left alone', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    await pay(officer, own, 60);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await typesIn(depot.stream)).toEqual(['DepotOpened', 'StockTaken']);
    expect(await typesIn(own.stream)).toEqual(['ParcelSent', 'ParcelPaid']);
  });

  it('a settler that dies between its own two appends is resumed by the next from the durable checkpoint', async () => {
    const depot = await depotWith(100);
    const own = await parcelOf(depot.objectId);
    crashing();
    await pay(officer, own, 100, { 'idempotency-key': 'settler-dies-as-well' });
    jest.restoreAllMocks();
    const append = platform.store.append.bind(platform.store);
    const dying = jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
      if (events[0]!.type === 'StockReturned') throw new StoreFault('unavailable', 'the process died here');
      return append(stream, expected, events, ...rest);
    });
    await eventually(
      () => typesIn(own.stream),
      (types) => types.includes('ReservationLapsed'),
    );
    await eventually(
      async () => dying.mock.calls.some(([, , [event]]) => event!.type === 'StockReturned'),
      (tried) => tried,
    );
    const saved = await platform.dataSource.query('select position from app.reactor_checkpoint');
    const [, taken] = await stored(depot.stream);
    for (const { position } of saved as { position: string }[]) expect(position < taken!.position).toBe(true);

    jest.restoreAllMocks();
    await eventually(
      () => typesIn(depot.stream),
      (types) => types.filter((type) => type === 'StockReturned').length === 1,
    );
    await eventually(
      () => platform.dataSource.query('select position from app.reactor_checkpoint'),
      ([row]: { position: string }[]) => row !== undefined && row.position > taken!.position,
    );
    expect((await typesIn(own.stream)).filter((type) => type === 'ReservationLapsed')).toHaveLength(1);
  });
});
