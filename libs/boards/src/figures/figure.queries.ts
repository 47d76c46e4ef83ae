import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { assertMetric, figuresOf } from './ask-figures.js';
import type { FigureAnswer, FigureRows, MetricCard, Paged } from './answers.js';
import { frameOf, metaOf, type AskedFrame } from './asked.js';
import { Catalogue } from './catalogue.js';
import { FigureReader } from './figure-reader.js';
import { figureRowsOf } from './figure-rows.js';
import { formulaOf } from './formula-words.js';
import { assertWhole, openPage, type AskedGroups } from './group-page.js';
import type { Frame } from './question.js';
import type { Reader } from './reader.js';

/** Every metric that may be asked. */
export class GetCatalogue extends Query<readonly MetricCard[]> {}

/** One figure, whole or by group. */
export class GetFigure extends Query<FigureAnswer | FigureRows> {
  constructor(
    readonly metric: string,
    readonly asked: AskedFrame & AskedGroups & { readonly minPosition?: string | undefined },
    readonly reader: Reader,
  ) {
    super();
  }
}

/** Several figures of one frame, as boards show them; a page of groups is one for all of them. */
export interface AskedBoard {
  readonly metrics: readonly string[];
  readonly asked: AskedFrame & AskedGroups;
}

/** Boards in one look at the tables: each figure as it would be answered alone, in the order asked. */
export class GetBoards extends Query<readonly Board[]> {
  constructor(
    readonly boards: readonly AskedBoard[],
    readonly reader: Reader,
    readonly minPosition?: string,
  ) {
    super();
  }
}

export interface Board extends Paged {
  readonly items: readonly (FigureAnswer | FigureRows)[];
}

@QueryHandler(GetCatalogue)
export class GetCatalogueHandler implements IQueryHandler<GetCatalogue> {
  constructor(private readonly catalogue: Catalogue) {}

  execute(): Promise<readonly MetricCard[]> {
    const cards = this.catalogue.names.map((metric) => {
      const { kind, unit, words } = this.catalogue.metric(metric);
      return { metric, kind, unit, words, formula: formulaOf(this.catalogue, metric) };
    });
    return Promise.resolve(cards);
  }
}

@QueryHandler(GetFigure)
export class GetFigureHandler implements IQueryHandler<GetFigure> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ metric, asked: { minPosition, ...asked }, reader }: GetFigure): Promise<FigureAnswer | FigureRows> {
    return this.readModels.read(
      async (session) => (await answerFigure(session, this.catalogue, this.clock, metric, asked, reader)).answer,
      minPosition === undefined ? undefined : { minPosition },
    );
  }
}

/** A figure in one look at the tables, and the frame it was found to be asked in. */
export async function answerFigure(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  metric: string,
  asked: AskedFrame & AskedGroups,
  reader: Reader,
): Promise<{ readonly frame: Frame; readonly answer: FigureAnswer | FigureRows }> {
  assertMetric(catalogue, metric);
  const { frame, board } = await answerBoard(session, catalogue, clock, { metrics: [metric], asked }, reader);
  const { items, ...paged } = board;
  return { frame, answer: { ...items[0]!, ...paged } };
}

async function answerBoard(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  { metrics, asked: { groupBy, sort, among, limit, after, total, ...asked } }: AskedBoard,
  reader: Reader,
): Promise<{ readonly frame: Frame; readonly board: Board }> {
  const figures = new FigureReader(session, catalogue);
  const now = await frameOf(session, catalogue, reader, clock, asked);
  const groups = { sort, among, limit, after };
  if (!groupBy) {
    assertWhole({ ...groups, total });
    const found = await figuresOf(figures, metrics, now);
    const meta = await metaOf(session, now);
    return { frame: now, board: { items: metrics.map((metric) => ({ ...found.get(metric)!, meta })) } };
  }
  const { frame, page, cursorAfter } = await openPage(session, metrics, asked, { groupBy, ...groups }, now);
  const meta = await metaOf(session, frame);
  const found = await figureRowsOf(figures, metrics, frame, { groupBy, sort, page });
  const items = metrics.map((metric): FigureRows => {
    const { kind, unit } = catalogue.metric(metric);
    return { metric, kind, unit, groupBy, rows: found.rows.get(metric)!, meta };
  });
  const paged = {
    ...(found.last !== undefined && { next: cursorAfter(found.last) }),
    ...(total && { total: found.total }),
  };
  return { frame, board: { items, ...paged } };
}

@QueryHandler(GetBoards)
export class GetBoardsHandler implements IQueryHandler<GetBoards> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ boards, reader, minPosition }: GetBoards): Promise<readonly Board[]> {
    for (const metric of boards.flatMap(({ metrics }) => metrics)) assertMetric(this.catalogue, metric);
    return this.readModels.read(
      async (session) => {
        const answered: Board[] = [];
        for (const asked of boards) answered.push((await answerBoard(session, this.catalogue, this.clock, asked, reader)).board);
        return answered;
      },
      minPosition === undefined ? undefined : { minPosition },
    );
  }
}
