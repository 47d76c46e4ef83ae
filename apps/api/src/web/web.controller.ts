import { randomBytes } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem, Produces, Public } from '@soquy/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPage, webRoot } from './web-files.js';

/** Addresses that programs ask: what is not there is told as a problem, not as a page. */
const FOR_PROGRAMS = /^\/(api|health|metrics|assets)(\/|$|\?)/;

/** The web application at every address that is nobody else's: which page that is, it finds out itself. */
@ApiExcludeController()
@Controller()
export class WebController {
  private page: WebPage | undefined;

  @Get('*')
  @Public()
  @Produces('text/html')
  serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (FOR_PROGRAMS.test(request.url)) throw Problem.of('NotFound');
    const root = webRoot();
    if (!root) throw Problem.of('NotFound');
    this.page ??= new WebPage(root);
    const nonce = randomBytes(16).toString('base64');
    const policy = String(reply.getHeader('content-security-policy')).replace(/style-src [^;]*/, `$& 'nonce-${nonce}'`);
    void reply
      .header('content-security-policy', policy)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(this.page.with(nonce));
  }
}
