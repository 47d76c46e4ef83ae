import { Controller, Get, Module, Post } from '@nestjs/common';
import {
  createDemoAccounts,
  CurrentReader,
  DEMO_ACCOUNTS,
  DEMO_PASSWORD,
  demoPersonId,
  Reading,
  type Reader,
} from '@soquy/platform';
import { testPlatform, type Json, type TestPlatform } from '../support/platform.js';

@Controller('/api/v1/boards')
class BoardController {
  @Get()
  @Reading()
  read(@CurrentReader() { actor, agencyIds }: Reader) {
    return { role: actor?.role ?? 'nobody', agencyIds };
  }

  @Post()
  unsaid() {
    return 'a route that says nothing of who may';
  }
}

@Module({ controllers: [BoardController] })
class BoardModule {}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({ imports: [BoardModule] });
});
afterAll(() => platform.close());

const parcel = { title: 'Máy ép', agencyId: 'tra-vinh', effectiveOn: '2026-03-02' };
const signIn = (username: string, password = DEMO_PASSWORD, headers = {}) =>
  platform.ask('/api/v1/sessions', { method: 'POST', payload: { username, password }, headers });
const record = (headers: Record<string, string>) =>
  platform.ask('/api/v1/parcels', {
    method: 'POST',
    payload: parcel,
    headers: { 'idempotency-key': `access-${Math.random()}`, ...headers },
  });
const codeOf = ({ status, body }: { status: number; body: Json }) => [status, body.code];

describe('sessions', () => {
  it('begin with a cookie no script reads, a token, and the account; and go on under the same token', async () => {
    const { status, body, headers } = await signIn('Officer-Tra-Vinh');
    const id = demoPersonId('officer-tra-vinh');
    const account = { id, username: 'officer-tra-vinh', role: 'officer', agencyIds: ['tra-vinh'] };
    expect([status, body]).toEqual([201, { csrfToken: expect.stringMatching(/^[\w-]{43}$/), account }]);
    const cookie = headers['set-cookie'] as string;
    expect(cookie).toMatch(/^soquy_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const current = await platform.ask('/api/v1/sessions/current', { headers: { cookie: `a=b; ${cookie.split(';')[0]}; c` } });
    expect(current.body).toEqual(body);
  });

  it('travel over https alone where they began so, behind a proxy that is trusted', async () => {
    const proxied = await testPlatform({ environment: { TRUST_PROXY: 'on' } });
    const answer = await proxied.ask('/api/v1/sessions', {
      method: 'POST',
      payload: { username: 'officer', password: DEMO_PASSWORD },
      headers: { 'x-forwarded-proto': 'https' },
    });
    await proxied.close();
    expect(answer.headers['set-cookie']).toMatch(/; Secure$/);
    expect((await signIn('officer', DEMO_PASSWORD, { 'x-forwarded-proto': 'https' })).headers['set-cookie']).not.toMatch(
      /Secure/,
    );
  });

  it('are kept as hashes only', async () => {
    const { headers } = await signIn('officer');
    const [, token] = /=([\w-]{43})/.exec(headers['set-cookie'] as string)!;
    const rows = JSON.stringify(await platform.dataSource.query('select * from app.session, app.account'));
    expect([rows.includes(token!), rows.includes(DEMO_PASSWORD), rows.includes('$argon2id$')]).toEqual([false, false, true]);
  });

  it('end by signing out, by silence, and at the latest after their time', async () => {
    const alive = async ({ own }: { own: { cookie: string } }) =>
      (await platform.ask('/api/v1/sessions/current', { headers: { cookie: own.cookie } })).status === 200;
    const [left, silent, busy] = await Promise.all(['officer', 'finance', 'leader'].map((name) => platform.as(name)));
    await platform.ask('/api/v1/sessions/current', { method: 'DELETE', headers: left!.own });
    expect(await alive(left!)).toBe(false);
    const HALF_HOUR = 30 * 60_000;
    for (let passed = 0; passed < 12 * 60; passed += 30) {
      expect([passed, await alive(busy!)]).toEqual([passed, true]);
      if (passed === 90) expect(await alive(silent!)).toBe(false);
      platform.clock.pass(HALF_HOUR);
    }
    expect(await alive(busy!)).toBe(false);
  });

  it('are told apart when they ask at the same moment, and one that was left answers no request that came later', async () => {
    const people = await Promise.all(['officer', 'officer', 'finance', 'leader'].map((name) => platform.as(name)));
    const ask = ({ own }: { own: { cookie: string } }) =>
      platform.ask('/api/v1/sessions/current', { headers: { cookie: own.cookie } });
    const all = await Promise.all([...people, ...people].map(ask));
    expect(all.map(({ body }) => body.account.role)).toEqual([
      'officer',
      'officer',
      'finance',
      'leader',
      'officer',
      'officer',
      'finance',
      'leader',
    ]);
    await platform.ask('/api/v1/sessions/current', { method: 'DELETE', headers: people[0]!.own });
    expect((await Promise.all(people.map(ask))).map(({ status }) => status)).toEqual([401, 200, 200, 200]);
  });

  it('change nothing without the token: a forged form of another site has the cookie alone', async () => {
    const { own } = await platform.as('officer');
    expect(codeOf(await record({ cookie: own.cookie }))).toEqual([403, 'CsrfTokenMissing']);
    const other = await platform.as('officer');
    expect(codeOf(await record({ cookie: own.cookie, 'x-csrf-token': other.own['x-csrf-token'] }))).toEqual([
      403,
      'CsrfTokenMissing',
    ]);
    const forged = await platform.ask('/api/v1/sessions/current', { method: 'DELETE', headers: { cookie: own.cookie } });
    expect(codeOf(forged)).toEqual([403, 'CsrfTokenMissing']);
    expect((await record(own)).status).toBe(201);
  });
});

describe('who may', () => {
  it('recording belongs to the roles of the command; nobody is 401', async () => {
    const nobody = await record({});
    expect([...codeOf(nobody), nobody.headers['www-authenticate']]).toEqual([401, 'NotSignedIn', 'Bearer realm="soquy"']);
    expect(codeOf(await record((await platform.as('leader')).own))).toEqual([403, 'NotAllowed']);
    expect(codeOf(await record({ cookie: `soquy_session=${'a'.repeat(43)}` }))).toEqual([401, 'NotSignedIn']);
  });

  it('reading is for every signed-in role, within its agencies; a route that says nothing stays shut', async () => {
    const bound = await platform.as('officer-tra-vinh');
    expect((await bound.get('/api/v1/boards')).body).toEqual({ role: 'officer', agencyIds: ['tra-vinh'] });
    expect((await (await platform.as('admin')).get('/api/v1/boards')).body).toEqual({ role: 'admin', agencyIds: 'all' });
    expect(codeOf(await platform.ask('/api/v1/boards'))).toEqual([401, 'NotSignedIn']);
    expect(codeOf(await bound.post('boards', {}))).toEqual([403, 'NotAllowed']);
    expect(codeOf(await bound.get('/api/v1/boards?q=1'))).toEqual([400, 'Malformed']);
  });

  it('boards are public where the setting says so; recording never is', async () => {
    const open = await testPlatform({ environment: { PUBLIC_BOARDS: 'on' }, imports: [BoardModule] });
    const board = await open.ask('/api/v1/boards');
    const wrongKey = await open.ask('/api/v1/boards', { headers: { authorization: 'Bearer sqk_wrong' } });
    const recording = await open.ask('/api/v1/parcels', { method: 'POST', payload: parcel });
    await open.close();
    expect(board.body).toEqual({ role: 'nobody', agencyIds: 'all' });
    expect(board.headers['cache-control']).toBe('no-store'); // nor may the next person at the machine find it
    expect([codeOf(wrongKey), codeOf(recording)]).toEqual([
      [401, 'NotSignedIn'],
      [401, 'NotSignedIn'],
    ]);
  });

  it('a key acts as its account, without cookie and token, until it is revoked', async () => {
    const { id, key } = await platform.accounts.createKey('officer', 'import');
    const authorization = `Bearer ${key}`;
    expect(key).toMatch(/^sqk_[\w-]{43}$/);
    expect((await record({ authorization })).status).toBe(201);
    const current = await platform.ask('/api/v1/sessions/current', { headers: { authorization } });
    const account = { id: demoPersonId('officer'), username: 'officer', role: 'officer', agencyIds: 'all' };
    expect(current.body).toEqual({ account });
    expect(JSON.stringify(await platform.dataSource.query('select * from app.api_key'))).not.toContain(key);
    await platform.accounts.revokeKey(id);
    expect(codeOf(await record({ authorization }))).toEqual([401, 'NotSignedIn']);
    expect(codeOf(await record({ authorization: 'Basic b2ZmaWNlcjp4' }))).toEqual([401, 'NotSignedIn']);
  });
});

describe('accounts', () => {
  it('are made once, listed, disabled, enabled and given another password', async () => {
    const { accounts } = platform;
    const made = { username: 'lan.nguyen', password: 'mật khẩu rất dài', role: 'officer', agencyIds: ['tra-vinh'] } as const;
    await accounts.createAccount(made);
    await expect(accounts.createAccount({ ...made, username: 'LAN.nguyen' })).rejects.toMatchObject({ code: 'UsernameTaken' });
    const session = await platform.as('lan.nguyen', made.password.normalize('NFD'));
    expect((await session.get('/api/v1/boards')).status).toBe(200);
    await accounts.disableAccount('lan.nguyen');
    expect((await session.get('/api/v1/boards')).status).toBe(401);
    expect(codeOf(await signIn('lan.nguyen', made.password))).toEqual([401, 'BadCredentials']);
    await accounts.enableAccount('lan.nguyen');
    expect((await session.get('/api/v1/boards')).status).toBe(401);
    const another = await platform.as('lan.nguyen', made.password);
    await accounts.setPassword('lan.nguyen', 'một mật khẩu khác');
    expect((await another.get('/api/v1/boards')).status).toBe(401);
    expect(codeOf(await signIn('lan.nguyen', made.password))).toEqual([401, 'BadCredentials']);
    expect((await signIn('lan.nguyen', 'một mật khẩu khác')).status).toBe(201);
    const listed = (await accounts.listAccounts()).find(({ username }) => username === 'lan.nguyen')!;
    expect([listed.disabled, await accounts.usernames([listed.id, 'system'])]).toEqual([
      false,
      new Map([[listed.id, 'lan.nguyen']]),
    ]);
  });

  it.each([
    ['username', { username: 'Có Dấu' }],
    ['password', { password: 'short' }],
    ['role', { role: 'boss' as never }],
    ['agencyIds', { agencyIds: [] }],
  ])('are refused with a wrong %s', async (field, wrong) => {
    const account = { username: 'right', password: 'long enough', role: 'officer', agencyIds: 'all', ...wrong } as const;
    const problem = { status: 400, extra: { errors: [{ pointer: `/${field}` }] } };
    await expect(platform.accounts.createAccount(account)).rejects.toMatchObject(problem);
  });

  it('of the demo: one a role and one bound officer, with ids that follow from their names', async () => {
    await createDemoAccounts(platform.accounts, platform.settings);
    const there = await platform.accounts.listAccounts();
    for (const { username, role, agencyIds } of DEMO_ACCOUNTS)
      expect(there).toContainEqual(expect.objectContaining({ id: demoPersonId(username), username, role, agencyIds }));
    await expect(createDemoAccounts(platform.accounts, { production: true })).rejects.toThrow('production');
  });

  it('production refuses the demo password whoever has it', async () => {
    const production = await testPlatform({ environment: { NODE_ENV: 'production' } });
    const id = demoPersonId('officer');
    await production.accounts.createAccount({
      id,
      username: 'officer',
      password: DEMO_PASSWORD,
      role: 'officer',
      agencyIds: 'all',
    });
    await production.dataSource.query('update app.account set owned_since = now()');
    const payload = { username: 'officer', password: DEMO_PASSWORD };
    const answer = await production.ask('/api/v1/sessions', { method: 'POST', payload });
    await production.close();
    expect(codeOf(answer)).toEqual([401, 'BadCredentials']);
  });
});

describe('guessing', () => {
  it('is slowed down for an account and address, for a name nobody has as well, and forgiven by time and by success', async () => {
    const guess = (username: string) => signIn(username, 'guess');
    for (const username of ['finance', 'nobody-at-all']) {
      for (let attempt = 0; attempt < 5; attempt++) expect(codeOf(await guess(username))).toEqual([401, 'BadCredentials']);
      const stopped = await guess(username);
      expect([...codeOf(stopped), stopped.headers['retry-after']]).toEqual([429, 'TooManyAttempts', '900']);
    }
    expect((await signIn('finance')).status).toBe(429);
    expect((await signIn('admin')).status).toBe(201);
    platform.clock.pass(15 * 60_000);
    for (let attempt = 0; attempt < 4; attempt++) await guess('finance');
    expect((await signIn('finance')).status).toBe(201);
    expect(codeOf(await guess('finance'))).toEqual([401, 'BadCredentials']);
  });

  it('from one address at many names is slowed down too', async () => {
    platform.clock.pass(60 * 60_000);
    const spread = await Promise.all(Array.from({ length: 60 }, (_, index) => signIn(`name-${index}`, 'guess')));
    expect(spread.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  it('learns nothing from the time: an unknown name takes as long as a wrong password', async () => {
    platform.clock.pass(60 * 60_000);
    const time = async (username: string) => {
      const begin = performance.now();
      await signIn(username, 'guess');
      return performance.now() - begin;
    };
    const known = Math.min(await time('leader'), await time('leader'), await time('leader'));
    const unknown = Math.min(await time('who-1'), await time('who-2'), await time('who-3'));
    expect(unknown).toBeGreaterThan(known / 3);
  });
});
