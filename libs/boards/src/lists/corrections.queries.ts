import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CorrectionEvents, Replacement, Words } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { pageOf, valuesOf } from '../cursor.js';
import type { ObjectLink } from '../evidence/evidence.js';
import { objectLink, type Page } from '../evidence/items.js';
import { eventLine, eventWords, FACT_COLUMNS, type EventLine, type FactRow } from '../facts.js';
import { frameOf, metaOf, type AnswerMeta, type AskedFrame } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import { labelsOf } from '../figures/labels.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { People } from '../people.js';

export const CORRECTION_LISTS = ['requested', 'decided'] as const;

export interface AskedCorrections extends Pick<AskedFrame, 'agency' | 'knownAt'> {
  /** Those that wait where absent. */
  readonly status?: (typeof CORRECTION_LISTS)[number] | undefined;
  readonly total?: boolean | undefined;
  readonly minPosition?: string | undefined;
}

/** Corrections that wait for a decision, the oldest first; or those that were decided, the last asked for first. */
export class GetOpenCorrections extends Query<OpenCorrections> {
  constructor(
    readonly asked: AskedCorrections,
    readonly page: Page,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** `eventId` and `type` are those of the request itself; `of` is the fact it wants taken back, `replacement` what instead. */
export interface OpenCorrection extends EventLine {
  readonly correctionId: string;
  readonly object: ObjectLink;
  readonly of: {
    readonly eventId: string;
    readonly type: string;
    readonly words: Words;
    readonly data?: object;
    readonly evidence?: object;
  };
  readonly replacement?: Replacement;
  /** The fact that was recorded instead, with the approval. */
  readonly replacedBy?: string;
  readonly decision?: EventLine;
}

export interface OpenCorrections {
  readonly items: readonly OpenCorrection[];
  readonly next?: string;
  readonly total?: number;
  readonly meta: AnswerMeta;
}

@QueryHandler(GetOpenCorrections)
export class GetOpenCorrectionsHandler implements IQueryHandler<GetOpenCorrections> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async execute({ asked: { minPosition, status, total, ...asked }, page, reader }: GetOpenCorrections): Promise<OpenCorrections> {
    const found = await this.readModels.read(
      async (session) => {
        const frame = await frameOf(session, this.catalogue, reader, this.clock, asked);
        const list = listOf(session, frame, status === 'decided');
        const rows = await list.page(page);
        const { rows: shown, next } = pageOf(rows, page.limit, (row) => [row.position]);
        const labels = await labelsOf(
          session,
          shown.map((row) => row.object_id),
          frame,
        );
        const items = shown.map((row) =>
          correction(this.catalogue, row, objectLink(this.catalogue, row.object_id, row.category, labels.get(row.object_id))),
        );
        const counted = total ? { total: await list.total() } : {};
        return { items, ...(next !== undefined && { next }), ...counted, meta: await metaOf(session, frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    return { ...found, items: await this.named(reader, found.items) };
  }

  /** Who asked, and who decided. */
  private async named(reader: Reader, items: readonly OpenCorrection[]): Promise<OpenCorrection[]> {
    const asked = await this.people.named(reader, items);
    const decisions = await this.people.named(
      reader,
      items.flatMap(({ decision }) => decision ?? []),
    );
    const byId = new Map(decisions.map((decision) => [decision.eventId, decision]));
    return asked.map((item) => (item.decision ? { ...item, decision: byId.get(item.decision.eventId)! } : item));
  }
}

type CorrectionRow = FactRow & {
  readonly fact: { readonly data: object; readonly evidence: object | null } | null;
  readonly decision: DecisionRow | null;
  readonly replaced_by: string | null;
};
/** As the database writes a row in JSON: its instants are text. */
type DecisionRow = Omit<FactRow, 'recorded_at'> & { readonly recorded_at: string };

/** Requests known then, with what they are about and their decision; one decision at most stands behind each. */
function listOf(session: ReadSession, frame: Frame, isDecided: boolean) {
  const where = new Where().and('f.build = any(?)', session.builds).and(`f.type = 'CorrectionRequested'`);
  const agencies = frame.filters.agency ? [frame.filters.agency] : frame.agencies;
  if (agencies) where.and('f.agency_id = any(?)', agencies);
  const known = where.parameter(frame.knownAt);
  const from = `from rm.facts f
      left join lateral (select ${DECISION_COLUMNS}, d.correlation_id from rm.facts d where d.build = f.build and d.correction_id = f.correction_id
         and d.type in ('CorrectionApproved', 'CorrectionRejected') and d.position <= ${known} limit 1) d on true`;
  const asked = () => `${where} and f.position <= ${known} and d.event_id is ${isDecided ? 'not ' : ''}null`;
  return {
    async total(): Promise<number> {
      const rows: { total: number }[] = await session.manager.query(
        `select count(*)::int as total ${from} where ${asked()}`,
        where.parameters,
      );
      return rows[0]!.total;
    },
    async page({ after, limit }: Page): Promise<CorrectionRow[]> {
      const values = valuesOf(after, 'text');
      const whole = asked();
      const parameters = [...where.parameters, ...(values ?? [])];
      const beyond = values ? ` and f.position ${isDecided ? '<' : '>'} $${parameters.length}` : '';
      return session.manager.query(
        `select ${FACT_COLUMNS}, case when d.event_id is not null then to_jsonb(d) end as decision,
            (select jsonb_build_object('data', o.data, 'evidence', o.evidence) from rm.facts o
              where o.build = f.build and o.event_id = (f.data->>'eventId')::uuid) as fact,
            (select (array_agg(n.event_id order by n.position))[1] from rm.facts n where n.build = f.build
              and n.correlation_id = d.correlation_id and n.type = f.data->>'eventType' and n.position > d.position
              and n.position <= ${known}) as replaced_by
           ${from} where ${whole}${beyond} order by f.position ${isDecided ? 'desc' : 'asc'} limit ${limit + 1}`,
        parameters,
      );
    },
  };
}

const DECISION_COLUMNS = FACT_COLUMNS.replaceAll('f.', 'd.');

function correction(catalogue: Catalogue, row: CorrectionRow, object: ObjectLink): OpenCorrection {
  const { correctionId, eventId, eventType, replacement } = row.data as CorrectionEvents['CorrectionRequested'];
  const of = {
    eventId,
    type: eventType,
    words: eventWords(catalogue, row.category, eventType),
    ...(row.fact && { data: row.fact.data }),
    ...(row.fact?.evidence && { evidence: row.fact.evidence }),
  };
  const decision = row.decision && eventLine(catalogue, { ...row.decision, recorded_at: new Date(row.decision.recorded_at) });
  return {
    ...eventLine(catalogue, row),
    correctionId,
    object,
    of,
    ...(replacement && { replacement }),
    ...(row.replaced_by && { replacedBy: row.replaced_by }),
    ...(decision && { decision }),
  };
}
