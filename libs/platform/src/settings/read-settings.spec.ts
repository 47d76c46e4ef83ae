import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSettings, readSettings, SettingsError } from './read-settings.js';

it('needs nothing: every setting has a value that works on one machine', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    dataDir: '.data',
    eventStore: 'postgres',
    projector: true,
    production: false,
    demo: true,
    publicBoards: true,
    logLevel: 'info',
    trustProxy: false,
    bodyLimitKiB: 256,
    sessionIdleMinutes: 60,
    sessionMaxHours: 12,
    signInAttempts: 5,
    signInWindowMinutes: 15,
    streamClients: 1000,
    readWaitMs: 2000,
    reservationPatienceSeconds: 30,
    exportRows: 50_000,
    exportJobs: 2,
    exportHours: 24,
  });
});

it.each([
  [{ NODE_ENV: 'production' }, { demo: false, publicBoards: false }],
  [
    { NODE_ENV: 'production', DEMO: 'on' },
    { demo: true, publicBoards: true },
  ],
  [{ DEMO: 'off' }, { demo: false, publicBoards: false }],
  [
    { DEMO: 'off', PUBLIC_BOARDS: '1' },
    { demo: false, publicBoards: true },
  ],
])('%j: the demo is for looking around, and public boards follow it', (environment, expected) => {
  expect(readSettings(environment as Record<string, string>)).toMatchObject(expected);
});

it('takes what is set, and an empty variable as not set', () => {
  const environment = { PORT: '0', HOST: ' 0.0.0.0 ', DATABASE_URL: 'postgres://a:b@c/d', LOG_LEVEL: '' };
  const { port, host, databaseUrl, logLevel } = readSettings(environment);
  expect([port, host, databaseUrl, logLevel]).toEqual([0, '0.0.0.0', 'postgres://a:b@c/d', 'info']);
});

it.each([
  ['PORT', '70000', /PORT=70000: không được lớn hơn 65535\.[^]*PORT=70000: must not be more than 65535\./],
  ['PORT', 'http', /PORT=http: phải là số nguyên\.[^]*PORT=http: must be a whole number\./],
  ['DEMO', 'maybe', /DEMO=maybe: phải là true hoặc false/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL=loud: must be one of: fatal, error/],
  ['EVENT_STORE', 'paper', /EVENT_STORE=paper: must be one of: postgres, eventstoredb/],
  ['EVENT_STORE', 'eventstoredb', /EVENTSTORE_URL=\*\*\*: chưa có/],
  ['EVENTSTORE_URL', 'http://node', /EVENTSTORE_URL=\*\*\*/],
])('%s=%s stops the start with the name of the variable, in both languages', (variable, value, message) => {
  expect(() => readSettings({ [variable]: value })).toThrow(SettingsError);
  expect(() => readSettings({ [variable]: value })).toThrow(message);
});

it('never shows a secret, neither in a description nor in an error', () => {
  const environment = { DATABASE_URL: 'postgresql://soquy:hidden@db/soquy?password=hidden&ssl=1' };
  const described = describeSettings(readSettings(environment), environment);
  const row = described.find(({ variable }) => variable === 'DATABASE_URL');
  expect(row).toMatchObject({ value: 'postgresql://soquy:***@db/soquy?password=***&ssl=1', set: true });
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hidden@db' })).toThrow(/DATABASE_URL=\*\*\*/);
  expect(() => readSettings({ DATABASE_URL: 'mysql://root:hidden@db' })).not.toThrow(/hidden/);
});

describe('a variable with _FILE behind it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soquy-settings-'));
  const file = join(folder, 'url');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names a file that holds the value', () => {
    writeFileSync(file, 'postgres://a:hidden@c/d\n');
    const environment = { DATABASE_URL_FILE: file };
    expect(readSettings(environment).databaseUrl).toBe('postgres://a:hidden@c/d');
    expect(describeSettings(readSettings(environment), environment)).toContainEqual(
      expect.objectContaining({ variable: 'DATABASE_URL', value: 'postgres://a:***@c/d', set: true }),
    );
  });

  it.each([
    [{ DATABASE_URL_FILE: join(folder, 'gone') }, /DATABASE_URL_FILE/],
    [{ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://b' }, /either DATABASE_URL or DATABASE_URL_FILE/],
  ])('%j stops the start', (environment, message) => {
    expect(() => readSettings(environment)).toThrow(message);
  });
});
