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

/** Several figures of one frame in one look, as boards show them: the whole first, then the groups. */
export class GetBoard extends Query<Board> {
  constructor(
    readonly metrics: readonly string[],
    readonly asked: AskedFrame,
    readonly groupBy: Grouping,
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface Board {
  readonly whole: ReadonlyMap<string, FigureAnswer>;
  readonly rows: ReadonlyMap<string, FigureRows>;
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
  const figures = new FigureReader(session, catalogue);
  const meta = await metaOf(session, frame);
  if (!groupBy) return { frame, answer: { ...(await figuresOf(figures, [metric], frame)).get(metric)!, meta } };
  const { kind, unit } = catalogue.metric(metric);
  const rows = (await figureRowsOf(figures, [metric], frame, groupBy)).get(metric)!;
  return { frame, answer: { metric, kind, unit, groupBy, rows, meta } };
}

@QueryHandler(GetBoard)
export class GetBoardHandler implements IQueryHandler<GetBoard> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ metrics, asked, groupBy, reader }: GetBoard): Promise<Board> {
    return this.readModels.read(async (session) => {
      const frame = await frameOf(session, this.catalogue, reader, this.clock, asked);
      const figures = new FigureReader(session, this.catalogue);
      const meta = await metaOf(session, frame);
      const whole = await figuresOf(figures, metrics, frame);
      const rows = await figureRowsOf(figures, metrics, frame, groupBy);
      const headed = (metric: string) => ({
        metric,
        kind: this.catalogue.metric(metric).kind,
        unit: this.catalogue.metric(metric).unit,
      });
      return {
        whole: new Map([...whole].map(([metric, figure]) => [metric, { ...figure, meta }])),
        rows: new Map([...rows].map(([metric, found]) => [metric, { ...headed(metric), groupBy, rows: found, meta }])),
      };
    });
  }
}
