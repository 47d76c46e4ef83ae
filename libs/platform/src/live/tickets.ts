import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { sessionTokenOf } from '../access/cookie.js';
import { hashOfToken } from '../access/tokens.js';
import { Clock } from '../ports/clock.js';
import { Settings } from '../settings/settings.js';

/** By what a stream was opened: the hash of a session's token or of a key, and whose facts that let see. */
export interface Ticket {
  readonly hash: string;
  readonly agencyIds: readonly string[] | 'all';
}

/** Looks only: a stream that is open is no use of a session, or an office left alone would stay signed in. */
const STILL_GOOD = `
  select session.token_hash as hash, account.agency_ids as "agencyIds"
  from app.session join app.account on account.id = session.account_id
  where session.token_hash = any ($1) and account.disabled_at is null and session.expires_at > $2 and session.seen_at >= $3
  union all
  select api_key.key_hash, account.agency_ids
  from app.api_key join app.account on account.id = api_key.account_id
  where api_key.key_hash = any ($1) and account.disabled_at is null and api_key.revoked_at is null`;

/** Whether those who have streams open are still signed in, and for the same agencies; one question for all of them. */
@Injectable()
export class Tickets {
  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Of a request that the guard has let through. */
  of(request: FastifyRequest, agencyIds: Ticket['agencyIds']): Ticket {
    const { authorization } = request.headers;
    const secret = authorization === undefined ? sessionTokenOf(request) : authorization.replace(/^Bearer\s+/i, '');
    return { hash: hashOfToken(secret ?? ''), agencyIds };
  }

  /** Those that no longer open anything, or open something else. */
  async spent<T extends { readonly ticket: Ticket }>(holders: readonly T[]): Promise<readonly T[]> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.settings.sessionIdleMinutes * 60_000);
    const hashes = [...new Set(holders.map(({ ticket }) => ticket.hash))];
    const rows = await this.database.query<Ticket[]>(STILL_GOOD, [hashes, now, idleSince]);
    const good = new Map(rows.map((row) => [row.hash, scopeText(row)]));
    return holders.filter(({ ticket }) => good.get(ticket.hash) !== scopeText(ticket));
  }
}

const scopeText = ({ agencyIds }: Ticket): string => (agencyIds === 'all' ? 'all' : JSON.stringify([...agencyIds].sort()));
