import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IsText } from '../commands/fields.js';
import { Problem } from '../http/problem.js';
import { Public, SignedIn } from '../http/reading.js';
import { AccountService, nameOf } from './account.service.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './cookie.js';
import { SessionService } from './session.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { csrfTokenOf } from './tokens.js';
import type { SignedRequest } from '../http/sign-in.js';

export class Credentials {
  @IsText(1, 63) username: string;
  @Length(1, 200) @IsString() password: string;
}

/** Signing in and out. The one unsafe route that needs neither key nor token is the one that gives them. */
@Controller('/api/v1/sessions')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly throttle: SignInThrottle,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Đăng nhập', description: 'Sign in: sets a cookie and answers the token that unsafe methods need.' })
  @ApiBody({ schema: { $ref: '#/components/schemas/Credentials' } })
  async signIn(
    @Body() { username, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const name = nameOf(username);
    this.throttle.attempt(name, request.ip);
    const account = await this.sessions.accountFor(name, password);
    if (!account) throw Problem.of('BadCredentials');
    this.throttle.succeeded(name, request.ip);
    const { token, expiresAt } = await this.sessions.open(account);
    setSessionCookie(request, reply, token, expiresAt);
    void reply.header('cache-control', 'no-store').header('location', '/api/v1/sessions/current');
    return { csrfToken: csrfTokenOf(token), account: { username: name, role: account.role, agencyIds: account.agencyIds } };
  }

  @Get('current')
  @SignedIn()
  @ApiOperation({ summary: 'Phiên đang dùng', description: 'The account in use; a browser session also gets its token again.' })
  async current(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { personId, role, agencyIds } = request.actor;
    const username = (await this.accounts.usernames([personId])).get(personId);
    const token = request.headers.authorization === undefined ? sessionTokenOf(request) : undefined;
    void reply.header('cache-control', 'no-store');
    return { ...(token && { csrfToken: csrfTokenOf(token) }), account: { username, role, agencyIds } };
  }

  @Delete('current')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Đăng xuất', description: 'Sign out.' })
  async signOut(@Req() request: SignedRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request);
    if (token) await this.sessions.close(token);
    clearSessionCookie(request, reply);
  }
}
