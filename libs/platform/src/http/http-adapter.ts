import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../settings/settings.js';
import { cleaned, parseJson } from './json-body.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { keepRouteTable } from './route-table.js';

/** A request that takes longer to arrive than this is given up. */
const REQUEST_TIMEOUT_MS = 30_000;

/** A figure's id holds its whole question, so an address part may be longer than Fastify's hundred characters. */
const MOST_PARAMETER_CHARACTERS = 4_000;

/** Fastify as the platform needs it: request ids, one body format, clean text, and a problem for what reaches no route. */
export function httpAdapter({ bodyLimitKiB, trustProxy }: Settings): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: bodyLimitKiB * 1024,
    routerOptions: { maxParamLength: MOST_PARAMETER_CHARACTERS },
    trustProxy,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    genReqId: requestIdOf,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, Problem.of(error.code === 'FST_ERR_BAD_URL' ? 'NotFound' : 'Malformed')),
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  keepRouteTable(server);
  takeJsonOnly(server);
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  server.addHook('preValidation', async (request) => cleanAddress(request));
  return adapter;
}

/** A caller's own id is kept when it looks like one, so that its log and ours can be read together. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

function takeJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async ({ headers }: FastifyRequest, body: Buffer) => {
    const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    const encoding = headers['content-encoding'] ?? 'identity';
    if (!/^utf-?8$/i.test(charset) || encoding !== 'identity') throw Problem.of('UnsupportedMedia');
    return parseJson(body);
  });
}

/** Ids and search words arrive in the address; they obey the same rules as text in a body. */
function cleanAddress(request: FastifyRequest): void {
  request.params = cleaned({ ...(request.params as object) });
  request.query = cleaned({ ...(request.query as object) });
}
