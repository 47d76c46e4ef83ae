import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Produces } from '../http/accept.js';
import { SignedIn } from '../http/reading.js';
import type { SignedRequest } from '../http/sign-in.js';
import { lastEventIdOf, lastEventIdQuery } from './last-event-id.js';
import { LiveClient } from './live-client.js';
import { LiveFacts } from './live-facts.js';
import { streamContent } from './stream-document.js';
import { Tickets } from './tickets.js';

/** What is recorded, as it is recorded. */
@ApiTags('stream')
@Controller('/api/v1/stream')
export class StreamController {
  constructor(
    private readonly live: LiveFacts,
    private readonly tickets: Tickets,
  ) {}

  @Get()
  @SignedIn()
  @Produces('text/event-stream')
  @ApiOperation({
    operationId: 'followStream',
    summary: 'Theo dõi trực tiếp những gì được ghi nhận (SSE)',
    description:
      'Server-sent events of the facts the account may see, each once and in the order of the log. Without an id it starts at the end of the log. Read with minPosition to see what an event tells of. Ends with the session.',
  })
  @ApiQuery(lastEventIdQuery)
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Resumes after this id', schema: { type: 'string' } })
  @ApiOkResponse({ description: 'Events named `recorded`; a comment every 15 s without one', content: streamContent })
  @ApiDefaultResponse({
    description: 'RFC 9457',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  async follow(
    @Query() query: object,
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const lastEventId = lastEventIdOf(query, request.headers['last-event-id']);
    const { agencyIds } = request.actor;
    const client = new LiveClient(this.tickets.of(request, agencyIds), agencyIds);
    reply.raw.once('close', () => client.end());
    const stream = await this.live.open(client, lastEventId);
    void reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }
}
