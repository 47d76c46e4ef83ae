import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { answerSchema, CurrentReader, Problem, Reading } from '@soquy/platform';
import { GetBoard, type Board } from '../figures/figure.queries.js';
import type { Reader } from '../figures/reader.js';
import { figureAnswer } from './answer-schemas.js';
import { documented } from './document.js';
import { figureParameters, matching, parsed } from './parameters.js';

/** So many metrics at once; a screen shows fewer. */
const MOST_METRICS = 40;

const { separator: _, ...frame } = figureParameters;
const parameters = {
  ...frame,
  metrics: matching(
    new RegExp(`^[A-Za-z.]{1,80}(,[A-Za-z.]{1,80}){0,${MOST_METRICS - 1}}$`),
    `phải là 1–${MOST_METRICS} chỉ tiêu, cách nhau bằng dấu phẩy`,
    `must be 1 to ${MOST_METRICS} metrics, separated by commas`,
  ),
};

/** Several figures in one look at the tables: screens show many of one frame, and ask for them together. */
@ApiTags('figures')
@Controller('/api/v1/boards')
export class BoardsController {
  constructor(private readonly bus: QueryBus) {}

  @Get()
  @Reading()
  @documented(
    { vi: 'Nhiều chỉ tiêu một lúc', en: 'Several figures of one frame, each as it is answered alone' },
    parameters,
    { operationId: 'getBoard', schema: answerSchema.object({ items: answerSchema.list(figureAnswer) }) },
    ['application/json'],
  )
  async board(@Query() query: object, @CurrentReader() reader: Reader): Promise<Board> {
    const { metrics, groupBy, ...asked } = parsed(parameters, query);
    if (metrics === undefined) throw Problem.of('Malformed');
    return this.bus.execute(new GetBoard(metrics.split(','), asked, groupBy, reader));
  }
}
