import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, type Feature } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import { pageOf, valuesOf } from '../cursor.js';
import type { Page } from '../evidence/items.js';
import { eventLine, FACT_COLUMNS, type EventLine, type FactRow } from '../facts.js';
import { frameOf, metaOf, type AnswerMeta } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import type { Reader } from '../figures/reader.js';
import { People } from '../people.js';
import { findObject, type AskedObject } from './object.queries.js';

/** What happened to one object, in the order it was recorded. */
export class GetTimeline extends Query<Timeline> {
  constructor(
    readonly feature: Feature,
    readonly idOrCode: string,
    readonly asked: AskedObject,
    readonly page: Page,
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface TimelineItem extends EventLine {
  readonly revision: number;
  /** On an approved correction: the event it takes back. */
  readonly reverses?: string;
  /** On an event that a correction took back: that correction's event. */
  readonly reversedBy?: string;
  readonly correctionId?: string;
  readonly data: object;
}

export interface Timeline {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly items: readonly TimelineItem[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async execute({ feature, idOrCode, asked: { minPosition, ...asked }, page, reader }: GetTimeline): Promise<Timeline> {
    const found = await this.readModels.read(
      async (session) => {
        const frame = await frameOf(session, this.catalogue, { agencyIds: 'all' }, this.clock, asked);
        const { id, code, title } = await findObject(session, feature, idOrCode, frame, reader);
        const where = new Where()
          .and('f.build = any(?)', session.buildsOf(feature.decider.category))
          .and('f.object_id = ?', id)
          .and('f.category = ?', feature.decider.category)
          .and('f.effective_on <= ?', frame.effectiveTo);
        const known = where.parameter(frame.knownAt);
        const after = valuesOf(page.after, 'number');
        if (after) where.and('f.revision > ?', after[0]);
        const rows: (FactRow & { reversed_by: string | null })[] = await session.manager.query(
          `select ${FACT_COLUMNS}, (select r.event_id from rm.facts r where r.build = f.build and r.reverses = f.event_id
              and r.type = 'CorrectionApproved' and r.position <= ${known} limit 1) as reversed_by
             from rm.facts f where ${where} and f.position <= ${known} order by f.revision limit ${page.limit + 1}`,
          where.parameters,
        );
        const { rows: shown, next } = pageOf(rows, page.limit, (row) => [Number(row.revision)]);
        const items = shown.map((row) => timelineItem(this.catalogue, row));
        return { id, code, title, items, ...(next !== undefined && { next }), meta: await metaOf(session, frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    return { ...found, items: await this.people.named(reader, found.items) };
  }
}

function timelineItem(catalogue: Catalogue, row: FactRow & { reversed_by: string | null }): TimelineItem {
  return {
    ...eventLine(catalogue, row),
    revision: Number(row.revision),
    ...(row.reverses && { reverses: row.reverses }),
    ...(row.reversed_by && { reversedBy: row.reversed_by }),
    ...(row.correction_id && { correctionId: row.correction_id }),
    data: row.data,
  };
}
