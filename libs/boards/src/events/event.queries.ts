import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayInVietnam } from '@soquy/kernel';
import { Clock, Problem } from '@soquy/platform';
import { ReadModels, type FactTrace, type ReadSession } from '@soquy/read-models';
import { metaOf, positionOf, type AnswerMeta } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import type { Reader } from '../figures/reader.js';
import { scopedTo } from '../lists/object-state.js';
import { People } from '../people.js';
import { eventColumns, eventItems, type EventItem, type EventRow, type EventTrace } from './event-item.js';

/** One event, how it came to be recorded, and what else the same request led to. */
export class GetEvent extends Query<EventAnswer> {
  constructor(
    readonly eventId: string,
    readonly asked: { readonly knownAt?: string | undefined; readonly minPosition?: string | undefined },
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface EventAnswer extends EventItem {
  /** Null only while read tables of an earlier release still answer. */
  readonly metadata: EventTrace | null;
  readonly caused: readonly EventItem[];
  readonly meta: AnswerMeta;
}

type TracedRow = EventRow & { readonly trace: FactTrace | null; readonly correlation_id: string | null };

/** Most events shown of one request. */
const MOST_CAUSED = 200;

@QueryHandler(GetEvent)
export class GetEventHandler implements IQueryHandler<GetEvent> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async execute({ eventId, asked: { knownAt, minPosition }, reader }: GetEvent): Promise<EventAnswer> {
    const { items, trace, meta } = await this.readModels.read(
      async (session) => {
        const frame = { effectiveTo: dayInVietnam(this.clock.now()), knownAt: await positionOf(session, knownAt) };
        const row = await this.found(session, eventId, frame.knownAt, reader);
        const others = await this.caused(session, row, frame.knownAt, reader);
        const items = await eventItems(session, this.catalogue, [row, ...others], frame);
        return { items, trace: traceOf(row), meta: await metaOf(session, frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    const [event, ...caused] = await this.people.named(reader, items);
    return { ...event!, metadata: trace, caused, meta };
  }

  /** 404 for what is not there or was not known then; 403 for another agency's. */
  private async found(session: ReadSession, eventId: string, knownAt: string, reader: Reader): Promise<TracedRow> {
    const where = new Where().and('f.build = any(?)', session.builds).and('f.event_id = ?', eventId);
    const [row] = await this.rows(session, where, knownAt, 'limit 1');
    if (!row) throw Problem.of('UnknownEvent');
    if (!this.isSeen(row, reader)) throw Problem.otherAgency('agency');
    return row;
  }

  private async caused(session: ReadSession, of: TracedRow, knownAt: string, reader: Reader): Promise<TracedRow[]> {
    if (of.correlation_id === null) return [];
    const where = new Where().and('f.build = any(?)', session.builds).and('f.correlation_id = ?', of.correlation_id);
    where.and('f.event_id <> ?', of.event_id);
    const rows = await this.rows(session, where, knownAt, `order by f.position limit ${MOST_CAUSED}`);
    return rows.filter((row) => this.isSeen(row, reader));
  }

  private async rows(session: ReadSession, where: Where, knownAt: string, rest: string): Promise<TracedRow[]> {
    const known = where.parameter(knownAt);
    return session.manager.query(
      `select ${eventColumns(known)}, f.trace, f.correlation_id from rm.facts f where ${where} and f.position <= ${known} ${rest}`,
      where.parameters,
    );
  }

  private isSeen({ category, agency_id }: EventRow, reader: Reader): boolean {
    const feature = this.catalogue.feature(category);
    return feature !== undefined && scopedTo(reader, feature)?.includes(agency_id) !== false;
  }
}

const traceOf = ({ trace, correlation_id: correlationId }: TracedRow): EventTrace | null =>
  trace && correlationId !== null ? { ...trace, correlationId } : null;
