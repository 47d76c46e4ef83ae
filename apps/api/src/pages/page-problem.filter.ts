import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem, type ReadingRequest } from '@soquy/platform';
import type { FastifyReply } from 'fastify';
import { viewOf } from './ask-page.js';
import { address, markup } from './markup.js';
import { layout } from './layout.js';
import { link, told, word } from './view.js';

/** On pages a problem is a page: whoever must sign in first is led there and back. */
@Catch(Problem)
export class PageProblemFilter implements ExceptionFilter<Problem> {
  catch(problem: Problem, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ReadingRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (problem.code === 'NotSignedIn') {
      void reply
        .status(303)
        .header('location', address('/sign-in', { next: request.url }))
        .send();
      return;
    }
    const view = viewOf(request, request.actor?.personId);
    const errors = problem.extra.errors ?? [];
    const page = layout(
      view,
      word(view, 'problem'),
      markup`<h1>${word(view, 'problem')}</h1>
<p>${told(view, problem.detail)}</p>
${errors.length > 0 && markup`<ul>${errors.map(({ detail }) => markup`<li>${told(view, detail)}</li>`)}</ul>`}
<p><a href="${link({ ...view, query: { lang: view.query['lang'] ?? '' } }, '/')}">${word(view, 'back')}</a></p>`,
    );
    if (problem.extra.retryAfter !== undefined) void reply.header('retry-after', String(problem.extra.retryAfter));
    void reply.status(problem.status).header('content-type', 'text/html; charset=utf-8').send(String(page));
  }
}
