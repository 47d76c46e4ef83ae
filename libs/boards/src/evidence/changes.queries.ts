import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels } from '@soquy/read-models';
import type { Figure } from '../figures/answers.js';
import { metaOf, type AnswerMeta } from '../figures/asked.js';
import { figuresOf } from '../figures/ask-figures.js';
import { Catalogue } from '../figures/catalogue.js';
import { FigureReader } from '../figures/figure-reader.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { endsOf, movedObjects, movedParts, type Between, type Ends, type MovedObject, type MovedPart } from './changes.js';
import { entryItems } from './entry-items.js';
import type { EntryItem } from './evidence.js';
import { openFigure } from './evidence.queries.js';
import { People } from '../people.js';
import type { Page } from './items.js';

/** Why a figure moved between two states of knowledge: the entries that became known in between. */
export class GetChanges extends Query<Changes> {
  constructor(
    readonly figureId: string,
    readonly between: Between,
    readonly page: Page,
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface Changes {
  readonly from: Figure;
  readonly to: Figure;
  readonly difference: number | null;
  readonly items?: readonly (EntryItem | MovedObject)[];
  readonly parts?: readonly MovedPart[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

@QueryHandler(GetChanges)
export class GetChangesHandler implements IQueryHandler<GetChanges> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly people: People,
  ) {}

  async execute({ figureId, between, page, reader }: GetChanges): Promise<Changes> {
    const found = await this.readModels.read(async (session) => {
      const { metric, ...frame } = openFigure(session, this.catalogue, figureId, reader);
      const ends = await endsOf(session, frame, between);
      const figures = new FigureReader(session, this.catalogue);
      const [from, to] = [await figureOf(figures, metric, ends.older), await figureOf(figures, metric, ends.newer)];
      const difference = from.value === null || to.value === null ? null : rounded(to.value - from.value);
      return { from, to, difference, ...(await moved(figures, metric, ends, page)), meta: await metaOf(session, ends.newer) };
    });
    return found.items ? { ...found, items: await this.people.named(reader, found.items) } : found;
  }
}

const figureOf = async (reader: FigureReader, metric: string, frame: Frame) =>
  (await figuresOf(reader, [metric], frame)).get(metric)!;

/** Percents differ by hundredths; whole numbers stay whole. */
const rounded = (difference: number) => Math.round(difference * 100) / 100;

async function moved(
  reader: FigureReader,
  name: string,
  ends: Ends,
  page: Page,
): Promise<Pick<Changes, 'items' | 'parts' | 'next'>> {
  const metric = reader.catalogue.metric(name);
  if (metric.kind === 'fold') return movedObjects(reader, metric, ends, page);
  const entries = reader.catalogue.entriesOf(name);
  if (entries) return entryItems(reader, { ...entries, since: ends.older.knownAt }, ends.newer, page);
  return { parts: await movedParts(reader, name, ends) };
}
