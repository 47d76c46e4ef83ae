import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Produces } from '../http/accept.js';
import { Public } from '../http/reading.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** For load balancers and Prometheus. */
@ApiExcludeController()
@Controller()
export class OperationsController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers; nothing else is asked. */
  @Get('health/live')
  @Public()
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const found = await this.readiness.ask();
    if (found.status === 'unavailable') void reply.status(503).header('retry-after', '2');
    return found;
  }

  @Get('metrics')
  @Public()
  @Produces('text/plain', 'application/openmetrics-text')
  async tell(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
