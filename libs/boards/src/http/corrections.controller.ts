import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Reading } from '@soquy/platform';
import { CORRECTION_LISTS, GetOpenCorrections, type OpenCorrections } from '../lists/corrections.queries.js';
import type { Reader } from '../figures/reader.js';
import { pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { openCorrections } from './answer-schemas.js';
import { asOfParameters, filterParameters, oneOf, pageParameters, parsed } from './parameters.js';

const parameters = {
  agency: filterParameters.agency,
  knownAt: asOfParameters.knownAt,
  minPosition: asOfParameters.minPosition,
  limit: pageParameters.limit,
  after: pageParameters.after,
  status: oneOf(CORRECTION_LISTS),
  total: oneOf(['true', 'false']),
};

/** What waits for a second person's decision, and what was decided. */
@ApiTags('corrections')
@Controller('/api/v1/corrections')
export class OpenCorrectionsController {
  constructor(private readonly bus: QueryBus) {}

  @Get()
  @Reading()
  @documented(
    { vi: 'Các đề nghị đính chính chờ duyệt, hoặc đã quyết định', en: 'Corrections that wait for a decision, or were decided' },
    parameters,
    { operationId: 'listOpenCorrections', schema: openCorrections },
    ['application/json'],
  )
  async open(@Query() query: object, @CurrentReader() reader: Reader): Promise<OpenCorrections> {
    const { limit, after, total, ...asked } = parsed(parameters, query);
    return this.bus.execute(new GetOpenCorrections({ ...asked, total: total === 'true' }, pageAsked({ limit, after }), reader));
  }
}
