import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import { ROLES, type Role } from '../commands/allowed-to.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../http/sign-in.js';
import { Clock } from '../ports/clock.js';
import { DEMO_PASSWORD, DEMO_PERSONS, isDemoAccount } from './demo-accounts.js';
import { Account, ApiKey, Session } from './entities.js';
import { hashPassword } from './passwords.js';
import { hashOfToken, newToken } from './tokens.js';

/** Machines' keys are recognised by it, e.g. by scanners that look for secrets in code. */
export const KEY_PREFIX = 'sqk_';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  /** Only for accounts whose id must be known beforehand; otherwise random. */
  readonly id?: string;
}

export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  readonly createdAt: Date;
  readonly disabled: boolean;
  /** Known to everybody, and open only where a demo runs. */
  readonly demo: boolean;
}

/** Accounts and keys, for the command line and for starts. Whatever is wrong is said as a `Problem` in both languages. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** User names are kept in lower case; two accounts never differ in case alone. */
  async createAccount({ username: given, password, role, agencyIds, id = randomUUID() }: NewAccount): Promise<AccountView> {
    const username = nameOf(given);
    if (!USERNAME.test(username)) throw wrong('username', 'matches', String(USERNAME));
    if (!ROLES.includes(role)) throw wrong('role', 'isIn', ROLES.join(', '));
    if (agencyIds !== 'all' && agencyIds.length === 0) throw wrong('agencyIds', 'isNotEmpty', 'all | <agency>, ...');
    assertPassword(password, id);
    const passwordHash = await hashPassword(password);
    const unmarked = { disabledAt: null, ownedSince: null };
    const account = { id, username, passwordHash, role, agencyIds, createdAt: this.clock.now(), ...unmarked };
    const inserted = await this.database
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw Problem.of('UsernameTaken', { facts: { username } });
    return viewOf(account);
  }

  async listAccounts(): Promise<AccountView[]> {
    return (await this.database.getRepository(Account).find({ order: { username: 'ASC' } })).map(viewOf);
  }

  /** Ends its sessions at once; its keys no longer open anything. What it recorded stays. */
  async disableAccount(username: string): Promise<void> {
    const { id } = await this.named(username);
    await this.database.getRepository(Account).update({ id }, { disabledAt: this.clock.now() });
    await this.endSessions(id);
  }

  async enableAccount(username: string): Promise<void> {
    const { id } = await this.named(username);
    await this.database.getRepository(Account).update({ id }, { disabledAt: null });
  }

  /**
   * Ends its sessions: who knew the old password is out. A demo account thereby becomes that of a person, like any other, and
   * the keys it had in the demo end too; with the demo's password it becomes a demo account again.
   */
  async setPassword(username: string, password: string): Promise<void> {
    const account = await this.named(username);
    const { id } = account;
    assertPassword(password, id);
    const now = this.clock.now();
    const isOwned = DEMO_PERSONS.includes(id) && password !== DEMO_PASSWORD;
    const ownedSince = isOwned ? (account.ownedSince ?? now) : null;
    if (isOwned && isDemoAccount(account)) await this.revokeKeysOf(id, now);
    await this.database.getRepository(Account).update({ id }, { passwordHash: await hashPassword(password), ownedSince });
    await this.endSessions(id);
  }

  /** The key is told once and never again; the table holds its hash. */
  async createKey(username: string, label: string): Promise<{ readonly id: string; readonly key: string }> {
    const { id: accountId } = await this.named(username);
    const [id, key] = [randomUUID(), `${KEY_PREFIX}${newToken()}`];
    const row = { id, keyHash: hashOfToken(key), accountId, label, createdAt: this.clock.now(), revokedAt: null };
    await this.database.getRepository(ApiKey).insert(row);
    return { id, key };
  }

  async revokeKey(id: string): Promise<void> {
    await this.database.getRepository(ApiKey).update({ id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /** An account as commands know it, e.g. for replayed scenarios and imports. */
  async actorOf(username: string): Promise<Actor> {
    const { id, role, agencyIds } = await this.named(username);
    return { personId: id, role, agencyIds };
  }

  /** Names of the persons that events mention by id; unknown ids are left out. */
  async usernames(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(personIds)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
    const found = await this.database
      .getRepository(Account)
      .find({ where: { id: In(ids) }, select: { id: true, username: true } });
    return new Map(found.map(({ id, username }) => [id, username]));
  }

  private async named(username: string): Promise<Account> {
    const account = await this.database.getRepository(Account).findOneBy({ username: nameOf(username) });
    if (!account) throw Problem.unknownObject('username');
    return account;
  }

  private async revokeKeysOf(accountId: string, revokedAt: Date): Promise<void> {
    await this.database.getRepository(ApiKey).update({ accountId, revokedAt: IsNull() }, { revokedAt });
  }

  private async endSessions(accountId: string): Promise<void> {
    await this.database.getRepository(Session).delete({ accountId });
  }
}

export const nameOf = (username: string): string => username.normalize('NFC').trim().toLowerCase();

const viewOf = ({
  id,
  username,
  role,
  agencyIds,
  createdAt,
  disabledAt,
  ownedSince,
}: Omit<Account, 'passwordHash'>): AccountView => {
  return { id, username, role, agencyIds, createdAt, disabled: disabledAt !== null, demo: isDemoAccount({ id, ownedSince }) };
};

/** What is printed in the manual is nobody's password. */
function assertPassword(password: string, id: string): void {
  if (password === DEMO_PASSWORD && !DEMO_PERSONS.includes(id)) throw wrong('password', 'isSecret', `<> ${DEMO_PASSWORD}`);
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw wrong('password', 'isLength', `${SHORTEST_PASSWORD}-${LONGEST_PASSWORD}`);
}

const wrong = (field: string, code: string, expected: string) =>
  Problem.malformed([
    { pointer: `/${field}`, code, detail: { vi: `${field}: cần ${expected}.`, en: `${field}: ${expected} is needed.` } },
  ]);
