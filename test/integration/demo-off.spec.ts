import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_PASSWORD, type Settings } from '@soquy/platform';
import { startApi, type RunningApi } from '../../apps/api/src/start-api.js';
import { signIn, type Client, type Json } from '../e2e/product.js';
import { commandLine } from '../support/command-line.js';
import { leaveDemo } from '../support/people.js';
import { testDatabase } from '../support/postgres.js';

// Several processes over one database, as offices that tried the product out and then begin to work with it.
let database: Awaited<ReturnType<typeof testDatabase>>;
let dataDir: string;
let demo: RunningApi;
let office: RunningApi;
let production: RunningApi;

async function alter(change: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`alter table app.account ${change}`);
  await client.end();
}

const started = async (over: Partial<Settings>) => {
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl: database.url, dataDir, logLevel: 'silent', ...over });
  await api.loaded;
  return api;
};

beforeAll(async () => {
  database = await testDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'soquy-demo-off-'));
  await leaveDemo(database.url);
  await alter('drop column owned_since'); // as an earlier release made it
  demo = await started({ demo: true });
  [office, production] = await Promise.all([
    started({ demo: false }),
    started({ demo: true, production: true, projector: false }),
  ]);
});

afterAll(async () => {
  for (const api of [demo, office, production]) await api?.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

const soquy = (input = '') => commandLine({ env: { DATABASE_URL: database.url, LANG: 'en' }, input });

async function refusal({ url }: RunningApi, username: string, password: string): Promise<Json> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) };
  const answer = await fetch(`${url}/api/v1/sessions`, sent);
  const { traceId: _, ...body } = (await answer.json()) as Json;
  return { ...body, cookie: answer.headers.get('set-cookie') };
}

const status = async ({ url }: RunningApi, headers: Record<string, string>) =>
  (await fetch(`${url}/api/v1/sessions/current`, { headers })).status;

const cookieOf = ({ own }: Client) => ({ cookie: own.cookie! });
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('where no demo runs, a demo account of an earlier start', () => {
  it('cannot sign in, and is refused like a name nobody has', async () => {
    const unknown = await refusal(office, 'nobody-at-all', DEMO_PASSWORD);
    expect(unknown).toMatchObject({ status: 401, code: 'BadCredentials', cookie: null });
    for (const api of [office, production])
      for (const username of ['officer', 'admin', 'officer-tra-vinh'])
        expect(await refusal(api, username, DEMO_PASSWORD)).toEqual(unknown);
    expect(await status(demo, cookieOf(await signIn(demo, 'officer', DEMO_PASSWORD)))).toBe(200);
  });

  it('has neither the sessions nor the keys it was given before', async () => {
    const session = cookieOf(await signIn(demo, 'officer', DEMO_PASSWORD));
    const key = bearer((await soquy()('users', 'key', 'officer')).out);
    for (const own of [session, key]) {
      expect(await Promise.all([demo, office, production].map((api) => status(api, own)))).toEqual([200, 401, 401]);
      const recording = await fetch(`${office.url}/api/v1/training-classes`, { method: 'POST', headers: own });
      expect(recording.status).toBe(401);
    }
  });

  it('leaves accounts of people as they are', async () => {
    const { out: password } = await soquy()('users', 'add', 'lan', '--role', 'admin');
    const { out: key } = await soquy()('users', 'key', 'lan');
    for (const api of [demo, office, production]) {
      expect(await status(api, cookieOf(await signIn(api, 'lan', password)))).toBe(200);
      expect(await status(api, bearer(key))).toBe(200);
    }
  });

  it('becomes that of a person with a password of its own, and what it was given in the demo ends', async () => {
    const session = cookieOf(await signIn(demo, 'finance', DEMO_PASSWORD));
    const key = bearer((await soquy()('users', 'key', 'finance')).out);
    expect((await soquy('mật khẩu của phòng\n')('users', 'password', 'finance', '--password-stdin')).code).toBe(0);
    for (const own of [session, key]) expect([await status(demo, own), await status(office, own)]).toEqual([401, 401]);
    for (const api of [demo, office, production]) {
      expect(await status(api, cookieOf(await signIn(api, 'finance', 'mật khẩu của phòng')))).toBe(200);
      expect((await refusal(api, 'finance', DEMO_PASSWORD)).code).toBe('BadCredentials');
    }
    const again = bearer((await soquy()('users', 'key', 'finance')).out);
    await soquy('một mật khẩu khác\n')('users', 'password', 'finance', '--password-stdin');
    expect(await status(office, again)).toBe(200);
  });

  it('is a demo account again with the password of the demo, which no other account may have', async () => {
    await soquy(DEMO_PASSWORD)('users', 'password', 'leader', '--password-stdin');
    expect((await refusal(office, 'leader', DEMO_PASSWORD)).code).toBe('BadCredentials');
    expect(await status(demo, cookieOf(await signIn(demo, 'leader', DEMO_PASSWORD)))).toBe(200);
    const taken = await soquy(DEMO_PASSWORD)('users', 'add', 'minh', '--role', 'admin', '--password-stdin');
    expect([taken.code, taken.err]).toEqual([2, expect.stringContaining('soquy-demo-2026')]);
  });

  it('is listed as what it is', async () => {
    const { out } = await soquy()('users', 'list');
    expect(out).toMatch(/^officer-tra-vinh .* demo, opens with DEMO=on only$/m);
    expect(out).toMatch(/^finance .* in use$/m);
  });
});

test('a log that an office works with gets no demo accounts, though a start forgets DEMO=off', async () => {
  const own = await testDatabase();
  const over = { databaseUrl: own.url, dataDir, host: '127.0.0.1', port: 0, logLevel: 'silent' as const };
  const first = await startApi({ ...over, demo: false });
  await first.loaded;
  const line = commandLine({ env: { DATABASE_URL: own.url, LANG: 'en' } });
  const { out: password } = await line('users', 'add', 'lan', '--role', 'admin');
  const lan = await signIn(first, 'lan', password);
  const agency = { agencyId: 'can-tho', name: 'Sở Công Thương', kind: 'department', effectiveOn: '2026-01-01' };
  expect((await lan.post('agencies', agency)).status).toBe(201);
  await first.close();
  const careless = await startApi({ ...over, demo: true });
  await careless.loaded;
  expect((await refusal(careless, 'admin', DEMO_PASSWORD)).code).toBe('BadCredentials');
  await careless.close();
  expect((await line('users', 'list')).out.split('\n')).toHaveLength(3);
  await own.drop();
});
