import { StoreFault } from '@soquy/event-store';
import { eventsOf, withPlatform, type Json } from '../support/platform.js';

const { platform, officer, leader } = withPlatform(['officer', 'leader']);

const day = { effectiveOn: '2026-03-02' };
const stored = (stream: string) => eventsOf(platform.store, stream);
const typesIn = async ({ stream }: Json) => (await stored(stream)).map(({ type }) => type);
const sent = async () => (await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', ...day })).body;
const labelled = ({ objectId }: Json, label: string, more = {}, headers = {}) =>
  officer.post(`parcels/${objectId}/labels`, { label, ...day, ...more }, headers);
const told = ({ status, body }: { status: number; body: Json }) => (status === 201 ? 201 : body.code);

async function takenBack({ stream }: Json, type = 'ParcelLabelled'): Promise<void> {
  const event = (await stored(stream)).findLast((one) => one.type === type)!;
  const asked = await officer.post('corrections', { eventId: event.id, reason: 'Dán nhầm' });
  expect((await leader.post(`corrections/${asked.body.objectId}/approvals`, {})).status).toBe(201);
}

/** The next label is claimed, and then the fact that claims it does not reach the log. */
function crashing(): void {
  const append = platform.store.append.bind(platform.store);
  jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
    if (events[0]!.type === 'ParcelLabelled') throw new StoreFault('unavailable', 'the process died here');
    return append(stream, expected, events, ...rest);
  });
}

describe('what a fact claimed', () => {
  it('is free for others and for the same object once the fact was taken back, and not before', async () => {
    const [first, second] = [await sent(), await sent()];
    await labelled(first, 'N-1');
    expect(told(await labelled(second, 'N-1'))).toBe('AlreadyTaken');
    await officer.post('corrections', { eventId: (await stored(first.stream)).at(-1)!.id, reason: 'Dán nhầm' });
    expect(told(await labelled(second, 'N-1'))).toBe('AlreadyTaken');
    const [asked] = (await stored(first.stream)).slice(-1);
    await leader.post(`corrections/${(asked!.data as Json).correctionId}/approvals`, {});
    expect(told(await labelled(second, 'N-1'))).toBe(201);
    expect(told(await labelled(first, 'N-1'))).toBe('AlreadyTaken');
    await takenBack(second);
    expect(told(await labelled(first, 'N-1'))).toBe(201);
    await takenBack(first);
    expect(told(await labelled(first, 'N-1'))).toBe(201);
    expect(told(await labelled(second, 'N-1'))).toBe('AlreadyTaken');
  });

  it('stays taken while that very fact stands, whatever else of its command was taken back', async () => {
    const [first, second] = [await sent(), await sent()];
    await labelled(first, 'N-2', { kilograms: 3 });
    await takenBack(first, 'ParcelWeighed');
    expect(told(await labelled(second, 'N-2'))).toBe('AlreadyTaken');
    await takenBack(first);
    expect(told(await labelled(second, 'N-2'))).toBe(201);
  });

  it('stays taken while another fact of the same object claims it', async () => {
    const [first, second] = [await sent(), await sent()];
    await labelled(first, 'N-3');
    await labelled(first, 'N-3');
    await takenBack(first);
    platform.clock.pass(61_000);
    expect(told(await labelled(second, 'N-3'))).toBe('AlreadyTaken');
  });

  it('once free goes to one of those who want it at the same moment, its former owner among them', async () => {
    const parcels = await Promise.all([1, 2, 3, 4, 5].map(() => sent()));
    await labelled(parcels[0]!, 'N-4');
    await takenBack(parcels[0]!);
    const race = await Promise.all(parcels.map((each) => labelled(each, 'N-4')));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const labels = (await Promise.all(parcels.map(typesIn))).flat().filter((type) => type === 'ParcelLabelled');
    expect(labels).toHaveLength(2);
  });
});

describe('a crash between claim and fact', () => {
  it('of the former owner keeps the claim for a minute; who takes it then tells the owner first, so that a late fact conflicts', async () => {
    const [first, second] = [await sent(), await sent()];
    await labelled(first, 'N-5');
    await takenBack(first);
    const key = { 'idempotency-key': 'labelled-again-and-broken' };
    crashing();
    expect((await labelled(first, 'N-5', {}, key)).status).toBe(503);
    jest.restoreAllMocks();
    expect(told(await labelled(second, 'N-5'))).toBe('AlreadyTaken');
    platform.clock.pass(61_000);
    expect(told(await labelled(second, 'N-5'))).toBe(201);
    expect((await typesIn(first)).at(-1)).toBe('ReservationLapsed');
    expect(told(await labelled(first, 'N-5', {}, key))).toBe('ReservationLapsed');
    expect(told(await labelled(first, 'N-6'))).toBe(201);
  });

  it('never lets a fact through that comes after another has taken the claim', async () => {
    const [slow, quick] = [await sent(), await sent()];
    const append = platform.store.append.bind(platform.store);
    let overtaken: unknown;
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, expected, events, ...rest) => {
      if (stream === slow.stream && events[0]!.type === 'ParcelLabelled' && !overtaken) {
        platform.clock.pass(61_000);
        overtaken = told(await labelled(quick, 'N-7'));
      }
      return append(stream, expected, events, ...rest);
    });
    expect(told(await labelled(slow, 'N-7'))).toBe('ReservationLapsed');
    expect(overtaken).toBe(201);
    expect(await typesIn(slow)).toEqual(['ParcelSent', 'ReservationLapsed']);
  });

  it('of a creation leaves no object behind, and the code to others', async () => {
    const append = platform.store.append.bind(platform.store);
    jest.spyOn(platform.store, 'append').mockImplementation(async (stream, ...rest) => {
      if (stream.startsWith('parcel-')) throw new StoreFault('unavailable', 'gone');
      return append(stream, ...rest);
    });
    const parcel = { title: 'Máy ép', agencyId: 'tra-vinh', serial: 'S-1', ...day };
    const key = { 'idempotency-key': 'sent-and-broken' };
    await officer.post('parcels', parcel, key);
    jest.restoreAllMocks();
    platform.clock.pass(61_000);
    expect(told(await officer.post('parcels', parcel))).toBe(201);
    expect(told(await officer.post('parcels', parcel, key))).toBe('ReservationLapsed');
  });

  it('of who takes it over leaves it to the next, once', async () => {
    const [first, second, third] = [await sent(), await sent(), await sent()];
    await labelled(first, 'N-8');
    await takenBack(first);
    crashing();
    await labelled(second, 'N-8');
    jest.restoreAllMocks();
    expect(told(await labelled(third, 'N-8'))).toBe('AlreadyTaken');
    expect(told(await labelled(first, 'N-8'))).toBe('AlreadyTaken');
    platform.clock.pass(61_000);
    const race = await Promise.all([labelled(first, 'N-8'), labelled(third, 'N-8')]);
    expect(race.map(told).sort()).toEqual([201, 'AlreadyTaken']);
  });
});
