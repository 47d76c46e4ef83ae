import { Body, Controller, Delete, Get, HttpCode, Logger, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsText } from '../commands/fields.js';
import { Problem } from '../http/problem.js';
import { OwnSession, Public } from '../http/reading.js';
import { described, sessionAnswer } from './access.document.js';
import { AccountService, nameOf } from './account.service.js';
import { OwnPasswordFields } from './account-fields.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './cookie.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { csrfTokenOf } from './tokens.js';
import type { Actor, SignedRequest } from '../http/sign-in.js';

export class Credentials {
  @IsText(1, 63) username: string;
  @Length(1, 200) @IsString() password: string;
}

/** Signing in and out. The one unsafe route that needs neither key nor token is the one that gives them. */
@Controller('/api/v1/sessions')
export class SessionController {
  private readonly log = new Logger('Administration');

  constructor(
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly throttle: SignInThrottle,
  ) {}

  @Post()
  @Public()
  @described({
    words: { vi: 'Đăng nhập', en: 'Sign in: sets a cookie and answers the token that unsafe methods need' },
    status: 201,
    answer: sessionAnswer,
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/Credentials' } })
  async signIn(
    @Body() { username, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const name = nameOf(username);
    const account = await this.throttle.judged(name, request.ip, async () => {
      const found = await this.sessions.accountFor(name, password);
      if (!found) throw Problem.of('BadCredentials');
      return found;
    });
    const { token, expiresAt } = await this.sessions.open(account);
    setSessionCookie(request, reply, token, expiresAt);
    void reply.header('cache-control', 'no-store').header('location', '/api/v1/sessions/current');
    const { id: personId, role, agencyIds, oneTimeSince } = account;
    const actor: Actor = { personId, role, agencyIds, ...(oneTimeSince && { passwordDue: true }) };
    return { csrfToken: csrfTokenOf(token), account: await this.accountOf(actor) };
  }

  @Get('current')
  @OwnSession()
  @described({
    words: { vi: 'Phiên đang dùng', en: 'The account in use; a browser session also gets its token again' },
    answer: sessionAnswer,
  })
  async current(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const token = browserTokenOf(request);
    void reply.header('cache-control', 'no-store');
    return { ...(token && { csrfToken: csrfTokenOf(token) }), account: await this.accountOf(request.actor) };
  }

  /** Tried passwords are counted as at signing in: who sits at a session left open must not guess on. */
  @Post('current/passwords')
  @OwnSession()
  @HttpCode(200)
  @described({
    words: { vi: 'Đổi mật khẩu của mình', en: "Change one's own password; other sessions end" },
    body: OwnPasswordFields,
    answer: sessionAnswer,
  })
  async changePassword(
    @Body() { current, next }: OwnPasswordFields,
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { passwordDue: _, ...actor } = request.actor;
    const [account, token] = [await this.accountOf(actor), browserTokenOf(request)];
    await this.throttle.judged(account.username, request.ip, () =>
      this.accounts.changeOwnPassword({ personId: actor.personId, current, next, keptToken: token }),
    );
    this.log.log('own password changed', { by: actor.personId });
    void reply.header('cache-control', 'no-store');
    return { ...(token && { csrfToken: csrfTokenOf(token) }), account };
  }

  @Delete('current')
  @OwnSession()
  @HttpCode(204)
  @ApiOperation({ summary: 'Đăng xuất', description: 'Sign out.' })
  async signOut(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token) await this.sessions.close(token);
    clearSessionCookie(request, reply);
  }

  private async accountOf({ personId, role, agencyIds, passwordDue }: Actor) {
    const { username, ...named } = (await this.accounts.persons([personId])).get(personId)!;
    return { id: personId, username, ...named, role, agencyIds, ...(passwordDue && { mustChangePassword: passwordDue }) };
  }
}

/** The token of a browser's session; a caller with a key has none. */
const browserTokenOf = (request: FastifyRequest): string | undefined =>
  request.headers.authorization === undefined ? sessionTokenOf(request) : undefined;
