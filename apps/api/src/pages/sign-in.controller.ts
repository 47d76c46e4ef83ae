import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem, Produces, Public } from '@soquy/platform';
import { oneOf, parsed, type Parameters } from '@soquy/boards';
import type { Words } from '@soquy/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { viewOf } from './ask-page.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { signInPage } from './sign-in-page.js';

const HTML = 'text/html; charset=utf-8';

const place: Parameters[string] = {
  accepts: (value) => isOwnPlace(value),
  must: { vi: 'phải là một địa chỉ của hệ thống này', en: 'must be an address of this system' },
  schema: { type: 'string' },
};

/** An address of ours and of nobody else: browsers read `//x` and `/\x` as other sites. */
const isOwnPlace = (value: string): boolean => /^\/(?![/\\])[!-~]{0,2000}$/.test(value);

/** Signing in and out by plain forms. The pages are clients of the session routes like any other. */
@ApiExcludeController()
@UseFilters(PageProblemFilter)
@Controller()
export class SignInController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Get('/sign-in')
  @Public()
  @Produces('text/html')
  @Header('content-type', HTML)
  @Header('cache-control', 'no-store')
  form(@Req() request: FastifyRequest, @Query() query: object): string {
    const { next } = parsed({ lang: oneOf(['vi', 'en']), next: place, effectiveTo: anything, knownAt: anything }, query);
    return String(signInPage(viewOf(request, undefined), next));
  }

  @Post('/sign-in')
  @Public()
  @HttpCode(303)
  @Produces('text/html')
  async signIn(@Req() request: FastifyRequest, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { username = '', password = '', next = '/' } = fields(request, form);
    const answer = await this.server.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      remoteAddress: request.ip,
      headers: forwarded(request),
      payload: { username, password },
    });
    if (answer.statusCode === 201) {
      void reply
        .status(303)
        .header('set-cookie', answer.headers['set-cookie'])
        .header('location', isOwnPlace(next) ? next : '/')
        .send();
      return;
    }
    const { detail } = answer.json<{ detail?: string }>();
    const said: Words | undefined = detail === undefined ? undefined : { vi: detail, en: detail };
    const page = signInPage(viewOf(request, undefined), isOwnPlace(next) ? next : undefined, username, said);
    void reply.status(answer.statusCode).header('content-type', HTML).header('cache-control', 'no-store').send(String(page));
  }

  @Post('/sign-out')
  @Public()
  @HttpCode(303)
  @Produces('text/html')
  async signOut(@Req() request: FastifyRequest, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    fields(request, form);
    const headers = { ...forwarded(request), cookie: request.headers.cookie ?? '' };
    const url = '/api/v1/sessions/current';
    const current = await this.server.inject({ method: 'GET', url, remoteAddress: request.ip, headers });
    const { csrfToken = '' } = current.json<{ csrfToken?: string }>();
    const ended = await this.server.inject({
      method: 'DELETE',
      url,
      remoteAddress: request.ip,
      headers: { ...headers, 'x-csrf-token': csrfToken },
    });
    const cookie = ended.headers['set-cookie'];
    if (cookie !== undefined) void reply.header('set-cookie', cookie);
    void reply.status(303).header('location', '/').send();
  }

  private get server(): FastifyInstance {
    return this.host.httpAdapter.getInstance<FastifyInstance>();
  }
}

const anything: Parameters[string] = { accepts: () => true, must: { vi: '', en: '' }, schema: { type: 'string' } };

/** What the inner request must know of the outer one: the language, and by which protocol it came. */
const forwarded = ({ headers, protocol, ip }: FastifyRequest) => ({
  'accept-language': headers['accept-language'] ?? 'vi',
  'x-forwarded-proto': protocol,
  'x-forwarded-for': ip,
});

/** A form's fields, from our own pages only: another site's form could sign a visitor in under a strange account. */
function fields({ headers }: FastifyRequest, form: unknown): Partial<Record<string, string>> {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw Problem.of('NotAllowed');
  if (!(form instanceof URLSearchParams)) throw Problem.of('UnsupportedMedia');
  return Object.fromEntries(form);
}
