import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CurrentReader, Problem, Reading } from '@soquy/platform';
import type { AskedBoard, Board } from '../figures/answer-board.js';
import { GetBoards } from '../figures/figure.queries.js';
import type { Reader } from '../figures/reader.js';
import { groupsAsked } from './asked-by.js';
import { board, boardSet } from './answer-schemas.js';
import { documented } from './document.js';
import { figureParameters, groupPageParameters, matching, parsed, repeatable } from './parameters.js';

/** So many metrics at once; a screen shows fewer. */
const MOST_METRICS = 40;
/** So many boards at once: a year of months, and what stands above them. */
const MOST_BOARDS = 20;

const { separator: _, minPosition, ...frame } = figureParameters;
const boardParameters = {
  ...frame,
  ...groupPageParameters,
  metrics: matching(
    new RegExp(`^[A-Za-z.]{1,80}(,[A-Za-z.]{1,80}){0,${MOST_METRICS - 1}}$`),
    `phải là 1–${MOST_METRICS} chỉ tiêu, cách nhau bằng dấu phẩy`,
    `must be 1 to ${MOST_METRICS} metrics, separated by commas`,
  ),
};
const parameters = { ...boardParameters, minPosition };
const setParameters = {
  minPosition,
  board: repeatable(
    MOST_BOARDS,
    `phải là 1–${MOST_BOARDS} bảng, mỗi bảng viết như truy vấn của /api/v1/boards`,
    `must be 1 to ${MOST_BOARDS} boards, each written as the query of /api/v1/boards: metrics=fund.capital&groupBy=fund`,
  ),
};

/** Several figures in one look at the tables: screens show many, and ask for them together. */
@ApiTags('figures')
@Controller('/api/v1')
export class BoardsController {
  constructor(private readonly bus: QueryBus) {}

  @Get('boards')
  @Reading()
  @documented(
    { vi: 'Nhiều chỉ tiêu một lúc', en: 'Several figures of one frame, each as it is answered alone' },
    parameters,
    { operationId: 'getBoard', schema: board },
    ['application/json'],
  )
  async board(@Query() query: object, @CurrentReader() reader: Reader): Promise<Board> {
    const { minPosition: notBefore, ...asked } = parsed(parameters, query);
    const [answer] = await this.bus.execute(new GetBoards([boardOf(asked)], reader, notBefore));
    return answer!;
  }

  @Get('board-sets')
  @Reading()
  @documented(
    { vi: 'Nhiều bảng chỉ tiêu một lúc', en: 'Boards of several frames, all of one moment of the log' },
    setParameters,
    { operationId: 'getBoardSet', schema: boardSet },
    ['application/json'],
  )
  async boards(@Query() query: object, @CurrentReader() reader: Reader): Promise<{ boards: readonly Board[] }> {
    const { minPosition: notBefore, board: texts = [] } = parsed(setParameters, query) as {
      minPosition?: string;
      board?: string | readonly string[];
    };
    const asked = [texts].flat().map((text) => boardOf(parsed(boardParameters, Object.fromEntries(new URLSearchParams(text)))));
    if (asked.length === 0) throw Problem.of('Malformed');
    return { boards: await this.bus.execute(new GetBoards(asked, reader, notBefore)) };
  }
}

type Written = ReturnType<typeof parsed<typeof boardParameters>>;

function boardOf({ metrics, limit, after, total, ...asked }: Written): AskedBoard {
  if (metrics === undefined) throw Problem.of('Malformed');
  return { metrics: metrics.split(','), asked: { ...asked, ...groupsAsked({ limit, after, total }) } };
}
