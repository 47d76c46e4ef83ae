import { demoPersonId, logTo } from '@soquy/platform';
import { referenceSlices } from '@soquy/reference';
import { testPlatform, type Answer, type Json, type Person, type TestPlatform } from '../support/platform.js';

const agencySlice = referenceSlices.find(({ feature }) => feature.decider.category === 'agency')!;
const NOBODY = '5f0c2f0e-6f3a-4b0e-9d59-0a6a3f1b7c11';

let platform: TestPlatform;
let admin: Person;
let lines: string[];

beforeAll(async () => {
  lines = [];
  logTo({ write: (line) => void lines.push(line) });
  platform = await testPlatform({ slices: [agencySlice], environment: { LOG_LEVEL: 'info' } });
  admin = await platform.as('admin');
  for (const agencyId of ['tra-vinh', 'soc-trang']) {
    const agency = { agencyId, name: `Sở ${agencyId}`, kind: 'department', effectiveOn: '2026-03-02' };
    expect((await admin.post('agencies', agency)).status).toBe(201);
  }
});
afterAll(() => platform.close());

const acts = (id: string) => (act: string) => `accounts/${id}/${act}`;
const codeOf = ({ status, body }: Answer) => [status, body.code];
const signIn = (username: string, password: string) =>
  platform.ask('/api/v1/sessions', { method: 'POST', payload: { username, password } });
const change = (own: Person['own'], current: string, next: string) =>
  platform.ask('/api/v1/sessions/current/passwords', { method: 'POST', payload: { current, next }, headers: own });
const listed = async (as: Person = admin): Promise<Json[]> => (await as.get('/api/v1/accounts')).body.items as Json[];
const itemOf = async (username: string) => (await listed()).find((item) => item.username === username)!;

let names = 0;

/** Invited, and signed in with a password of its own; without a cookie where that is not wanted. */
async function person(fields: Json = {}) {
  const username = `person-${++names}`;
  const invited = await admin.post('accounts', { username, role: 'officer', agencyIds: 'all', ...fields });
  const { account, oneTimePassword } = invited.body as Json;
  const first = await platform.as(username, oneTimePassword);
  const password = `mật khẩu riêng ${names}`;
  expect((await change(first.own, oneTimePassword, password)).status).toBe(200);
  return { id: account.id as string, username, password, session: first };
}

const alive = async ({ own }: Person) =>
  (await platform.ask('/api/v1/sessions/current', { headers: { cookie: own.cookie } })).status === 200;

describe('an invitation', () => {
  it('makes an account with a one-time password, which opens nothing but its own change', async () => {
    const fields = { username: 'Lan.Nguyen', name: ' Nguyễn Thị Lan ', role: 'officer', agencyIds: ['tra-vinh'] };
    const { status, body, headers } = await admin.post('accounts', fields);
    const { id, ...rest } = body.account as Json;
    expect([status, rest, headers['cache-control']]).toEqual([
      201,
      {
        username: 'lan.nguyen',
        name: 'Nguyễn Thị Lan',
        role: 'officer',
        agencyIds: ['tra-vinh'],
        locked: false,
        createdAt: '2026-11-21T03:00:00.000Z',
        mustChangePassword: true,
        sessions: 0,
        keys: [],
      },
      'no-store',
    ]);
    const signed = await signIn('lan.nguyen', body.oneTimePassword as string);
    const account = { id, username: 'lan.nguyen', name: 'Nguyễn Thị Lan', role: 'officer', agencyIds: ['tra-vinh'] };
    expect([signed.status, signed.body.account]).toEqual([201, { ...account, mustChangePassword: true }]);

    const lan = await platform.as('lan.nguyen', body.oneTimePassword as string);
    expect((await lan.get('/api/v1/sessions/current')).body.account).toEqual({ ...account, mustChangePassword: true });
    expect(codeOf(await lan.get('/api/v1/accounts'))).toEqual([403, 'PasswordChangeDue']);
    expect(codeOf(await lan.post('agencies', {}))).toEqual([403, 'PasswordChangeDue']);
    expect((await platform.ask('/health/live')).status).toBe(200);

    const changed = await change(lan.own, body.oneTimePassword as string, 'một mật khẩu riêng');
    expect([changed.status, changed.body]).toEqual([200, { csrfToken: lan.own['x-csrf-token'], account }]);
    expect(codeOf(await lan.post('agencies', {}))).toEqual([403, 'NotAllowed']);
    expect((await signIn('lan.nguyen', body.oneTimePassword as string)).status).toBe(401);
    expect((await signIn('lan.nguyen', 'một mật khẩu riêng')).body.account).toEqual(account);
    expect(await itemOf('lan.nguyen')).toMatchObject({ lastSignInAt: '2026-11-21T03:00:00.000Z', sessions: 2 });
    expect(await itemOf('lan.nguyen')).not.toHaveProperty('mustChangePassword');
    expect(codeOf(await admin.post('accounts', { ...fields, username: 'LAN.nguyen' }))).toEqual([409, 'UsernameTaken']);
  });

  it('is refused for an agency nobody registered', async () => {
    const fields = { username: 'stray', role: 'officer', agencyIds: ['tra-vinh', 'khong-co'] };
    const refused = await admin.post('accounts', fields);
    expect([...codeOf(refused), refused.body.facts]).toEqual([404, 'UnknownObject', { field: 'agencyIds' }]);
    expect(await itemOf('stray')).toBeUndefined();
  });
});

describe("one's own password", () => {
  it('needs the one in use, and a new one that is long enough; other sessions end, this one goes on', async () => {
    const { username, password, session } = await person();
    const other = await platform.as(username, password);
    expect(codeOf(await change(session.own, 'not the one', 'một mật khẩu mới'))).toEqual([422, 'CurrentPasswordWrong']);
    expect(codeOf(await change(session.own, password, password))).toEqual([422, 'PasswordUnchanged']);
    const short = await change(session.own, password, 'ngắn');
    expect([short.status, (short.body.errors as Json[]).map(({ pointer }) => pointer)]).toEqual([400, ['/next']]);
    expect((await change(session.own, password, 'một mật khẩu mới')).status).toBe(200);
    expect([await alive(session), await alive(other)]).toEqual([true, false]);
    expect((await signIn(username, 'một mật khẩu mới')).status).toBe(201);
  });

  it('is not guessed at a session left open, nor changed without the token', async () => {
    const { session, password } = await person();
    for (let attempt = 0; attempt < 5; attempt++) await change(session.own, `guess ${attempt}`, 'một mật khẩu mới');
    expect(codeOf(await change(session.own, password, 'một mật khẩu mới'))).toEqual([429, 'TooManyAttempts']);
    platform.clock.pass(15 * 60_000);
    const forged = { cookie: session.own.cookie } as Person['own'];
    expect(codeOf(await change(forged, password, 'một mật khẩu mới'))).toEqual([403, 'CsrfTokenMissing']);
    expect((await change(session.own, password, 'một mật khẩu mới')).status).toBe(200);
  });

  it('of a demo account stays what everybody knows: whoever changed it would keep what is open for a demo alone', async () => {
    const officer = await platform.as('officer');
    expect(codeOf(await change(officer.own, 'soquy-demo-2026', 'một mật khẩu mới'))).toEqual([409, 'DemoAccount']);
    expect(codeOf(await admin.post(`accounts/${demoPersonId('officer')}/passwords`, {}))).toEqual([409, 'DemoAccount']);
  });
});

describe('an admin', () => {
  it('gives a one-time password: sessions end, and it must be changed again', async () => {
    const { id, username, password, session } = await person();
    const { status, body } = await admin.post(`accounts/${id}/passwords`, {});
    expect([status, Object.keys(body), await alive(session)]).toEqual([201, ['oneTimePassword'], false]);
    expect((await signIn(username, password)).status).toBe(401);
    expect((await signIn(username, body.oneTimePassword as string)).body.account).toMatchObject({ mustChangePassword: true });
  });

  it('locks: sessions end and keys open nothing at once; unlocked, keys do again and sessions do not', async () => {
    const { id, username, password, session } = await person();
    const { key, keyId } = (await admin.post(`accounts/${id}/keys`, { label: 'báo cáo' })).body as Json;
    const withKey = () => platform.ask('/api/v1/sessions/current', { headers: { authorization: `Bearer ${key}` } });
    expect((await withKey()).body.account).toMatchObject({ id, username });
    const used = { id: keyId, label: 'báo cáo', lastUsedAt: platform.clock.now().toISOString() };
    expect((await itemOf(username)).keys).toEqual([expect.objectContaining(used)]);
    const locked = await admin.post(`accounts/${id}/locks`, {});
    expect([locked.status, locked.body.account]).toEqual([200, expect.objectContaining({ id, locked: true, sessions: 0 })]);
    expect([await alive(session), (await withKey()).status]).toEqual([false, 401]);
    expect((await signIn(username, password)).status).toBe(401);
    expect((await admin.post(`accounts/${id}/locks`, {})).status).toBe(200);
    expect((await admin.post(`accounts/${id}/unlocks`, {})).body.account).toMatchObject({ locked: false });
    expect([await alive(session), (await withKey()).status, (await signIn(username, password)).status]).toEqual([
      false,
      200,
      201,
    ]);
  });

  it('gives a role and agencies, which hold from the next request on', async () => {
    const { id, session } = await person();
    const given = { role: 'leader', agencyIds: ['soc-trang'] };
    expect((await admin.post(`accounts/${id}/roles`, given)).body.account).toMatchObject(given);
    expect((await session.get('/api/v1/sessions/current')).body.account).toMatchObject(given);
    expect(codeOf(await admin.post(`accounts/${id}/roles`, { ...given, agencyIds: ['khong-co'] }))).toEqual([
      404,
      'UnknownObject',
    ]);
  });

  it('ends sessions, makes keys that work beside a password that is due, and revokes them', async () => {
    const { id, username, password, session } = await person();
    expect((await admin.post(`accounts/${id}/session-endings`, {})).body.account).toMatchObject({ sessions: 0 });
    expect([await alive(session), (await signIn(username, password)).status]).toEqual([false, 201]);
    await admin.post(`accounts/${id}/passwords`, {});
    const { keyId, key } = (await admin.post(`accounts/${id}/keys`, { label: 'nhập liệu' })).body as Json;
    const withKey = (url: string) => platform.ask(url, { headers: { authorization: `Bearer ${key}` } });
    expect(codeOf(await withKey('/api/v1/accounts'))).toEqual([403, 'NotAllowed']);
    const elsewhere = await admin.post(`accounts/${demoPersonId('leader')}/keys/${keyId}/revocations`, {});
    expect(codeOf(elsewhere)).toEqual([404, 'UnknownObject']);
    expect((await admin.post(`accounts/${id}/keys/${keyId}/revocations`, {})).body.account).toMatchObject({ keys: [] });
    expect((await withKey('/api/v1/accounts')).status).toBe(401);
  });

  it('lists keys made in the same moment in one order, whichever the database wrote last', async () => {
    const { id, username } = await person();
    for (const label of ['một', 'hai', 'ba']) await admin.post(`accounts/${id}/keys`, { label });
    await platform.dataSource.query('update app.api_key set created_at = now() where account_id = $1', [id]);
    const ids = async () => ((await itemOf(username)).keys as Json[]).map((key) => key.id as string);
    const sorted = [...(await ids())].sort();
    for (const key of sorted.toReversed())
      await platform.dataSource.query('update app.api_key set label = label where id = $1', [key]);
    expect(await ids()).toEqual(sorted);
  });

  it('leaves a line in the log for each act, with who did it and without what is secret', async () => {
    const { id } = await person();
    const { body } = await admin.post(`accounts/${id}/passwords`, {});
    await admin.post(`accounts/${id}/locks`, {});
    const told = lines.map((line) => JSON.parse(line) as Json).filter(({ context }) => context === 'Administration');
    const acts = told.filter(({ details }) => details[0].account === id || details[0].by === id);
    expect(acts.map(({ msg, details }) => [msg, details[0].by])).toEqual([
      ['account invited', demoPersonId('admin')],
      ['own password changed', id],
      ['one-time password given', demoPersonId('admin')],
      ['account locked', demoPersonId('admin')],
    ]);
    expect(lines.join()).not.toContain(body.oneTimePassword);
  });
});

describe('nobody', () => {
  it('but an admin administers', async () => {
    const routes = ['accounts', ...['passwords', 'locks', 'unlocks', 'roles', 'session-endings', 'keys'].map(acts(NOBODY))];
    for (const role of ['officer', 'credit-officer', 'fund-manager', 'finance', 'leader']) {
      const other = await platform.as(role);
      expect(codeOf(await other.get('/api/v1/accounts'))).toEqual([403, 'NotAllowed']);
      for (const route of routes) expect([route, ...codeOf(await other.post(route, {}))]).toEqual([route, 403, 'NotAllowed']);
    }
    expect(codeOf(await platform.ask('/api/v1/accounts'))).toEqual([401, 'NotSignedIn']);
  });

  it('locks himself, changes his own role, or gives himself a one-time password', async () => {
    const self = acts(demoPersonId('admin'));
    const demoted = { role: 'leader', agencyIds: 'all' };
    expect(codeOf(await admin.post(self('locks'), {}))).toEqual([409, 'OwnAccount']);
    expect(codeOf(await admin.post(self('roles'), demoted))).toEqual([409, 'OwnAccount']);
    expect(codeOf(await admin.post(self('passwords'), {}))).toEqual([409, 'OwnAccount']);
    expect(await itemOf('admin')).toMatchObject({ role: 'admin', locked: false, demo: true });
  });

  it('reaches or gives more than he has: an admin bound to agencies sees those of his own alone', async () => {
    const { session: bound } = await person({ role: 'admin', agencyIds: ['tra-vinh'] });
    const own = await person({ agencyIds: ['tra-vinh'] });
    const both = await person({ agencyIds: ['tra-vinh', 'soc-trang'] });
    const seen = (await listed(bound)).map(({ username }) => username as string);
    expect([seen.includes(own.username), seen.includes(both.username), seen.includes('admin')]).toEqual([true, false, false]);
    expect(codeOf(await bound.post(acts(both.id)('locks'), {}))).toEqual([403, 'OtherAgency']);
    expect(codeOf(await bound.post(acts(own.id)('roles'), { role: 'officer', agencyIds: 'all' }))).toEqual([403, 'OtherAgency']);
    const invitation = { username: 'more', role: 'admin', agencyIds: ['soc-trang'] };
    expect(codeOf(await bound.post('accounts', invitation))).toEqual([403, 'OtherAgency']);
    expect((await bound.post(acts(own.id)('locks'), {})).status).toBe(200);
  });

  it('is left without an admin, also when two take the role from each other at the same moment', async () => {
    const real = await testPlatform({ environment: { DEMO: 'off' } });
    const password = 'một mật khẩu riêng';
    const make = (username: string) => real.accounts.createAccount({ username, password, role: 'admin', agencyIds: 'all' });
    const [ba, tu] = [await make('ba'), await make('tu')];
    const [asBa, asTu] = [await real.as('ba', password), await real.as('tu', password)];
    const bound = { role: 'admin', agencyIds: ['tra-vinh'] };
    const rounds: (string | number)[][] = [];
    for (let round = 0; round < 10; round++) {
      await real.dataSource.query(`update app.account set role = 'admin', agency_ids = '"all"' where username in ('ba', 'tu')`);
      const answers = await Promise.all([
        asBa.post(acts(tu.id)('roles'), { role: 'officer', agencyIds: 'all' }),
        asTu.post(acts(ba.id)('roles'), bound),
      ]);
      const codes = answers.map(({ status, body }) => (body.code ?? status) as string | number);
      rounds.push(codes);
    }
    await real.close();
    const refused = rounds.map((codes) => codes.filter((code) => code !== 200));
    for (const codes of refused) expect([['LastAdmin'], ['NotAllowed'], ['OtherAgency']]).toContainEqual(codes);
  });
});
