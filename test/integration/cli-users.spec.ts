import { AccountService, ensureAppSchema, platformEntities, SystemClock } from '@soquy/platform';
import { verify as argonVerify } from '@node-rs/argon2';
import { PostgresEventStore } from '@soquy/event-store';
import { DataSource } from 'typeorm';
import { commandLine, type CommandLine } from '../support/command-line.js';
import { testDatabase } from '../support/postgres.js';
import { agencyEvent } from '../support/recorded-classes.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let source: DataSource;
let accounts: AccountService;
let soquy: CommandLine;

const called = (over: { input?: string; lang?: string } = {}) =>
  commandLine({ env: { DATABASE_URL: database.url, LANG: over.lang ?? 'en' }, input: over.input ?? '' });

beforeEach(async () => {
  database = await testDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, entities: [...platformEntities] }).initialize();
  await ensureAppSchema(source);
  accounts = new AccountService(source, new SystemClock());
  soquy = called();
});
afterEach(async () => {
  await source.destroy();
  await database.drop();
});

const opens = async (username: string, password: string): Promise<boolean> => {
  const [row] = await source.query('select password_hash from app.account where username = $1', [username]);
  return argonVerify(row.password_hash, password);
};

describe('users add', () => {
  it('makes the first administrator with a random password, told once', async () => {
    const { code, out, err } = await soquy('users', 'add', 'Ba', '--role', 'admin');
    expect(code).toBe(0);
    expect(err).toContain('Added account Ba (admin).');
    expect(out).toMatch(/^[\w-]{20}$/);
    expect(await opens('ba', out)).toBe(true);
    expect(await accounts.listAccounts()).toMatchObject([{ username: 'ba', role: 'admin', agencyIds: 'all', disabled: false }]);
  });

  it('takes the name people call the person by, as it is shown in lists', async () => {
    expect((await soquy('users', 'add', 'an', '--role', 'admin', '--name', 'Trần Văn An')).code).toBe(0);
    expect(await accounts.listAccounts()).toMatchObject([{ username: 'an', name: 'Trần Văn An' }]);
    expect((await soquy('users', 'list')).out).toMatch(/an +Trần Văn An +admin +all +20\d\d-/);
    expect((await soquy('users', 'add', 'long', '--role', 'admin', '--name', 'a'.repeat(101))).code).toBe(2);
  });

  it('takes a password from the input, and agencies more than one', async () => {
    const store = await PostgresEventStore.open({ connectionString: database.url });
    await store.append('agency-tra-vinh', 'no-stream', [agencyEvent()]);
    await store.close();
    const given = called({ input: 'mật khẩu dài\r\nsecond line\n' });
    const { code, out, err } = await given(
      ...['users', 'add', 'an', '--role', 'officer', '--agency', 'tra-vinh,soc-trang', '--agency', 'tra-vin', '--password-stdin'],
    );
    expect([code, out]).toEqual([0, '']);
    expect(await opens('an', 'mật khẩu dài')).toBe(true);
    expect(await accounts.listAccounts()).toMatchObject([{ agencyIds: ['tra-vinh', 'soc-trang', 'tra-vin'] }]);
    expect(err).toContain('no agency has the code "tra-vin" yet');
    expect(err).not.toContain('"tra-vinh"');
  });

  it('refuses a name that is taken, a short password, a name of odd letters', async () => {
    await soquy('users', 'add', 'ba', '--role', 'admin');
    const taken = await soquy('users', 'add', 'BA', '--role', 'admin');
    expect([taken.code, taken.out]).toEqual([1, '']);
    expect(taken.err).not.toContain('    at ');
    const short = await called({ input: 'short\n', lang: 'vi' })('users', 'add', 'tu', '--role', 'admin', '--password-stdin');
    expect([short.code, short.err]).toEqual([2, expect.stringContaining('password: cần')]);
    expect((await soquy('users', 'add', 'b a', '--role', 'admin')).code).toBe(2);
    expect(await accounts.listAccounts()).toHaveLength(1);
  });
});

describe('users', () => {
  beforeEach(() => soquy('users', 'add', 'ba', '--role', 'leader', '--agency', 'all'));

  it('list: for people and for programs', async () => {
    expect((await soquy('users', 'list')).out).toMatch(/ba +leader +all +20\d\d-/);
    expect(JSON.parse((await soquy('users', 'list', '--json')).out)).toMatchObject([{ username: 'ba', role: 'leader' }]);
  });

  it('list: also where an earlier release made the tables, which lack what is younger', async () => {
    await source.query('alter table app.account drop column name, drop column one_time_since, drop column last_sign_in_at');
    await source.query('alter table app.api_key drop column last_used_at');
    const { code, out } = await soquy('users', 'list', '--json');
    expect([code, JSON.parse(out)]).toEqual([0, [expect.objectContaining({ username: 'ba', disabled: false, keys: [] })]]);
    expect((await soquy('users', 'add', 'an', '--role', 'admin', '--name', 'An')).code).toBe(0);
  });

  it('disable and enable', async () => {
    expect((await soquy('users', 'disable', 'ba')).code).toBe(0);
    expect((await soquy('users', 'list')).out).toMatch(/ba .* disabled/);
    expect((await soquy('users', 'enable', 'ba')).code).toBe(0);
    expect(await accounts.listAccounts()).toMatchObject([{ disabled: false }]);
    const nobody = await soquy('users', 'disable', 'nobody');
    expect([nobody.code, nobody.out]).toEqual([1, '']);
  });

  it('password: a new random one, or that of the input', async () => {
    const { code, out } = await soquy('users', 'password', 'ba');
    expect(code).toBe(0);
    expect(await opens('ba', out)).toBe(true);
    expect((await called({ input: 'one of my own' })('users', 'password', 'ba', '--password-stdin')).out).toBe('');
    expect(await opens('ba', 'one of my own')).toBe(true);
    expect((await soquy('users', 'password', 'nobody')).code).toBe(1);
  });

  it('key and revoke', async () => {
    const { code, out } = await soquy('users', 'key', 'ba', '--label', 'máy chủ báo cáo');
    expect([code, out]).toEqual([0, expect.stringMatching(/^sqk_[\w-]{43}$/)]);
    const { id } = JSON.parse((await soquy('users', 'key', 'ba', '--json')).out);
    const kept = (await soquy('users', 'list', '--json')).out;
    expect(JSON.parse(kept)[0].keys).toMatchObject([{ label: 'máy chủ báo cáo' }, { id, label: 'ba' }]);
    expect(kept).not.toMatch(/hash/i);
    expect((await soquy('users', 'list')).out).toMatch(new RegExp(`Key id +Of +Label +Last used\\n(.*\\n)*${id} +ba +ba +never`));
    expect((await soquy('users', 'revoke', id)).code).toBe(0);
    expect((await soquy('users', 'list')).out).not.toContain(id);
    const rows = await source.query('select label, revoked_at is not null as revoked from app.api_key order by created_at');
    expect(rows).toEqual([
      { label: 'máy chủ báo cáo', revoked: false },
      { label: 'ba', revoked: true },
    ]);
    for (const unknown of ['no-key', '00000000-0000-4000-8000-000000000000']) {
      const { code: refused, err } = await soquy('users', 'revoke', unknown);
      expect(refused).toBe(1);
      expect(err).not.toContain('    at ');
    }
  });
});
