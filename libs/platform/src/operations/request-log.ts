import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';

/** Asked for by machines every few seconds; not worth a line each. */
const QUIET = /^\/(health|metrics)/;

/** One line and one measurement a request. Neither query nor body is written down: they may be about persons. */
export function logRequests(server: FastifyInstance, log: Logger, metrics: Metrics): void {
  server.addHook('onResponse', async ({ id, method, routeOptions, url }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? 'unknown';
    metrics.http.observe({ method, route, status: String(statusCode) }, elapsedTime / 1_000);
    if (QUIET.test(route)) return;
    const level = statusCode >= 500 ? 'error' : 'info';
    log[level]({ traceId: id, method, path: url.split('?')[0], status: statusCode, ms: Math.round(elapsedTime) }, 'request');
  });
}
