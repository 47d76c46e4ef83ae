import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Produces, Reading } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetChanges, type Changes } from '../evidence/changes.queries.js';
import { exportEvidence } from '../evidence/export-evidence.js';
import type { Evidence } from '../evidence/evidence.js';
import { GetEvidence } from '../evidence/evidence.queries.js';
import type { FigureAnswer, FigureRow, FigureRows, MetricCard } from '../figures/answers.js';
import { Catalogue } from '../figures/catalogue.js';
import { GetCatalogue, GetFigure } from '../figures/figure.queries.js';
import { figureColumns } from '../formats/columns.js';
import { each, exportFile } from '../formats/export.js';
import { MEDIA_TYPES, SUFFIXES } from '../formats/format.js';
import type { Reader } from '../figures/reader.js';
import { askedFormat, pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { changesParameters, evidenceParameters, figureParameters, parsed } from './parameters.js';

/** Figures, and what stands behind them. */
@ApiTags('figures')
@Controller('/api/v1/figures')
export class FiguresController {
  constructor(
    private readonly bus: QueryBus,
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  @Reading()
  @documented({ vi: 'Danh mục chỉ tiêu', en: 'Every metric that may be asked' }, {}, ['application/json'])
  async list(): Promise<{ items: readonly MetricCard[] }> {
    return { items: await this.bus.execute(new GetCatalogue()) };
  }

  @Get(':metric')
  @Reading()
  @Produces(...MEDIA_TYPES)
  @documented({ vi: 'Một chỉ tiêu, toàn bộ hoặc theo nhóm', en: 'One figure, whole or by group' }, figureParameters)
  async figure(
    @Param('metric') name: string,
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FigureAnswer | FigureRows | StreamableFile> {
    const { separator, ...asked } = parsed(figureParameters, query);
    const metric = name.replace(/\.(json|csv|ndjson)$/, '');
    const format = askedFormat(request);
    const answer = await this.bus.execute(new GetFigure(metric, asked, reader));
    if (format === 'json') return answer;
    const rows: readonly FigureRow[] = 'rows' in answer ? answer.rows : [{ key: null, ...answer }];
    const { position } = answer.meta.knownAt;
    const file = { name: metric, rows: each(rows), columns: figureColumns, position };
    return exportFile(this.readModels, reply, { format, separator }, () => Promise.resolve(file));
  }

  @Get(SUFFIXES.map((suffix) => `:figureId/evidence${suffix}`))
  @Reading()
  @Produces(...MEDIA_TYPES)
  @documented(
    { vi: 'Số này từ đâu ra: các sự kiện và phép tính lại', en: 'The events behind a figure, and the recomputation' },
    evidenceParameters,
  )
  async evidence(
    @Param('figureId') figureId: string,
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evidence | StreamableFile> {
    const { separator, minPosition, ...page } = parsed(evidenceParameters, query);
    const format = askedFormat(request);
    if (format !== 'json') return exportEvidence(this.readModels, this.catalogue, reply, { format, separator }, figureId, reader);
    return this.bus.execute(new GetEvidence(figureId, pageAsked(page), reader, minPosition));
  }

  @Get(':figureId/changes')
  @Reading()
  @documented(
    { vi: 'Vì sao số thay đổi giữa hai thời điểm biết', en: 'Why a figure moved between two known-at' },
    changesParameters,
    ['application/json'],
  )
  async changes(@Param('figureId') figureId: string, @Query() query: object, @CurrentReader() reader: Reader): Promise<Changes> {
    const { from, to, ...page } = parsed(changesParameters, query);
    return this.bus.execute(new GetChanges(figureId, { from, to }, pageAsked(page), reader));
  }
}
