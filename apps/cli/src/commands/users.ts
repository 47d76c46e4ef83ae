import { PostgresEventStore } from '@soquy/event-store';
import {
  AccountService,
  ApiKey,
  ensureAppSchema,
  isUuid,
  newPassword,
  platformEntities,
  Problem,
  ROLES,
  SystemClock,
  type Role,
} from '@soquy/platform';
import { DataSource } from 'typeorm';
import { argumentsOf, missing, unknown, UsageError, type Called, type Run } from '../command.js';
import { table } from '../figures/table.js';
import { withDatabase } from '../house.js';

interface Parts {
  readonly accounts: AccountService;
  readonly database: DataSource;
  readonly databaseUrl: string;
  readonly called: Called;
}

type Verb = (args: readonly string[], called: Called) => (parts: Parts) => Promise<void>;

/** Accounts of those who sign in. The line is read before the database is opened. */
export const run: Run = async ([verb, ...args], called) => {
  if (verb === undefined) throw missing('list|add|disable|enable|password|key|revoke');
  if (!Object.hasOwn(VERBS, verb)) throw unknown(verb);
  const work = VERBS[verb]!(args, called);
  const inDatabase = async (databaseUrl: string) => {
    const database = await new DataSource({ type: 'postgres', url: databaseUrl, entities: [...platformEntities] }).initialize();
    try {
      await ensureAppSchema(database);
      await work({ accounts: new AccountService(database, new SystemClock()), database, databaseUrl, called });
    } finally {
      await database.destroy();
    }
  };
  // The first account may be there before the first start.
  await withDatabase(called, inDatabase, { mayBegin: verb === 'add' });
  return 0;
};

const FROM_INPUT = { 'password-stdin': { type: 'boolean' } } as const;

const VERBS: Readonly<Record<string, Verb>> = {
  list: (args) => {
    const { values } = argumentsOf(args, {});
    return (parts) => list(parts, values.json);
  },
  add: (args) => {
    const text = { type: 'string' } as const;
    const own = { ...FROM_INPUT, role: text, name: text, agency: { ...text, multiple: true } } as const;
    const { values, words } = argumentsOf(args, own, ['username']);
    const role = roleOf(values.role);
    const account = { username: words[0]!, name: values.name, role, agencyIds: agenciesOf(role, values.agency) };
    return async (parts) => {
      const password = await passwordFor(parts.called, values['password-stdin']);
      await parts.accounts.createAccount({ ...account, password: password.text });
      await tellUnknownAgencies(parts, account.agencyIds);
      parts.called.say({
        vi: `Đã thêm tài khoản ${account.username} (${role}).`,
        en: `Added account ${account.username} (${role}).`,
      });
      tellPassword(parts.called, password);
    };
  },
  disable: (args) => {
    const name = argumentsOf(args, {}, ['username']).words[0]!;
    return async ({ accounts, called }) => {
      await accounts.disableAccount(name);
      called.say({ vi: `Đã khoá tài khoản ${name}.`, en: `Disabled account ${name}.` });
    };
  },
  enable: (args) => {
    const name = argumentsOf(args, {}, ['username']).words[0]!;
    return async ({ accounts, called }) => {
      await accounts.enableAccount(name);
      called.say({ vi: `Đã mở lại tài khoản ${name}.`, en: `Enabled account ${name}.` });
    };
  },
  password: (args) => {
    const { values, words } = argumentsOf(args, FROM_INPUT, ['username']);
    return async ({ accounts, called }) => {
      const password = await passwordFor(called, values['password-stdin']);
      const wasDemo = await isDemo(accounts, words[0]!);
      await accounts.setPassword(words[0]!, password.text);
      called.say({ vi: `Đã đổi mật khẩu của ${words[0]!}.`, en: `Changed the password of ${words[0]!}.` });
      if (wasDemo && !(await isDemo(accounts, words[0]!)))
        called.say({
          vi: 'Từ nay đây là tài khoản thật, không còn là tài khoản mẫu; các khoá cũ của nó không dùng được nữa.',
          en: 'It is an account like any other from now on, no longer one of the demo; its earlier keys open nothing any more.',
        });
      tellPassword(called, password);
    };
  },
  key: (args) => {
    const { values, words } = argumentsOf(args, { label: { type: 'string' } }, ['username']);
    return async ({ accounts, called }) => {
      const { id, key } = await accounts.createKey(words[0]!, values.label ?? words[0]!);
      if (await isDemo(accounts, words[0]!))
        called.say({
          vi: `Lưu ý: ${words[0]!} là tài khoản mẫu, khoá chỉ dùng được khi DEMO=on.`,
          en: `Note: ${words[0]!} is a demo account, whose key opens nothing unless DEMO=on.`,
        });
      if (values.json) return called.print(JSON.stringify({ id, key }));
      called.say({ vi: `Khoá ${id}; chỉ hiện lần này:`, en: `Key ${id}; shown this once:` });
      called.print(key);
    };
  },
  revoke: (args) => {
    const id = argumentsOf(args, {}, ['key-id']).words[0]!;
    return async ({ accounts, database, called }) => {
      if (!isUuid(id) || !(await database.getRepository(ApiKey).existsBy({ id }))) throw Problem.unknownObject('key-id');
      await accounts.revokeKey(id);
      called.say({ vi: `Khoá ${id} không còn dùng được.`, en: `The key ${id} opens nothing any more.` });
    };
  },
};

async function isDemo(accounts: AccountService, name: string): Promise<boolean> {
  return (await accounts.listAccounts()).some(({ username, demo }) => demo && username === name.trim().toLowerCase());
}

const LIST = {
  vi: {
    head: ['Tên đăng nhập', 'Tên', 'Vai trò', 'Đơn vị', 'Tạo lúc', 'Trạng thái'],
    keys: ['Mã khoá', 'Của', 'Nhãn', 'Dùng lần cuối'],
    never: 'chưa dùng',
    open: 'đang dùng',
    closed: 'đã khoá',
    demo: 'mẫu, chỉ mở khi DEMO=on',
  },
  en: {
    head: ['User name', 'Name', 'Role', 'Agencies', 'Created', 'State'],
    keys: ['Key id', 'Of', 'Label', 'Last used'],
    never: 'never',
    open: 'in use',
    closed: 'disabled',
    demo: 'demo, opens with DEMO=on only',
  },
} as const;

async function list({ accounts, called: { language, print } }: Parts, json = false): Promise<void> {
  const found = await accounts.listAccounts();
  if (json) return print(JSON.stringify(found, undefined, 2));
  const { head, open, closed, demo: ofDemo, keys: keyHead, never } = LIST[language];
  const rows = found.map(({ username, name, role, agencyIds, createdAt, disabled, demo }) => [
    username,
    name ?? '',
    role,
    agencyIds === 'all' ? 'all' : agencyIds.join(', '),
    createdAt.toISOString(),
    disabled ? closed : demo ? ofDemo : open,
  ]);
  table(head, rows, new Set()).forEach(print);
  const keys = found.flatMap(({ username, keys: own }) =>
    own.map(({ id, label, lastUsedAt }) => [id, username, label, lastUsedAt?.toISOString() ?? never]),
  );
  if (keys.length > 0) ['', ...table(keyHead, keys, new Set())].forEach(print);
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((name) => name === text);
  if (!role)
    throw new UsageError({
      vi: `Cần --role là một trong: ${ROLES.join(', ')}.`,
      en: `--role must be one of: ${ROLES.join(', ')}.`,
    });
  return role;
}

/** An administrator is there for all; others see no more than they are given. */
function agenciesOf(role: Role, given: readonly string[] | undefined): readonly string[] | 'all' {
  const agencies = given?.flatMap((text) => text.split(',')).filter(Boolean) ?? (role === 'admin' ? ['all'] : []);
  if (agencies.length === 0)
    throw new UsageError({
      vi: 'Cần --agency: mã đơn vị (lặp lại được), hoặc all cho tất cả.',
      en: '--agency is needed: the code of an agency (more than once if need be), or all.',
    });
  return agencies.includes('all') ? 'all' : agencies;
}

/** Reference data come with the first start, so an agency nobody knows yet is no error; but it may be a slip. */
async function tellUnknownAgencies({ databaseUrl, called }: Parts, agencyIds: readonly string[] | 'all'): Promise<void> {
  if (agencyIds === 'all') return;
  const store = await PostgresEventStore.open({ connectionString: databaseUrl });
  try {
    for (const agency of agencyIds)
      if ((await store.lastRevision(`agency-${agency}`)) === undefined)
        called.say({ vi: `Lưu ý: chưa có đơn vị mã "${agency}".`, en: `Note: no agency has the code "${agency}" yet.` });
  } finally {
    await store.close();
  }
}

interface Password {
  readonly text: string;
  /** Made here, so whoever asked must be told. */
  readonly made: boolean;
}

/** From the first line of the input, never from the arguments, which others on the machine can see; else a random one. */
async function passwordFor({ input }: Called, fromInput = false): Promise<Password> {
  if (!fromInput) return { text: newPassword(), made: true };
  let text = '';
  for await (const part of input) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return { text: text.split(/\r?\n/)[0]!, made: false };
}

function tellPassword({ say, print }: Called, { text, made }: Password): void {
  if (!made) return;
  say({ vi: 'Mật khẩu; chỉ hiện lần này:', en: 'Password; shown this once:' });
  print(text);
}
