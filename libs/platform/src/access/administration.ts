import { Injectable, Logger } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Role } from '../commands/allowed-to.js';
import { ObjectLoader } from '../commands/object-loader.js';
import { FeatureRegistry } from '../feature-registry.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../http/sign-in.js';
import { Settings } from '../settings/settings.js';
import { isUuid } from '../commands/ids.js';
import { AccountService, type KeyView } from './account.service.js';
import { isDemoAccount, isDemoOpen } from './demo-accounts.js';
import { Account, ApiKey } from './entities.js';
import { newPassword } from './passwords.js';
import { SessionService } from './session.service.js';

/** An account as an admin sees it. */
export interface AccountItem {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
  readonly locked: boolean;
  readonly createdAt: Date;
  readonly lastSignInAt?: Date;
  /** Its password is a one-time one that was not changed yet. */
  readonly mustChangePassword?: true;
  /** Known to everybody; open only where a demo runs. */
  readonly demo?: true;
  /** How many are open now. */
  readonly sessions: number;
  readonly keys: readonly KeyView[];
}

/** What an account may, and for whom. */
export interface Standing {
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
}

/** Any number; acts that could leave nobody to administer wait for one another in all processes. */
const LOCK = 7_205_513;

/** Category of the agencies' own slice; absent in an application without reference data. */
const AGENCY = 'agency';

/**
 * What admins do with accounts over HTTP. An admin bound to agencies reaches only accounts bound to those, and gives no more
 * than he has. Each act leaves a line in the log, with who did it. The command line at the machine is bound by none of this:
 * it lets somebody in again where nobody can.
 */
@Injectable()
export class Administration {
  private readonly log = new Logger('Administration');

  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
  ) {}

  async list(actor: Actor): Promise<AccountItem[]> {
    const found = await this.database.getRepository(Account).find({ order: { username: 'ASC' } });
    return this.items(found.filter((account) => reaches(actor, account)));
  }

  /** With a password that is told once and opens nothing but its own change. */
  async invite(actor: Actor, fields: Standing & { readonly username: string; readonly name?: string | undefined }) {
    await this.assertGiven(actor, fields);
    const oneTimePassword = newPassword();
    const { id } = await this.accounts.createAccount({ ...fields, password: oneTimePassword, oneTime: true });
    this.told('account invited', actor, id, { role: fields.role, agencyIds: fields.agencyIds });
    return { account: await this.item(id), oneTimePassword };
  }

  /** Ends its sessions; its keys stay. */
  async renewPassword(actor: Actor, id: string): Promise<{ readonly oneTimePassword: string }> {
    const account = await this.reached(actor, id);
    assertOther(actor, account);
    if (isDemoAccount(account)) throw Problem.of('DemoAccount');
    const oneTimePassword = newPassword();
    await this.accounts.setPassword(account.username, oneTimePassword, { oneTime: true });
    this.told('one-time password given', actor, id);
    return { oneTimePassword };
  }

  /** Ends its sessions at once, and its keys open nothing until it is unlocked. */
  async lock(actor: Actor, id: string): Promise<AccountItem> {
    await this.inTurn(async (manager) => {
      const account = await this.reached(actor, id, manager);
      assertOther(actor, account);
      await this.assertAdminRemains(account, manager);
      await this.accounts.disableAccount(account.username, manager);
    });
    this.told('account locked', actor, id);
    return this.item(id);
  }

  async unlock(actor: Actor, id: string): Promise<AccountItem> {
    const { username } = await this.reached(actor, id);
    await this.accounts.enableAccount(username);
    this.told('account unlocked', actor, id);
    return this.item(id);
  }

  /** Holds from its next request on. */
  async setStanding(actor: Actor, id: string, { role, agencyIds }: Standing): Promise<AccountItem> {
    await this.assertGiven(actor, { agencyIds });
    await this.inTurn(async (manager) => {
      const account = await this.reached(actor, id, manager);
      assertOther(actor, account);
      if (role !== 'admin' || agencyIds !== 'all') await this.assertAdminRemains(account, manager);
      await manager.update(Account, { id }, { role, agencyIds } as object);
    });
    this.told('role given', actor, id, { role, agencyIds });
    return this.item(id);
  }

  async endSessions(actor: Actor, id: string): Promise<AccountItem> {
    await this.reached(actor, id);
    await this.accounts.endSessions(id);
    this.told('sessions ended', actor, id);
    return this.item(id);
  }

  /** The key is told once. */
  async createKey(actor: Actor, id: string, label: string): Promise<{ readonly keyId: string; readonly key: string }> {
    const { username } = await this.reached(actor, id);
    const { id: keyId, key } = await this.accounts.createKey(username, label);
    this.told('key made', actor, id, { keyId, label });
    return { keyId, key };
  }

  /** A key that was revoked before stays so. */
  async revokeKey(actor: Actor, id: string, keyId: string): Promise<AccountItem> {
    await this.reached(actor, id);
    const isThere = isUuid(keyId) && (await this.database.getRepository(ApiKey).existsBy({ id: keyId, accountId: id }));
    if (!isThere) throw Problem.unknownObject('keyId');
    await this.accounts.revokeKey(keyId);
    this.told('key revoked', actor, id, { keyId });
    return this.item(id);
  }

  private async item(id: string): Promise<AccountItem> {
    return (await this.items([await this.database.getRepository(Account).findOneByOrFail({ id })]))[0]!;
  }

  private async items(accounts: readonly Account[]): Promise<AccountItem[]> {
    const keys = await this.accounts.keysByAccount();
    const sessions = await this.sessions.openSessionCounts();
    return accounts.map((account) => ({
      id: account.id,
      username: account.username,
      ...(account.name !== null && { name: account.name }),
      role: account.role,
      agencyIds: account.agencyIds,
      locked: account.disabledAt !== null,
      createdAt: account.createdAt,
      ...(account.lastSignInAt && { lastSignInAt: account.lastSignInAt }),
      ...(account.oneTimeSince && { mustChangePassword: true as const }),
      ...(isDemoAccount(account) && { demo: true as const }),
      sessions: sessions.get(account.id) ?? 0,
      keys: keys.get(account.id) ?? [],
    }));
  }

  private async reached(actor: Actor, id: string, manager: EntityManager = this.database.manager): Promise<Account> {
    const account = isUuid(id) ? await manager.findOneBy(Account, { id }) : null;
    if (!account) throw Problem.unknownObject('accountId');
    if (!reaches(actor, account)) throw Problem.otherAgency('accountId');
    return account;
  }

  /** Nobody gives more than he has, nor for agencies nobody registered. */
  private async assertGiven(actor: Actor, { agencyIds }: Pick<Standing, 'agencyIds'>): Promise<void> {
    if (!reaches(actor, { agencyIds })) throw Problem.otherAgency('agencyIds');
    if (agencyIds === 'all' || !this.registry.has(AGENCY)) return;
    for (const id of agencyIds)
      if (!(await this.loader.load(this.registry.of(AGENCY), id)).exists) throw Problem.unknownObject('agencyIds');
  }

  /** Of those who can sign in here somebody else must be as much of an admin as this account. */
  private async assertAdminRemains(leaving: Account, manager: EntityManager): Promise<void> {
    if (leaving.role !== 'admin' || leaving.disabledAt) return;
    const admins = await manager.findBy(Account, { role: 'admin', disabledAt: IsNull() });
    const others = admins.filter((one) => one.id !== leaving.id && (isDemoOpen(this.settings) || !isDemoAccount(one)));
    if (!others.some(({ agencyIds }) => leaving.agencyIds !== 'all' || agencyIds === 'all')) throw Problem.of('LastAdmin');
  }

  private async inTurn(work: (manager: EntityManager) => Promise<void>): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
      await work(manager);
    });
  }

  private told(act: string, { personId: by }: Actor, account: string, more: object = {}): void {
    this.log.log(act, { by, account, ...more });
  }
}

function assertOther({ personId }: Actor, { id }: Account): void {
  if (personId === id) throw Problem.of('OwnAccount');
}

const reaches = ({ agencyIds: own }: Actor, { agencyIds }: Pick<Account, 'agencyIds'>): boolean =>
  own === 'all' || (agencyIds !== 'all' && agencyIds.every((id) => own.includes(id)));
