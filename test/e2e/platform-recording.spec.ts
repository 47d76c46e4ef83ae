import { StoreFault } from '@soquy/event-store';
import { eventsOf, withPlatform, type Json } from '../support/platform.js';

const { platform, 'officer-tra-vinh': officer } = withPlatform(['officer-tra-vinh']);

const parcel = { title: 'Máy ép', effectiveOn: '2026-03-02' };
const weighing = { kilograms: 40, effectiveOn: '2026-03-10' };
const sent = async (more: object = {}) => (await officer.post('parcels', { ...parcel, ...more })).body;
const stored = (stream: string) => eventsOf(platform.store, stream);
const pointers = (body: Json) => (body.errors as Json[]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('recording', () => {
  it('answers 201 with the receipt, the code and where the object is', async () => {
    const first = await officer.post('parcels', parcel);
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      stream: `parcel-${first.body.objectId}`,
      revision: 0,
      position: expect.any(String),
      objectId: first.body.objectId,
      code: expect.stringMatching(/^BK-2026-\d{4}$/),
    });
    expect(first.headers).toMatchObject({ location: `/api/v1/parcels/${first.body.objectId}`, etag: '"0"' });
    const second = await sent();
    const number = (code: string) => Number(code.split('-')[2]);
    expect(number(second.code)).toBe(number(first.body.code) + 1);
  });

  it('stores who, when, why and for whom beside the fact', async () => {
    const { objectId, code } = await sent();
    const evidence = { documentNumber: '12/QĐ-LMHTX', issuedOn: '2026-03-01' };
    const headers = { 'x-request-id': 'request-of-a-caller' };
    const { body } = await officer.post(`parcels/${objectId}/weighings`, { ...weighing, evidence, reason: 'Cân lại' }, headers);
    expect(body).toMatchObject({ revision: 1, objectId, code });
    const [first, second] = await stored(body.stream);
    expect(second!.data).toEqual({ kilograms: 40, weighedOn: '2026-03-10' });
    expect(second!.metadata).toEqual({
      commandId: expect.any(String),
      commandHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      requestId: 'request-of-a-caller',
      $correlationId: 'request-of-a-caller',
      $causationId: second!.metadata.commandId,
      actor: { personId: expect.any(String), role: 'officer' },
      agencyId: 'tra-vinh',
      recordedAt: '2026-11-21T03:00:00.000Z',
      effectiveOn: '2026-03-10',
      postingPeriod: '2026-11',
      budgetYear: 2026,
      schemaVersion: 1,
      evidence,
      reason: 'Cân lại',
    });
    expect(first!.metadata.objectCode).toBe(code);
    expect(second!.metadata.objectCode).toBeUndefined();
  });

  it('takes the day from the clock in Vietnam: today is not the future, tomorrow is', async () => {
    expect((await officer.post('parcels', { ...parcel, effectiveOn: '2026-11-21' })).status).toBe(201);
    const { status, body } = await officer.post('parcels', { ...parcel, effectiveOn: '2026-11-22' });
    expect([status, body.code, body.facts]).toEqual([422, 'FutureDay', { today: '2026-11-21' }]);
  });

  it('normalises text to NFC before it is hashed and stored', async () => {
    const title = 'Máy ép dừa ở Trà Cú';
    const key = { 'idempotency-key': 'one-text-two-forms' };
    const first = await officer.post('parcels', { ...parcel, title: title.normalize('NFD') }, key);
    expect((await officer.post('parcels', { ...parcel, title: title.normalize('NFC') }, key)).body).toEqual(first.body);
    expect((await stored(first.body.stream))[0]!.data).toMatchObject({ title: title.normalize('NFC') });
  });
});

describe('a repeat with the same key', () => {
  it('gives the first receipt, also after later events and with fields in another order', async () => {
    const { objectId } = await sent();
    const key = { 'idempotency-key': 'one-weighing-only' };
    const first = await officer.post(`parcels/${objectId}/weighings`, weighing, key);
    await officer.post(`parcels/${objectId}/weighings`, weighing);
    const turned = Object.fromEntries(Object.entries(weighing).reverse());
    const again = await officer.post(`parcels/${objectId}/weighings`, turned, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await stored(first.body.stream)).toHaveLength(3);
  });

  it('with another body is 422; of another person it is another wish', async () => {
    const key = { 'idempotency-key': 'one-parcel-only' };
    const first = await officer.post('parcels', parcel, key);
    const { status, body } = await officer.post('parcels', { ...parcel, title: 'Máy khác' }, key);
    expect([status, body.code]).toEqual([422, 'IdempotencyKeyReused']);
    const other = await (await platform.as('officer')).post('parcels', { ...parcel, agencyId: 'tra-vinh' }, key);
    expect([other.status, other.body.objectId === first.body.objectId]).toEqual([201, false]);
  });

  it('sent at the same moment books once', async () => {
    const { objectId } = await sent();
    const key = { 'idempotency-key': 'twins-at-one-moment' };
    const twins = await Promise.all([1, 2, 3].map(() => officer.post(`parcels/${objectId}/weighings`, weighing, key)));
    expect(new Set(twins.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await stored(`parcel-${objectId}`)).toHaveLength(2);
  });

  it('finds its own facts where the answer of the store was lost', async () => {
    const { store } = platform;
    const append = store.append.bind(store);
    jest.spyOn(store, 'append').mockImplementation(async (stream, ...rest) => {
      const appended = await append(stream, ...rest);
      if (stream.startsWith('parcel-')) throw new StoreFault('unavailable', 'no answer');
      return appended;
    });
    const key = { 'idempotency-key': 'answer-lost-on-the-way' };
    const lost = await officer.post('parcels', parcel, key);
    expect([lost.status, lost.body.code, lost.headers['retry-after']]).toEqual([503, 'Unavailable', '2']);
    jest.restoreAllMocks();
    const again = await officer.post('parcels', parcel, key);
    expect([again.status, again.body.revision]).toEqual([201, 0]);
    expect(await stored(again.body.stream)).toHaveLength(1);
  });

  it('is a new wish where the first was refused: nothing of it stands', async () => {
    const { objectId, stream } = await sent();
    const key = { 'idempotency-key': 'refused-and-corrected' };
    const heavy = await officer.post(`parcels/${objectId}/weighings`, { ...weighing, kilograms: 501 }, key);
    expect([heavy.status, heavy.body.code, heavy.body.facts]).toEqual([422, 'TooHeavy', { kilograms: 501 }]);
    expect((await officer.post(`parcels/${objectId}/weighings`, weighing, key)).status).toBe(201);
    expect(await stored(stream)).toHaveLength(2);
  });

  it('a wish that is true already answers where the object stands', async () => {
    const { objectId } = await sent();
    await officer.post(`parcels/${objectId}/weighings`, weighing);
    const done = await officer.post(`parcels/${objectId}/deliveries`, { effectiveOn: '2026-03-11' });
    const again = await officer.post(`parcels/${objectId}/deliveries`, { effectiveOn: '2026-03-12' });
    expect([again.status, again.body]).toEqual([201, done.body]);
  });
});

describe('others writing at the same time', () => {
  it('lead to deciding again, at most three times; then the caller is told', async () => {
    const { objectId } = await sent();
    const { store } = platform;
    const append = jest.spyOn(store, 'append').mockRejectedValue(new StoreFault('conflict', 'taken'));
    const { status, body } = await officer.post(`parcels/${objectId}/weighings`, weighing);
    expect([status, body.code]).toEqual([409, 'LostRace']);
    expect(append).toHaveBeenCalledTimes(3);
  });

  it('a fact planted between load and append is met by the second decision', async () => {
    const { objectId, stream } = await sent();
    await officer.post(`parcels/${objectId}/weighings`, weighing);
    const { store } = platform;
    const append = store.append.bind(store);
    jest.spyOn(store, 'append').mockImplementationOnce(async (...given) => {
      jest.restoreAllMocks();
      await officer.post(`parcels/${objectId}/deliveries`, { effectiveOn: '2026-03-11' });
      return append(...given);
    });
    const { status, body } = await officer.post(`parcels/${objectId}/deliveries`, { effectiveOn: '2026-03-12' });
    expect([status, body.revision]).toEqual([201, 2]);
    expect((await stored(stream)).map(({ type }) => type)).toEqual(['ParcelSent', 'ParcelWeighed', 'ParcelDelivered']);
  });

  it('If-Match: a stale revision is 412 with the events since; the current one is taken', async () => {
    const { objectId } = await sent();
    await officer.post(`parcels/${objectId}/weighings`, weighing);
    const stale = await officer.post(`parcels/${objectId}/weighings`, weighing, { 'if-match': '"0"' });
    expect([stale.status, stale.body.code, stale.body.facts]).toEqual([412, 'RevisionMoved', { asked: 0, revision: 1 }]);
    expect(stale.body.events).toEqual([
      expect.objectContaining({ type: 'ParcelWeighed', revision: 1, effectiveOn: '2026-03-10' }),
    ]);
    expect((await officer.post(`parcels/${objectId}/weighings`, weighing, { 'if-match': '"1"' })).status).toBe(201);
    expect((await officer.post(`parcels/${objectId}/weighings`, weighing, { 'if-match': '1' })).status).toBe(400);
  });
});

describe('scope', () => {
  it('an account of all agencies must say for which; its parents may say it', async () => {
    const all = await platform.as('officer');
    const unsaid = await all.post('parcels', parcel);
    expect([unsaid.status, pointers(unsaid.body)]).toEqual([400, ['/agencyId required']]);
    const depot = await all.post('depots', { name: 'Kho A', stockVnd: 10, effectiveOn: '2026-01-01', agencyId: 'soc-trang' });
    const child = await all.post('parcels', { ...parcel, depotId: depot.body.objectId });
    expect((await stored(child.body.stream))[0]!.metadata.agencyId).toBe('soc-trang');
    const torn = await all.post('parcels', { ...parcel, depotId: depot.body.objectId, agencyId: 'tra-vinh' });
    expect([torn.status, torn.body.code, torn.body.facts]).toEqual([403, 'OtherAgency', { field: 'depotId' }]);
  });

  it("another agency's objects are out of reach, as subject, as parent and as agency", async () => {
    const all = await platform.as('officer');
    const foreign = (await all.post('parcels', { ...parcel, agencyId: 'soc-trang' })).body;
    const depot = (await all.post('depots', { name: 'Kho B', stockVnd: 9, effectiveOn: '2026-01-01', agencyId: 'soc-trang' }))
      .body;
    const tries = await Promise.all([
      officer.post(`parcels/${foreign.objectId}/weighings`, weighing),
      officer.post(`parcels/${foreign.objectId}/weighings`, weighing, { 'if-match': '"7"' }),
      officer.post('parcels', { ...parcel, depotId: depot.objectId }),
      officer.post('parcels', { ...parcel, agencyId: 'soc-trang' }),
    ]);
    expect(tries.map(({ status, body }) => [status, body.code, body.events])).toEqual(
      tries.map(() => [403, 'OtherAgency', undefined]),
    );
    expect(await stored(foreign.stream)).toHaveLength(1);
  });

  it('unknown subjects and parents are 404 and name the field', async () => {
    const nobody = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
    const subject = await officer.post(`parcels/${nobody}/weighings`, weighing);
    expect([subject.status, subject.body.code, subject.body.facts]).toEqual([404, 'UnknownObject', { field: 'parcelId' }]);
    const parent = await officer.post('parcels', { ...parcel, depotId: nobody });
    expect([parent.status, parent.body.facts]).toEqual([404, { field: 'depotId' }]);
    const stop = await officer.post('parcels', { ...parcel, stops: [{ organisationId: nobody }] });
    expect([stop.status, stop.body.facts]).toEqual([404, { field: 'stops' }]);
  });

  it('organisations belong to all, and are handed to the decision as they were on that day', async () => {
    const all = await platform.as('officer');
    const details = { name: 'HTX Ánh Dương', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:94' };
    const shop = await all.post('organisations', { ...details, effectiveOn: '2020-01-01', agencyId: 'soc-trang' });
    const { objectId: organisationId } = shop.body;
    await all.post(`organisations/${organisationId}/details`, { sector: 'tradeServices', effectiveOn: '2026-06-01' });
    const before = await sent({ stops: [{ organisationId }] });
    const after = await sent({ stops: [{ organisationId }], effectiveOn: '2026-06-01' });
    const sectorOf = async ({ stream }: Json) => ((await stored(stream))[0]!.data as Json).stops[0].sector;
    expect([await sectorOf(before), await sectorOf(after)]).toEqual(['agriculture', 'tradeServices']);
  });
});
