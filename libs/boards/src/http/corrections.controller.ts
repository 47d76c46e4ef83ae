import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Reading } from '@soquy/platform';
import { GetOpenCorrections, type OpenCorrections } from '../lists/corrections.queries.js';
import type { Reader } from '../figures/reader.js';
import { pageAsked } from './asked-by.js';
import { documented } from './document.js';
import { openCorrections } from './answer-schemas.js';
import { asOfParameters, filterParameters, pageParameters, parsed } from './parameters.js';

const parameters = {
  agency: filterParameters.agency,
  knownAt: asOfParameters.knownAt,
  minPosition: asOfParameters.minPosition,
  limit: pageParameters.limit,
  after: pageParameters.after,
};

/** What waits for a second person's decision. */
@ApiTags('corrections')
@Controller('/api/v1/corrections')
export class OpenCorrectionsController {
  constructor(private readonly bus: QueryBus) {}

  @Get()
  @Reading()
  @documented(
    { vi: 'Các đề nghị đính chính chờ duyệt', en: 'Corrections that wait for a decision' },
    parameters,
    { operationId: 'listOpenCorrections', schema: openCorrections },
    ['application/json'],
  )
  async open(@Query() query: object, @CurrentReader() reader: Reader): Promise<OpenCorrections> {
    const { limit, after, ...asked } = parsed(parameters, query);
    return this.bus.execute(new GetOpenCorrections(asked, pageAsked({ limit, after }), reader));
  }
}
