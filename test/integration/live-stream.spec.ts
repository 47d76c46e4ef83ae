import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@soquy/event-store';
import { LiveFacts } from '../../libs/platform/src/live/live-facts.js';
import { testLog, type TestLog } from '../support/log.js';
import { eventually, testPlatform, type Json, type Person, type TestPlatform } from '../support/platform.js';
import { testDatabase } from '../support/postgres.js';
import { StreamClient } from '../support/stream-client.js';

const OTHERS = 'một mật khẩu khác';
const PARCEL = { title: 'Máy ép', effectiveOn: '2026-03-02' };

let database: Awaited<ReturnType<typeof testDatabase>>;
let log: TestLog;
let [first, second]: [TestPlatform, TestPlatform] = [undefined!, undefined!];
let officer: Person;
const urls = new Map<TestPlatform, string>();
const clients: StreamClient[] = [];

const platform = async () => {
  const made = await testPlatform({ log, environment: { STREAM_CLIENTS: '20' } });
  await made.app.listen(0, '127.0.0.1');
  urls.set(made, await made.app.getUrl());
  return made;
};

/** Two processes over one log, each with accounts of its own. */
beforeAll(async () => {
  database = await testDatabase();
  log = await testLog('postgres', database.url);
  [first, second] = [await platform(), await platform()];
  officer = await first.as('officer-tra-vinh');
  await first.accounts.createAccount({ username: 'other', password: OTHERS, role: 'officer', agencyIds: ['soc-trang'] });
});
afterEach(() => clients.splice(0).forEach((client) => client.close()));
afterAll(async () => {
  await first.close();
  await second.close();
  await log.drop();
  await database.drop();
});

async function follow(at: TestPlatform, person: Pick<Person, 'own'>, lastEventId?: string, query = ''): Promise<StreamClient> {
  const resumed: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const client = await StreamClient.open(`${urls.get(at)}/api/v1/stream${query}`, { cookie: person.own.cookie, ...resumed });
  clients.push(client);
  return client;
}

let keys = 0;

/** Repeated under its key while a busy server does not answer. */
const send = async (person: Person = officer): Promise<Json> => {
  const key = { 'idempotency-key': `live-stream-${(keys += 1)}` };
  const { status, body } = await eventually(
    () => person.post('parcels', PARCEL, key),
    (answer) => answer.status !== 503,
  );
  expect([status, body]).toEqual([201, expect.objectContaining({ position: expect.any(String) })]);
  return body;
};

/** The log's own order of parcel facts behind a place. */
async function inLog(store: EventStore, after: string | undefined): Promise<string[]> {
  const found: string[] = [];
  for await (const item of store.feed({ after, filter: { streamPrefixes: ['parcel-'] }, follow: false }))
    if (item.kind === 'events') found.push(...item.events.map(({ position }) => position));
  return found;
}

const gauge = async (at: TestPlatform) =>
  Number(/^sse_clients (\d+)$/m.exec((await at.ask('/metrics', { headers: { accept: 'text/plain' } })).text)?.[1]);

describe('the stream', () => {
  it('starts at the end of the log, and tells what is recorded in any process', async () => {
    await send();
    const clientsOf = [await follow(first, officer), await follow(second, await second.as('officer-tra-vinh'))];
    const { objectId, position } = await send();
    for (const client of clientsOf) {
      await client.until(() => client.facts.length > 0);
      expect(client.facts).toEqual([{ position, category: 'parcel', objectId, type: 'ParcelSent' }]);
      expect(client.lastEventId).toBe(position);
      expect(client.blocks[0]).toEqual({ retry: '2000', id: expect.any(String) });
      expect(client.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    }
  });

  it('resumes after an id: header before address, each fact once and in order', async () => {
    const [a, b, c] = [await send(), await send(), await send()];
    const byHeader = await follow(first, officer, b.position, `?lastEventId=${a.position}`);
    await byHeader.until(() => byHeader.facts.length >= 1);
    const byAddress = await follow(first, officer, undefined, `?lastEventId=${a.position}`);
    await byAddress.until(() => byAddress.facts.length >= 2);
    const d = await send();
    await byHeader.until(() => byHeader.facts.length >= 2);
    await byAddress.until(() => byAddress.facts.length >= 3);
    expect(byHeader.facts.map(({ position }) => position)).toEqual([c, d].map(({ position }) => position));
    expect(byAddress.facts.map(({ position }) => position)).toEqual([b, c, d].map(({ position }) => position));
  });

  it('who is cut off before the first fact resumes where he began', async () => {
    const cut = await follow(first, officer);
    await cut.until(() => cut.lastEventId !== undefined);
    cut.close();
    const { position } = await send();
    const back = await follow(first, officer, cut.lastEventId);
    await back.until(() => back.facts.length > 0);
    expect(back.facts.map((fact) => fact.position)).toEqual([position]);
  });

  it('while eight record, whoever is cut off again and again hears of each fact once and in order', async () => {
    const from = (await send()).position as string;
    const people = await Promise.all(
      Array.from({ length: 4 }, () => Promise.all([first.as('officer-tra-vinh'), second.as('officer-tra-vinh')])),
    );
    let recording = true;
    const writers = people.flat().map(async (person) => {
      for (let count = 0; count < 25; count += 1) await send(person);
    });
    const all = Promise.all(writers).finally(() => (recording = false));
    const heard: string[] = [];
    const other = await second.as('officer-tra-vinh');
    for (let round = 0, last = from; recording || round < 2; round += 1) {
      const client = await follow(round % 2 === 0 ? first : second, round % 2 === 0 ? officer : other, last);
      await client.until(() => client.facts.length >= 3 || !recording);
      client.close();
      heard.push(...client.facts.map(({ position }) => position));
      last = client.lastEventId ?? last;
    }
    await all;
    const last = await follow(first, officer, heard.at(-1));
    const expected = await inLog(first.store, from);
    await last.until(() => heard.length + last.facts.length >= expected.length);
    await delay(200);
    expect([...heard, ...last.facts.map(({ position }) => position)]).toEqual(expected);
    expect(expected).toHaveLength(200);
  });

  it('tells nobody of another agency, but everybody of what belongs to all', async () => {
    const [here, there] = [await follow(first, officer), await follow(first, await first.as('other', OTHERS))];
    await send();
    const name = {
      name: 'HTX Ánh Mai',
      type: 'cooperative',
      sector: 'agriculture',
      place: 'TCTK63:84',
      effectiveOn: '2026-03-02',
    };
    const { status, body } = await officer.post('organisations', name);
    expect([status, body.code ?? body]).toEqual([201, expect.any(String)]);
    await here.until(() => here.facts.length >= 2);
    await there.until(() => there.facts.length >= 1);
    expect(here.facts.map(({ category }) => category)).toEqual(['parcel', 'organisation']);
    expect(there.facts.map(({ category }) => category)).toEqual(['organisation']);
  });

  it('is refused to strangers, for ids that are none, and for parameters nobody knows', async () => {
    const stranger = await StreamClient.open(`${urls.get(first)}/api/v1/stream`, {});
    expect(stranger.status).toBe(401);
    const { position } = await send();
    const beyond = position.replace(/\d{12}$/, '999999999999');
    const wrong = ['abc', '-1', "p-1' or 1=1", position.replace(/^./, 'x'), position.slice(0, -1), beyond];
    for (const id of wrong) {
      const { status } = await follow(first, officer, undefined, `?lastEventId=${encodeURIComponent(id)}`);
      expect([id, status]).toEqual([id, 400]);
    }
    expect((await follow(first, officer, 'garbage')).status).toBe(400);
    expect((await follow(first, officer, undefined, '?since=1')).status).toBe(400);
    expect((await follow(first, officer, undefined, `?lastEventId=${position}&lastEventId=${position}`)).status).toBe(400);
    expect(await gauge(first)).toBe(0);
  });

  it('takes so many clients and no more, and says how many there are', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => follow(first, officer)));
    expect(await gauge(first)).toBe(20);
    const one = await follow(first, officer);
    expect([one.status, one.headers['retry-after']]).toEqual([503, '10']);
    many[0]!.close();
    await eventually(
      () => gauge(first),
      (count) => count === 19,
    );
    expect((await follow(first, officer)).status).toBe(200);
  });

  it('ends in good order when its session does: sign-out, lock, other agencies, silence, a revoked key', async () => {
    first.app.get(LiveFacts).checkMs = 50;
    const person = async () => await first.as('finance');
    const [out, locked, moved, idle] = [await person(), await person(), await person(), await person()];
    const leaver = await follow(first, out);
    await first.ask('/api/v1/sessions/current', { method: 'DELETE', headers: out.own });
    expect(await leaver.ended).toBe('complete');

    const mover = await follow(first, moved);
    await first.dataSource.query(`update app.account set agency_ids = '["tra-vinh"]' where username = 'finance'`);
    expect(await mover.ended).toBe('complete');

    const { key, id } = await first.accounts.createKey('finance', 'bảng điện tử');
    const machine = await StreamClient.open(`${urls.get(first)}/api/v1/stream`, { authorization: `Bearer ${key}` });
    expect(machine.status).toBe(200);
    await first.accounts.revokeKey(id);
    expect(await machine.ended).toBe('complete');

    const sleeper = await follow(first, idle);
    first.clock.pass(61 * 60_000);
    expect(await sleeper.ended).toBe('complete');
    first.clock.pass(-61 * 60_000);

    const held = await follow(first, locked);
    await first.accounts.disableAccount('finance');
    expect(await held.ended).toBe('complete');
    expect(await gauge(first)).toBe(0);
  });

  it('lets go of who takes nothing, and he resumes without loss', async () => {
    const live = second.app.get(LiveFacts);
    live.patienceMs = 300;
    const person = await second.as('officer-tra-vinh');
    const from = (await send()).position as string;
    const before = await inLog(first.store, undefined);
    const slow = await follow(second, person, before[0]);
    slow.stall();
    await recordMany(first.store, 40_000);
    expect(
      await eventually(
        () => gauge(second),
        (count) => count === 0,
        20_000,
      ),
    ).toBe(0);
    live.patienceMs = 20_000;
    slow.close();
    const back = await follow(second, person, from);
    const expected = await inLog(first.store, from);
    await back.until(() => back.facts.length >= expected.length, 120_000);
    expect(back.facts.map(({ position }) => position)).toEqual(expected);
  }, 240_000);

  it('a process that stops ends its streams first, and does not hang', async () => {
    const third = await platform();
    const person = await third.as('officer-tra-vinh');
    const open = [await follow(third, person), await follow(third, person)];
    const since = Date.now();
    await third.close();
    expect(await Promise.all(open.map(({ ended }) => ended))).toEqual(['complete', 'complete']);
    expect(Date.now() - since).toBeLessThan(30_000);
  });
});

/** Facts of one more parcel, many at a time. */
async function recordMany(store: EventStore, count: number): Promise<void> {
  const { objectId } = await send();
  const stream = `parcel-${objectId}`;
  for await (const { metadata } of store.readStream(stream)) {
    for (let left = count; left > 0; left -= 400) {
      const events = Array.from({ length: Math.min(400, left) }, () => ({
        id: crypto.randomUUID(),
        type: 'ParcelWeighed',
        data: { kilograms: 1, weighedOn: '2026-03-02' },
        metadata: { ...metadata, commandId: crypto.randomUUID() },
      }));
      await store.append(stream, 'stream-exists', events);
    }
    return;
  }
}
