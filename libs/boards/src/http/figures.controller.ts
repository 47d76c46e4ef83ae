import { Controller, Get, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Problem, Produces, Reading, type ReadingRequest } from '@soquy/platform';
import type { FastifyReply } from 'fastify';
import { GetChanges, type Changes } from '../evidence/changes.queries.js';
import type { Evidence } from '../evidence/evidence.js';
import { GetEvidence } from '../evidence/evidence.queries.js';
import { FileAnswers } from '../exports/file-answers.js';
import type { Manifest } from '../exports/manifest.js';
import type { FigureAnswer, FigureRows, MetricCard } from '../figures/answers.js';
import { Catalogue } from '../figures/catalogue.js';
import { GetCatalogue, GetFigure } from '../figures/figure.queries.js';
import { FORMATS, MEDIA_TYPES, SUFFIXES, withoutSuffix } from '../formats/format.js';
import type { Reader } from '../figures/reader.js';
import { figureAnswer, figureChanges, figureEvidence, metricCards } from './answer-schemas.js';
import { askedFormat, groupsAsked, pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { changesParameters, evidenceParameters, figureParameters, groupPageParameters, parsed } from './parameters.js';
import { assertNoPage, sendFile } from './send-file.js';

const parameters = { ...figureParameters, ...groupPageParameters };

/** Figures, and what stands behind them. */
@ApiTags('figures')
@Controller('/api/v1/figures')
export class FiguresController {
  constructor(
    private readonly bus: QueryBus,
    private readonly files: FileAnswers,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  @Reading()
  @documented(
    { vi: 'Danh mục chỉ tiêu', en: 'Every metric that may be asked' },
    {},
    { operationId: 'listMetrics', schema: metricCards },
    ['application/json'],
  )
  async list(): Promise<{ items: readonly MetricCard[] }> {
    return { items: await this.bus.execute(new GetCatalogue()) };
  }

  @Get(':metric')
  @Reading()
  @Produces(...MEDIA_TYPES)
  @documented({ vi: 'Một chỉ tiêu, toàn bộ hoặc theo nhóm', en: 'One figure, whole or by group' }, parameters, {
    operationId: 'getFigure',
    schema: figureAnswer,
  })
  async figure(
    @Param('metric') name: string,
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: ReadingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FigureAnswer | FigureRows | StreamableFile | Manifest> {
    const { separator, minPosition, limit, after, total, ...asked } = parsed(parameters, query);
    const metric = this.metricOf(name);
    const format = askedFormat(request);
    if (format === 'json')
      return this.bus.execute(new GetFigure(metric, { ...asked, ...groupsAsked({ limit, after, total }), minPosition }, reader));
    assertNoPage({ limit, after, total });
    const question = { kind: 'figure', metric, asked } as const;
    return sendFile(this.files, { question, format, separator, minPosition, reader, request, reply });
  }

  @Get(SUFFIXES.map((suffix) => `:figureId/evidence${suffix}`))
  @Reading()
  @Produces(...MEDIA_TYPES)
  @documented(
    { vi: 'Số này từ đâu ra: các sự kiện và phép tính lại', en: 'The events behind a figure, and the recomputation' },
    evidenceParameters,
    { operationId: 'getFigureEvidence', schema: figureEvidence },
  )
  async evidence(
    @Param('figureId') figureId: string,
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: ReadingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Evidence | StreamableFile | Manifest> {
    const { separator, minPosition, ...page } = parsed(evidenceParameters, query);
    const format = askedFormat(request);
    if (format === 'json') return this.bus.execute(new GetEvidence(figureId, pageAsked(page), reader, minPosition));
    assertNoPage(page);
    const question = { kind: 'evidence', figureId } as const;
    return sendFile(this.files, { question, format, separator, minPosition, reader, request, reply });
  }

  @Get(SUFFIXES.map((suffix) => `:figureId/changes${suffix}`))
  @Reading()
  @Produces(...MEDIA_TYPES)
  @documented(
    { vi: 'Vì sao số thay đổi giữa hai thời điểm biết', en: 'Why a figure moved between two known-at' },
    changesParameters,
    { operationId: 'getFigureChanges', schema: figureChanges },
  )
  async changes(
    @Param('figureId') figureId: string,
    @Query() query: object,
    @CurrentReader() reader: Reader,
    @Req() request: ReadingRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Changes | StreamableFile | Manifest> {
    const { from, to, separator, ...page } = parsed(changesParameters, query);
    const format = askedFormat(request);
    if (format === 'json') return this.bus.execute(new GetChanges(figureId, { from, to }, pageAsked(page), reader));
    assertNoPage(page);
    const question = { kind: 'changes', figureId, from, to } as const;
    return sendFile(this.files, { question, format, separator, reader, request, reply });
  }

  /** Names of metrics have dots themselves; an ending nobody knows behind one that is known is a wrong format. */
  private metricOf(name: string): string {
    const metric = withoutSuffix(name);
    const shorter = metric.slice(0, metric.lastIndexOf('.'));
    if (!this.catalogue.has(metric) && this.catalogue.has(shorter))
      throw Problem.of('UnknownFormat', { facts: { formats: Object.keys(FORMATS) } });
    return metric;
  }
}
