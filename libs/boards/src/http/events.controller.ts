import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, isUuid, Problem, Produces, SignedIn, type ReadingRequest } from '@soquy/platform';
import type { FastifyReply } from 'fastify';
import { GetEvent, type EventAnswer } from '../events/event.queries.js';
import { eventsParameters } from '../events/events-asked.js';
import { GetEvents, type EventsAnswer } from '../events/events.queries.js';
import { FileAnswers } from '../exports/file-answers.js';
import type { Manifest } from '../exports/manifest.js';
import type { Reader } from '../figures/reader.js';
import { MEDIA_TYPES, SUFFIXES } from '../formats/format.js';
import { askedFormat, pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { eventAnswer, eventsAnswer } from './event-schemas.js';
import { asOfParameters, parsed } from './parameters.js';
import { assertNoPage, sendFile } from './send-file.js';

const oneParameters = { knownAt: asOfParameters.knownAt, minPosition: asOfParameters.minPosition };

/** The journal: what was recorded, by whom, when and of what. */
@ApiTags('events')
@Controller('/api/v1')
export class EventsController {
  constructor(
    private readonly bus: QueryBus,
    private readonly files: FileAnswers,
  ) {}

  @Get(SUFFIXES.map((suffix) => `events${suffix}`))
  @SignedIn()
  @Produces(...MEDIA_TYPES)
  @documented({ vi: 'Nhật ký ghi nhận, mới nhất trước', en: 'All events, the newest first' }, eventsParameters, {
    operationId: 'listEvents',
    schema: eventsAnswer,
  })
  async list(
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: ReadingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventsAnswer | StreamableFile | Manifest> {
    const { separator, limit, after, minPosition, ...asked } = parsed(eventsParameters, query);
    const format = askedFormat(request);
    if (format === 'json') return this.bus.execute(new GetEvents(asked, pageAsked({ limit, after }), reader, minPosition));
    assertNoPage({ limit, after });
    const question = { kind: 'events', asked } as const;
    return sendFile(this.files, { question, format, separator, minPosition, reader, request, reply });
  }

  @Get('events/:eventId')
  @SignedIn()
  @documented(
    {
      vi: 'Một sự kiện: dữ liệu, siêu dữ liệu, những gì cùng yêu cầu đó ghi nhận',
      en: 'One event with its metadata, and what else its request led to',
    },
    oneParameters,
    { operationId: 'getEvent', schema: eventAnswer },
    ['application/json'],
  )
  async one(@Param('eventId') eventId: string, @Query() query: object, @CurrentReader() reader: Reader): Promise<EventAnswer> {
    const asked = parsed(oneParameters, query);
    if (!isUuid(eventId)) throw Problem.of('UnknownEvent');
    return this.bus.execute(new GetEvent(eventId, asked, reader));
  }
}
