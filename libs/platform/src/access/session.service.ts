import { Injectable } from '@nestjs/common';
import { SharedTrips } from '@soquy/event-store';
import { DataSource, LessThan } from 'typeorm';
import { Clock } from '../ports/clock.js';
import { Settings } from '../settings/settings.js';
import { Account, ApiKey, Session } from './entities.js';
import { nameOf } from './account.service.js';
import { DEMO_PASSWORD, isDemoAccount, isDemoOpen } from './demo-accounts.js';
import { passwordMatches } from './passwords.js';
import { hashOfToken, newToken } from './tokens.js';

/** A session's last use is written at most this often: reading a board must not write each time. */
const SEEN_EVERY_MS = 60_000;
const MOST_KEYS_SEEN = 1_000;

/** Written out, because every request asks it: building a query costs the process more than its answer. */
const OPEN_SESSIONS = `
  select session.token_hash as "tokenHash", session.seen_at as "seenAt", session.expires_at as "expiresAt",
         account.id, account.role, account.agency_ids as "agencyIds", account.owned_since as "ownedSince",
         account.one_time_since as "oneTimeSince"
  from app.session join app.account on account.id = session.account_id
  where session.token_hash = any ($1) and account.disabled_at is null`;

/** Whom a request acts for. */
export type SignedAccount = Pick<Account, 'id' | 'role' | 'agencyIds' | 'oneTimeSince'>;

type OpenSession = Pick<Session, 'tokenHash' | 'seenAt' | 'expiresAt'> & SignedAccount & Pick<Account, 'ownedSince'>;

/**
 * Sessions and keys as requests show them. Where no demo runs, a demo account is as good as disabled: it cannot sign in, and
 * what an earlier start or another process gave it opens nothing here.
 */
@Injectable()
export class SessionService {
  /** When the use of a key was last written, by its hash. */
  private readonly keysSeen = new Map<string, number>();
  private readonly lookUps = new SharedTrips((tokenHashes: readonly string[]) => this.openSessions(tokenHashes));

  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Undefined for an unknown name, a wrong password and a disabled or shut account alike, after the same time. */
  async accountFor(username: string, password: string): Promise<Account | undefined> {
    const account = await this.database.getRepository(Account).findOneBy({ username: nameOf(username) });
    const matches = await passwordMatches(account?.passwordHash, password);
    if (!isDemoOpen(this.settings) && password === DEMO_PASSWORD) return undefined;
    return account && matches && !account.disabledAt && this.isOpen(account) ? account : undefined;
  }

  /** Gives the token, which nobody else ever sees. Sessions that ended are swept away with it. */
  async open({ id: accountId }: Account): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    const now = this.clock.now();
    const token = newToken();
    const expiresAt = new Date(now.getTime() + this.settings.sessionMaxHours * 3_600_000);
    const sessions = this.database.getRepository(Session);
    await sessions.delete({ expiresAt: LessThan(now) });
    await sessions.insert({ tokenHash: hashOfToken(token), accountId, createdAt: now, seenAt: now, expiresAt });
    await this.database.getRepository(Account).update({ id: accountId }, { lastSignInAt: now });
    return { token, expiresAt };
  }

  async close(token: string): Promise<void> {
    await this.database.getRepository(Session).delete({ tokenHash: hashOfToken(token) });
  }

  /** The account of a session that is neither idle for too long nor over. */
  async accountOfToken(token: string): Promise<SignedAccount | undefined> {
    const tokenHash = hashOfToken(token);
    const session = await this.lookUps.ask(tokenHash);
    if (!session || !this.isOpen(session)) return undefined;
    const now = this.clock.now();
    const idle = now.getTime() - session.seenAt.getTime();
    const sessions = this.database.getRepository(Session);
    if (now >= session.expiresAt || idle > this.settings.sessionIdleMinutes * 60_000) {
      await sessions.delete({ tokenHash });
      return undefined;
    }
    if (idle > SEEN_EVERY_MS) await sessions.update({ tokenHash }, { seenAt: now });
    return session;
  }

  async accountOfKey(key: string): Promise<SignedAccount | undefined> {
    const keyHash = hashOfToken(key);
    const found = await this.database
      .getRepository(Account)
      .createQueryBuilder('account')
      .innerJoin(ApiKey, 'key', 'key.accountId = account.id')
      .where('key.keyHash = :keyHash and key.revokedAt is null and account.disabledAt is null', { keyHash })
      .getOne();
    if (!found || !this.isOpen(found)) return undefined;
    await this.keyUsed(keyHash);
    return found;
  }

  /** How many sessions of each account are open now, by the account's id. */
  async openSessionCounts(): Promise<ReadonlyMap<string, number>> {
    const now = this.clock.now();
    const seenSince = new Date(now.getTime() - this.settings.sessionIdleMinutes * 60_000);
    const sql = `select account_id as id, count(*)::int as count from app.session
      where expires_at > $1 and seen_at >= $2 group by account_id`;
    const rows = await this.database.query<{ id: string; count: number }[]>(sql, [now, seenSince]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Written as seldom as a session's last use, by whichever of several requests comes first. */
  private async keyUsed(keyHash: string): Promise<void> {
    const now = this.clock.now();
    const last = this.keysSeen.get(keyHash);
    if (last !== undefined && now.getTime() - last < SEEN_EVERY_MS) return;
    if (this.keysSeen.size >= MOST_KEYS_SEEN) this.keysSeen.clear();
    this.keysSeen.set(keyHash, now.getTime());
    await this.database.getRepository(ApiKey).update({ keyHash }, { lastUsedAt: now });
  }

  private isOpen(account: Pick<Account, 'id' | 'ownedSince'>): boolean {
    return isDemoOpen(this.settings) || !isDemoAccount(account);
  }

  private async openSessions(tokenHashes: readonly string[]): Promise<(OpenSession | undefined)[]> {
    const found = await this.database.query<OpenSession[]>(OPEN_SESSIONS, [tokenHashes]);
    const byHash = new Map(found.map((session) => [session.tokenHash, session]));
    return tokenHashes.map((tokenHash) => byHash.get(tokenHash));
  }
}
