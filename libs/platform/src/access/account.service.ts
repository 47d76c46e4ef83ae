import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { ROLES, type Role } from '../commands/allowed-to.js';
import { isUuid } from '../commands/ids.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../http/sign-in.js';
import { Clock } from '../ports/clock.js';
import { DEMO_PASSWORD, DEMO_PERSONS, isDemoAccount } from './demo-accounts.js';
import { Account, ApiKey, Session } from './entities.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { hashOfToken, newToken } from './tokens.js';

/** Machines' keys are recognised by it, e.g. by scanners that look for secrets in code. */
export const KEY_PREFIX = 'sqk_';

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,62}$/;
const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;
const LONGEST_NAME = 100;

export interface NewAccount {
  readonly username: string;
  /** What people call the person. */
  readonly name?: string | undefined;
  readonly password: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  /** Only for accounts whose id must be known beforehand; otherwise random. */
  readonly id?: string;
  /** The password is known to whoever invites, so its owner must change it before anything else. */
  readonly oneTime?: boolean;
}

/** Who stands behind a person id, for people to read. */
export interface PersonNames {
  readonly username: string;
  readonly name?: string;
}

/** A change of one's own password; the session of `keptToken`, from which it is made, goes on. */
export interface OwnPassword {
  readonly personId: string;
  readonly current: string;
  readonly next: string;
  readonly keptToken: string | undefined;
}

/** A key that was not revoked; the key itself is kept nowhere. */
export interface KeyView {
  readonly id: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
}

export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  readonly createdAt: Date;
  readonly disabled: boolean;
  /** Known to everybody, and open only where a demo runs. */
  readonly demo: boolean;
  readonly keys: readonly KeyView[];
}

/** Accounts and keys, for the command line and for starts. Whatever is wrong is said as a `Problem` in both languages. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** User names are kept in lower case; two accounts never differ in case alone. */
  async createAccount({ password, role, agencyIds, id = randomUUID(), ...given }: NewAccount): Promise<AccountView> {
    const username = nameOf(given.username);
    const name = given.name?.normalize('NFC').trim() || null;
    if (!USERNAME.test(username)) throw wrong('username', 'matches', String(USERNAME));
    if (!ROLES.includes(role)) throw wrong('role', 'isIn', ROLES.join(', '));
    if (agencyIds !== 'all' && agencyIds.length === 0) throw wrong('agencyIds', 'isNotEmpty', 'all | <agency>, ...');
    if (name !== null && name.length > LONGEST_NAME) throw wrong('name', 'isLength', `1-${LONGEST_NAME}`);
    assertPassword(password, id);
    const passwordHash = await hashPassword(password);
    const now = this.clock.now();
    const marks = { disabledAt: null, ownedSince: null, oneTimeSince: given.oneTime ? now : null, lastSignInAt: null };
    const account = { id, username, name, passwordHash, role, agencyIds, createdAt: now, ...marks };
    const inserted = await this.database
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw Problem.of('UsernameTaken', { facts: { username } });
    return viewOf(account, []);
  }

  async listAccounts(): Promise<AccountView[]> {
    const accounts = await this.database.getRepository(Account).find({ order: { username: 'ASC' } });
    const keys = await this.keysByAccount();
    return accounts.map((account) => viewOf(account, keys.get(account.id) ?? []));
  }

  /** Those not revoked, the oldest first, by the id of their account. */
  async keysByAccount(): Promise<ReadonlyMap<string, readonly KeyView[]>> {
    const [where, order] = [{ revokedAt: IsNull() }, { createdAt: 'ASC', id: 'ASC' } as const];
    const keys = await this.database.getRepository(ApiKey).find({ where, order });
    const found = new Map<string, KeyView[]>();
    for (const key of keys) found.set(key.accountId, [...(found.get(key.accountId) ?? []), keyViewOf(key)]);
    return found;
  }

  /** Ends its sessions at once; its keys no longer open anything. What it recorded stays. */
  async disableAccount(username: string, manager: EntityManager = this.database.manager): Promise<void> {
    const { id } = await this.named(username, manager);
    await manager.update(Account, { id, disabledAt: IsNull() }, { disabledAt: this.clock.now() });
    await this.endSessions(id, manager);
  }

  async enableAccount(username: string): Promise<void> {
    const { id } = await this.named(username);
    await this.database.getRepository(Account).update({ id }, { disabledAt: null });
  }

  /**
   * Ends its sessions: who knew the old password is out. A demo account thereby becomes that of a person, like any other, and
   * the keys it had in the demo end too; with the demo's password it becomes a demo account again. `oneTime`: its owner must
   * change it before anything else.
   */
  async setPassword(username: string, password: string, { oneTime = false } = {}): Promise<void> {
    const account = await this.named(username);
    const { id } = account;
    assertPassword(password, id);
    const now = this.clock.now();
    const isOwned = DEMO_PERSONS.includes(id) && password !== DEMO_PASSWORD;
    const ownedSince = isOwned ? (account.ownedSince ?? now) : null;
    if (isOwned && isDemoAccount(account)) await this.revokeKeysOf(id, now);
    const passwordHash = await hashPassword(password);
    const oneTimeSince = oneTime ? now : null;
    await this.database.getRepository(Account).update({ id }, { passwordHash, ownedSince, oneTimeSince });
    await this.endSessions(id);
  }

  /**
   * By the owner, who proves it with the password in use; other sessions end. That of a demo account is known to everybody, so
   * whoever changed it here would keep for good what is open for a demo alone.
   */
  async changeOwnPassword({ personId, current, next, keptToken }: OwnPassword): Promise<void> {
    const account = await this.database.getRepository(Account).findOneByOrFail({ id: personId });
    if (isDemoAccount(account)) throw Problem.of('DemoAccount');
    const { passwordHash: before } = account;
    if (!(await passwordMatches(before, current))) throw Problem.of('CurrentPasswordWrong');
    if (await passwordMatches(before, next)) throw Problem.of('PasswordUnchanged');
    assertPassword(next, personId, 'next');
    const changed = { passwordHash: await hashPassword(next), oneTimeSince: null };
    const { affected } = await this.database.getRepository(Account).update({ id: personId, passwordHash: before }, changed);
    if (affected !== 1) throw Problem.lostRace();
    const kept = keptToken === undefined ? {} : { tokenHash: Not(hashOfToken(keptToken)) };
    await this.database.getRepository(Session).delete({ accountId: personId, ...kept });
  }

  /** The key is told once and never again; the table holds its hash. */
  async createKey(username: string, label: string): Promise<{ readonly id: string; readonly key: string }> {
    const { id: accountId } = await this.named(username);
    const [id, key] = [randomUUID(), `${KEY_PREFIX}${newToken()}`];
    const row = {
      id,
      keyHash: hashOfToken(key),
      accountId,
      label,
      createdAt: this.clock.now(),
      revokedAt: null,
      lastUsedAt: null,
    };
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

  /** The persons that events mention by id; unknown ids are left out. */
  async persons(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonNames>> {
    const ids = [...new Set(personIds)].filter((id) => isUuid(id));
    const found = await this.database
      .getRepository(Account)
      .find({ where: { id: In(ids) }, select: { id: true, username: true, name: true } });
    return new Map(found.map(({ id, username, name }) => [id, { username, ...(name !== null && { name }) }]));
  }

  /** User names of the persons that events mention by id; unknown ids are left out. */
  async usernames(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.persons(personIds))].map(([id, { username }]) => [id, username]));
  }

  async endSessions(accountId: string, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.delete(Session, { accountId });
  }

  private async named(username: string, manager: EntityManager = this.database.manager): Promise<Account> {
    const account = await manager.findOneBy(Account, { username: nameOf(username) });
    if (!account) throw Problem.unknownObject('username');
    return account;
  }

  private async revokeKeysOf(accountId: string, revokedAt: Date): Promise<void> {
    await this.database.getRepository(ApiKey).update({ accountId, revokedAt: IsNull() }, { revokedAt });
  }
}

/** A user name as it is kept. */
export const nameOf = (username: string): string => username.normalize('NFC').trim().toLowerCase();

function viewOf(account: Omit<Account, 'passwordHash'>, keys: readonly KeyView[]): AccountView {
  const { id, username, name, role, agencyIds, createdAt, disabledAt } = account;
  const [disabled, demo] = [disabledAt !== null, isDemoAccount(account)];
  return { id, username, ...(name !== null && { name }), role, agencyIds, createdAt, disabled, demo, keys };
}

const keyViewOf = ({ id, label, createdAt, lastUsedAt }: ApiKey): KeyView => ({
  id,
  label,
  createdAt,
  ...(lastUsedAt && { lastUsedAt }),
});

/** What is printed in the manual is nobody's password. */
function assertPassword(password: string, id: string, field = 'password'): void {
  if (password === DEMO_PASSWORD && !DEMO_PERSONS.includes(id)) throw wrong(field, 'isSecret', `<> ${DEMO_PASSWORD}`);
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD)
    throw wrong(field, 'isLength', `${SHORTEST_PASSWORD}-${LONGEST_PASSWORD}`);
}

const wrong = (field: string, code: string, expected: string) =>
  Problem.malformed([
    { pointer: `/${field}`, code, detail: { vi: `${field}: cần ${expected}.`, en: `${field}: ${expected} is needed.` } },
  ]);
