import { Controller, Get, Param, Query, Req, Res, type StreamableFile, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Produces, Reading, type Feature, type ReadingRequest } from '@soquy/platform';
import type { FastifyReply } from 'fastify';
import { FileAnswers } from '../exports/file-answers.js';
import type { Manifest } from '../exports/manifest.js';
import { MEDIA_TYPES, SUFFIXES } from '../formats/format.js';
import { listParameters } from '../lists/list-asked.js';
import { GetList, type ListAnswer } from '../lists/list.queries.js';
import { GetObject, type ObjectAnswer } from '../lists/object.queries.js';
import { GetTimeline, type Timeline } from '../lists/timeline.queries.js';
import type { Reader } from '../figures/reader.js';
import { objectAnswer, objectList, timeline } from './answer-schemas.js';
import { askedFormat, pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { asOfParameters, pageParameters, parsed } from './parameters.js';
import { assertNoPage, sendFile } from './send-file.js';

const timelineParameters = { ...asOfParameters, limit: pageParameters.limit, after: pageParameters.after };

const JSON_ONLY = ['application/json'];

/** `training-classes` -> `TrainingClasses`, `trainingClass` -> `TrainingClass`. */
const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The reading routes of a slice: its list, one object, and what happened to it. */
export function listRoutes(feature: Feature): Type {
  const { noun, texts } = feature;
  const [one, many] = [pascal(feature.decider.category), pascal(noun)];
  const parameters = listParameters(feature);
  const ofOne = { vi: `${texts.name.vi}: một đối tượng`, en: `${texts.name.en}: one object` };
  const timelineWords = { vi: `${texts.name.vi}: dòng thời gian`, en: `${texts.name.en}: timeline` };

  @ApiTags(noun)
  @Controller('/api/v1')
  class ListRoutes {
    constructor(
      private readonly bus: QueryBus,
      private readonly files: FileAnswers,
    ) {}

    @Get(SUFFIXES.map((suffix) => `${noun}${suffix}`))
    @Reading()
    @Produces(...MEDIA_TYPES)
    @documented(texts.plural, parameters, { operationId: `list${many}`, schema: objectList })
    async list(
      @Query() query: object,
      @CurrentReader() reader: Reader,
      @Req() request: ReadingRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ListAnswer | StreamableFile | Manifest> {
      const { separator, limit, after, total, ...asked } = parsed(parameters, query);
      const format = askedFormat(request);
      if (format === 'json')
        return this.bus.execute(
          new GetList(feature, { ...asked, ...pageAsked({ limit, after }), total: total === 'true' }, reader),
        );
      assertNoPage({ limit, after, total });
      const { minPosition, ...lasting } = asked;
      const question = { kind: 'list', noun, asked: lasting } as const;
      return sendFile(this.files, { question, format, separator, minPosition, reader, request, reply });
    }

    @Get(`${noun}/:id`)
    @Reading()
    @documented(ofOne, asOfParameters, { operationId: `get${one}`, schema: objectAnswer }, JSON_ONLY)
    async object(
      @Param('id') id: string,
      @Query() query: object,
      @CurrentReader() reader: Reader,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ObjectAnswer> {
      const answer = await this.bus.execute(new GetObject(feature, id, parsed(asOfParameters, query), reader));
      void reply.header('etag', `"${answer.revision}"`);
      return answer;
    }

    @Get(`${noun}/:id/timeline`)
    @Reading()
    @documented(timelineWords, timelineParameters, { operationId: `get${one}Timeline`, schema: timeline }, JSON_ONLY)
    async timeline(@Param('id') id: string, @Query() query: object, @CurrentReader() reader: Reader): Promise<Timeline> {
      const { limit, after, ...asked } = parsed(timelineParameters, query);
      return this.bus.execute(new GetTimeline(feature, id, asked, pageAsked({ limit, after }), reader));
    }
  }
  Object.defineProperty(ListRoutes, 'name', { value: `${feature.decider.category}Lists` });
  return ListRoutes;
}
