import { Injectable, RequestMethod, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { accepts, producedBy } from './accept.js';
import { sentenceOf } from './field-words.js';
import { escaped } from './field-errors.js';
import { Problem } from './problem.js';

/** Nest's codes of the parameters through which a handler can see the query: the whole request, or `@Query()`. */
const SEES_QUERY = /^(0|4):/;

/** What every route owes its caller before it looks at the content: a format he takes, and no parameter silently ignored. */
@Injectable()
export class RequestGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    if (!accepts(headers.accept, producedBy(handler))) throw Problem.of('NotAcceptable');
    const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {}) as object;
    const reads = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.GET;
    const unknown = Object.keys(query as object);
    const seen = reads && Object.keys(args).some((key) => SEES_QUERY.test(key));
    if (unknown.length > 0 && !seen) throw Problem.malformed(unknown.map(unknownParameter));
    return true;
  }
}

function unknownParameter(name: string) {
  const { vi, en } = sentenceOf('unknownParameter');
  return { pointer: `/${escaped(name)}`, code: 'unknownParameter', detail: { vi: `${name}: ${vi}.`, en: `${name}: ${en}.` } };
}
