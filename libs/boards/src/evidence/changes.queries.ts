import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { toVnd } from '@soquy/kernel';
import { ReadModels } from '@soquy/read-models';
import { pageOf, valuesOf } from '../cursor.js';
import { eventLine, type EventLine } from '../facts.js';
import type { Figure } from '../figures/answers.js';
import { metaOf, positionOf, type AnswerMeta } from '../figures/asked.js';
import { figuresOf } from '../figures/ask-figures.js';
import { Catalogue, type MetricOf } from '../figures/catalogue.js';
import { FigureReader, measureOf } from '../figures/figure-reader.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { badParameter } from '../http/parameters.js';
import type { EntryItem, ObjectLink } from './evidence.js';
import { openFigure } from './evidence.queries.js';
import { entryItems, eventsOf, objectLink, type Items, type Page } from './items.js';

/** Why a figure moved between two states of knowledge: the entries that became known in between. */
export class GetChanges extends Query<Changes> {
  constructor(
    readonly figureId: string,
    /** Instants or positions; `to` is the figure's own where absent. */
    readonly between: { readonly from?: string | undefined; readonly to?: string | undefined },
    readonly page: Page,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** An object whose measure moved, and the events that moved it. */
export interface MovedObject {
  readonly object: ObjectLink;
  readonly from: number;
  readonly to: number;
  readonly events: readonly EventLine[];
}

/** The same change asked of a part of a ratio or formula. */
export interface MovedPart {
  readonly metric: string;
  readonly from: Figure;
  readonly to: Figure;
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
  ) {}

  async execute({ figureId, between, page, reader }: GetChanges): Promise<Changes> {
    const { metric, ...frame } = openFigure(this.catalogue, figureId, reader);
    if (between.from === undefined) throw badParameter('from', 'required', 'chưa có', 'is missing');
    return this.readModels.read(async (session) => {
      const older = { ...frame, knownAt: await positionOf(session, between.from, 'from') };
      const newer = between.to === undefined ? frame : { ...frame, knownAt: await positionOf(session, between.to, 'to') };
      if (older.knownAt > newer.knownAt) throw badParameter('from', 'isAfterEnd', 'sau thời điểm to', 'is after to');
      const figures = new FigureReader(session, this.catalogue);
      const [from, to] = [await figureOf(figures, metric, older), await figureOf(figures, metric, newer)];
      const difference = from.value === null || to.value === null ? null : rounded(to.value - from.value);
      return { from, to, difference, ...(await moved(figures, metric, older, newer, page)), meta: await metaOf(session, newer) };
    });
  }
}

const figureOf = async (reader: FigureReader, metric: string, frame: Frame) =>
  (await figuresOf(reader, [metric], frame)).get(metric)!;

/** Percents differ by hundredths; whole numbers stay whole. */
const rounded = (difference: number) => Math.round(difference * 100) / 100;

async function moved(
  reader: FigureReader,
  name: string,
  older: Frame,
  newer: Frame,
  page: Page,
): Promise<Pick<Changes, 'items' | 'parts' | 'next'>> {
  const metric = reader.catalogue.metric(name);
  if (metric.kind === 'fold') return movedObjects(reader, metric, older, newer, page);
  const entries = reader.catalogue.entriesOf(name);
  if (entries) return entryItems(reader, entries, newer, page, older.knownAt);
  const parts = [];
  for (const part of reader.catalogue.parts(name))
    parts.push({ metric: part, from: await figureOf(reader, part, older), to: await figureOf(reader, part, newer) });
  return { parts };
}

async function movedObjects(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  older: Frame,
  newer: Frame,
  { limit, after }: Page,
): Promise<Items<MovedObject>> {
  const measures = async (frame: Frame) =>
    new Map(
      (await reader.objects(metric.category, frame)).map((object) => [
        object.objectId,
        { object, value: measureOf(metric, object.row, frame.effectiveTo) },
      ]),
    );
  const [before, now] = [await measures(older), await measures(newer)];
  const from = valuesOf(after, 'text')?.[0];
  const ids = [...new Set([...before.keys(), ...now.keys()])]
    .filter((id) => (before.get(id)?.value ?? 0n) !== (now.get(id)?.value ?? 0n))
    .filter((id) => from === undefined || id > from!)
    .sort();
  const page = pageOf(ids, limit, (id) => [id]);
  const events = await eventsOf(reader, page.rows, newer, older.knownAt);
  const items = page.rows.map((id): MovedObject => {
    const { code, title } = (now.get(id) ?? before.get(id))!.object;
    return {
      object: { ...objectLink(reader.catalogue, id, metric.category, undefined), code, title },
      from: toVnd(before.get(id)?.value ?? 0n),
      to: toVnd(now.get(id)?.value ?? 0n),
      events: events.get(id)!.map((fact) => eventLine(reader.catalogue, fact)),
    };
  });
  return { items, ...(page.next !== undefined && { next: page.next }) };
}
