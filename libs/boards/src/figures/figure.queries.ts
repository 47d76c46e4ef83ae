import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { assertMetric, figureRowsOf, figuresOf } from './ask-figures.js';
import type { FigureAnswer, FigureRows, MetricCard } from './answers.js';
import { frameOf, metaOf, type AskedFrame } from './asked.js';
import { Catalogue } from './catalogue.js';
import type { Grouping } from './dimensions.js';
import { FigureReader } from './figure-reader.js';
import { formulaOf } from './formula-words.js';
import type { Frame } from './question.js';
import type { Reader } from './reader.js';

/** Every metric that may be asked. */
export class GetCatalogue extends Query<readonly MetricCard[]> {}

/** One figure, whole or by group. */
export class GetFigure extends Query<FigureAnswer | FigureRows> {
  constructor(
    readonly metric: string,
    readonly asked: AskedFrame & { readonly groupBy?: Grouping | undefined; readonly minPosition?: string | undefined },
    readonly reader: Reader,
  ) {
    super();
  }
}

/** Several figures of one frame, as boards show them. */
export interface AskedBoard {
  readonly metrics: readonly string[];
  readonly asked: AskedFrame;
  readonly groupBy?: Grouping | undefined;
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

export interface Board {
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
  { groupBy, ...asked }: AskedFrame & { readonly groupBy?: Grouping | undefined },
  reader: Reader,
): Promise<{ readonly frame: Frame; readonly answer: FigureAnswer | FigureRows }> {
  assertMetric(catalogue, metric);
  const frame = await frameOf(session, catalogue, reader, clock, asked);
  const [answer] = await answersOf(session, catalogue, [metric], frame, groupBy);
  return { frame, answer: answer! };
}

async function answersOf(
  session: ReadSession,
  catalogue: Catalogue,
  metrics: readonly string[],
  frame: Frame,
  groupBy: Grouping | undefined,
): Promise<readonly (FigureAnswer | FigureRows)[]> {
  const figures = new FigureReader(session, catalogue);
  const meta = await metaOf(session, frame);
  if (!groupBy) {
    const found = await figuresOf(figures, metrics, frame);
    return metrics.map((metric) => ({ ...found.get(metric)!, meta }));
  }
  const found = await figureRowsOf(figures, metrics, frame, groupBy);
  return metrics.map((metric) => {
    const { kind, unit } = catalogue.metric(metric);
    return { metric, kind, unit, groupBy, rows: found.get(metric)!, meta };
  });
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
        for (const { metrics, asked, groupBy } of boards) {
          const frame = await frameOf(session, this.catalogue, reader, this.clock, asked);
          answered.push({ items: await answersOf(session, this.catalogue, metrics, frame, groupBy) });
        }
        return answered;
      },
      minPosition === undefined ? undefined : { minPosition },
    );
  }
}
