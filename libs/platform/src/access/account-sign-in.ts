import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { SignIn, type Actor } from '../http/sign-in.js';
import { KEY_PREFIX } from './account.service.js';
import { sessionTokenOf } from './cookie.js';
import { SessionService, type SignedAccount } from './session.service.js';
import { csrfTokenOf, sameText } from './tokens.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Knows callers by a key in `Authorization`, else by the session cookie. */
@Injectable()
export class AccountSignIn extends SignIn {
  constructor(private readonly sessions: SessionService) {
    super();
  }

  /** A browser sends the cookie by itself, whoever made it send the request; so what changes something needs the token too. */
  async actorOf(request: FastifyRequest): Promise<Actor | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.actorOfKey(authorization);
    const token = sessionTokenOf(request);
    const account = token && (await this.sessions.accountOfToken(token));
    if (!account) return undefined;
    if (!SAFE_METHODS.has(request.method)) {
      const given = request.headers['x-csrf-token'];
      if (typeof given !== 'string' || !sameText(given, csrfTokenOf(token))) throw Problem.of('CsrfTokenMissing');
    }
    return actorOfAccount(account, account.oneTimeSince !== null);
  }

  /** A key that is wrong is refused, even where nobody needs one: its owner should know. No password opens it, so none is due. */
  private async actorOfKey(authorization: string): Promise<Actor> {
    const key = /^Bearer\s+(\S{1,100})$/i.exec(authorization)?.[1];
    const account = key?.startsWith(KEY_PREFIX) ? await this.sessions.accountOfKey(key) : undefined;
    if (!account) throw Problem.of('NotSignedIn');
    return actorOfAccount(account, false);
  }
}

const actorOfAccount = ({ id, role, agencyIds }: SignedAccount, passwordDue: boolean): Actor => ({
  personId: id,
  role,
  agencyIds,
  ...(passwordDue && { passwordDue }),
});
