import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import { answerBoard, answerFigure, type AskedBoard, type Board } from './answer-board.js';
import { assertMetric } from './ask-figures.js';
import type { FigureAnswer, FigureRows, MetricCard } from './answers.js';
import type { AskedFrame } from './asked.js';
import { Catalogue } from './catalogue.js';
import { formulaOf } from './formula-words.js';
import type { AskedGroups } from './group-page.js';
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
