import { Controller, Get, Param, Query, Req, Res, type StreamableFile, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Clock, CurrentReader, Produces, Reading, type Feature } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Catalogue } from '../figures/catalogue.js';
import { listColumns } from '../formats/columns.js';
import { exportFile } from '../formats/export.js';
import { MEDIA_TYPES, SUFFIXES } from '../formats/format.js';
import { listParameters } from '../lists/list-asked.js';
import { GetList, openList, type ListAnswer } from '../lists/list.queries.js';
import { GetObject, type ObjectAnswer } from '../lists/object.queries.js';
import { GetTimeline, type Timeline } from '../lists/timeline.queries.js';
import type { Reader } from '../figures/reader.js';
import { askedFormat, pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { asOfParameters, pageParameters, parsed } from './parameters.js';

const timelineParameters = { ...asOfParameters, limit: pageParameters.limit, after: pageParameters.after };

/** The reading routes of a slice: its list, one object, and what happened to it. */
export function listRoutes(feature: Feature): Type {
  const { noun, texts } = feature;
  const parameters = listParameters(feature);
  const ofOne = { vi: `${texts.name.vi}: một đối tượng`, en: `${texts.name.en}: one object` };
  const timelineWords = { vi: `${texts.name.vi}: dòng thời gian`, en: `${texts.name.en}: timeline` };

  @ApiTags(noun)
  @Controller('/api/v1')
  class ListRoutes {
    constructor(
      private readonly bus: QueryBus,
      private readonly readModels: ReadModels,
      private readonly catalogue: Catalogue,
      private readonly clock: Clock,
    ) {}

    @Get(SUFFIXES.map((suffix) => `${noun}${suffix}`))
    @Reading()
    @Produces(...MEDIA_TYPES)
    @documented(texts.plural, parameters)
    async list(
      @Query() query: object,
      @CurrentReader() reader: Reader,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ListAnswer | StreamableFile> {
      const { separator, limit, total, ...asked } = parsed(parameters, query);
      const format = askedFormat(request);
      if (format === 'json')
        return this.bus.execute(
          new GetList(feature, { ...asked, ...pageAsked({ limit, after: asked.after }), total: total === 'true' }, reader),
        );
      return exportFile(this.readModels, reply, { format, separator }, async (session) => {
        const open = await openList(session, this.catalogue, this.clock, feature, asked, reader);
        return { name: noun, rows: open.all(), columns: listColumns(feature), position: open.frame.knownAt };
      });
    }

    @Get(`${noun}/:id`)
    @Reading()
    @documented(ofOne, asOfParameters, ['application/json'])
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
    @documented(timelineWords, timelineParameters, ['application/json'])
    async timeline(@Param('id') id: string, @Query() query: object, @CurrentReader() reader: Reader): Promise<Timeline> {
      const { limit, after, ...asked } = parsed(timelineParameters, query);
      return this.bus.execute(new GetTimeline(feature, id, asked, pageAsked({ limit, after }), reader));
    }
  }
  Object.defineProperty(ListRoutes, 'name', { value: `${feature.decider.category}Lists` });
  return ListRoutes;
}
