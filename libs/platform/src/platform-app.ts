import helmet from '@fastify/helmet';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { httpAdapter } from './http/http-adapter.js';
import { ApiDocument } from './http/open-api.js';
import { Metrics } from './operations/metrics.js';
import { newLog, PinoLogger } from './operations/pino-logger.js';
import { logRequests } from './operations/request-log.js';
import type { Settings } from './settings/settings.js';

/** Nothing from elsewhere, nothing inline: pages bring their scripts and styles as files of their own. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** Heeded over https alone; other hosts of the domain are not ours to speak for. */
const TRANSPORT_POLICY = { maxAge: 31_536_000, includeSubDomains: false };

/**
 * The application over HTTP, as main runs it and as tests inject into it: one way to build it. `root` imports
 * `PlatformModule.with(...)`. It is not initialised yet: call `init()` or `listen()`.
 */
export async function platformApp(root: Type | DynamicModule, settings: Settings, log: Logger = newLog(settings.logLevel)) {
  const app = await NestFactory.create<NestFastifyApplication>(root, httpAdapter(settings), {
    bodyParser: false,
    abortOnError: false,
    logger: new PinoLogger(log),
  });
  await app.register(
    helmet as never,
    { contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: TRANSPORT_POLICY } as never,
  );
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  keepOutOfCaches(server);
  logRequests(server, log, app.get(Metrics));
  app.get(ApiDocument).isOf(app);
  return app;
}

/** Answers depend on who asks, and offices share machines: browsers write none of them down unless a route says otherwise. */
function keepOutOfCaches(server: FastifyInstance): void {
  server.addHook('onSend', async ({ url }, reply) => {
    if (url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
