import { createHash } from 'node:crypto';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { foldText } from '@soquy/kernel';
import { Clock, type Feature } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { cursorRows, findsMore } from '../formats/cursor-rows.js';
import { foreignCursor, pageOf, valuesOf } from '../cursor.js';
import { frameOf, idOf, metaOf, type AnswerMeta, type AskedFrame } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { dimensionsWhere, Where } from '../figures/entries.js';
import { standingWhere } from '../figures/object-rows.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import type { Sort } from './list-asked.js';
import { scopedTo, STATE_COLUMNS, stateOf, type ObjectState, type StateRow } from './object-state.js';

export interface AskedList extends AskedFrame {
  readonly status?: string | undefined;
  /** An organisation that took part in what is not its own. */
  readonly participant?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly total?: boolean | undefined;
  readonly minPosition?: string | undefined;
}

/** Objects of one slice, as they stood on a day and as known then. */
export class GetList extends Query<ListAnswer> {
  constructor(
    readonly feature: Feature,
    readonly asked: AskedList,
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface ListAnswer {
  readonly items: readonly ObjectState[];
  readonly next?: string;
  readonly total?: number;
  readonly meta: AnswerMeta;
}

const DEFAULT_LIMIT = 50;

@QueryHandler(GetList)
export class GetListHandler implements IQueryHandler<GetList> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ feature, asked, reader }: GetList): Promise<ListAnswer> {
    const { minPosition } = asked;
    return this.readModels.read(
      async (session) => {
        const list = await openList(session, this.catalogue, this.clock, feature, asked, reader);
        const page = await list.page(asked.limit ?? DEFAULT_LIMIT, asked.after);
        const total = asked.total ? { total: await list.total() } : {};
        return { ...page, ...total, meta: await metaOf(session, list.frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
  }
}

/** A list as asked, with its filters resolved; pages follow each other by cursor. */
export interface OpenList {
  readonly frame: Frame;
  page(limit: number, after?: string): Promise<{ items: readonly ObjectState[]; next?: string }>;
  total(): Promise<number>;
  /** Whether it has more rows than that; looks no further. */
  exceeds(rows: number): Promise<boolean>;
  /** All rows, a batch at a time from a database cursor, so that memory does not grow with the list. */
  all(): AsyncIterable<ObjectState>;
}

export async function openList(
  session: ReadSession,
  catalogue: Catalogue,
  clock: Clock,
  feature: Feature,
  asked: AskedList,
  reader: Reader,
): Promise<OpenList> {
  const agencyIds = scopedTo(reader, feature) ?? 'all';
  const frame = await frameOf(session, catalogue, { agencyIds }, clock, asked);
  const { column, descending } = sortOf(asked.sort ?? 'code');
  const question = fingerprint(feature, asked);
  const order = descending ? 'desc' : 'asc';
  const participant = asked.participant && (await idOf(session, catalogue, 'organisation', asked.participant, 'participant'));
  const conditions = () => {
    const where = searched(filtered(session, feature, frame, asked.status), asked.q);
    return participant ? sharedWith(participant, where, session, feature, frame) : where;
  };
  return {
    frame,
    async page(limit, after) {
      const where = conditions();
      const from = valuesOf(after, 'text', 'text', 'text');
      if (from && from[0] !== question) throw foreignCursor();
      if (from) {
        const [value, id] = [where.parameter(from[1]), where.parameter(from[2])];
        where.and(`(${column}, o.object_id) ${descending ? '<' : '>'} (${value}, ${id})`);
      }
      const rows: (StateRow & { sorted: string })[] = await session.manager.query(
        `select ${STATE_COLUMNS}, ${column} as sorted from rm.objects o where ${where}
          order by ${column} ${order}, o.object_id ${order} limit ${limit + 1}`,
        where.parameters,
      );
      const page = pageOf(rows, limit, (row) => [question, row.sorted, row.object]);
      const items = page.rows.map(({ sorted: _, ...row }) => stateOf(feature, row as StateRow));
      return { items, ...(page.next !== undefined && { next: page.next }) };
    },
    async total() {
      const where = conditions();
      const rows: { total: string }[] = await session.manager.query(
        `select count(*) as total from rm.objects o where ${where}`,
        where.parameters,
      );
      return Number(rows[0]!.total);
    },
    async exceeds(rows) {
      const where = conditions();
      return findsMore(session, `from rm.objects o where ${where}`, where.parameters, rows);
    },
    async *all() {
      const where = conditions();
      const sql = `select ${STATE_COLUMNS} from rm.objects o where ${where} order by ${column} ${order}, o.object_id ${order}`;
      for await (const row of cursorRows<StateRow>(session, sql, where.parameters)) yield stateOf(feature, row);
    },
  };
}

/** Titles sort as Vietnamese does (đ after d); days as text sort as days do. */
const COLUMNS = { code: 'o.code', title: 'o.title collate "vi-x-icu"', effectiveFrom: 'o.effective_from::text' } as const;

function sortOf(sort: Sort) {
  const descending = sort.startsWith('-');
  return { descending, column: COLUMNS[sort.replace('-', '') as keyof typeof COLUMNS] };
}

/** A cursor goes on with the question it came from, not with another. */
function fingerprint({ noun }: Feature, { limit: _, after: __, total: ___, minPosition: ____, ...question }: AskedList): string {
  return createHash('sha256')
    .update(JSON.stringify([noun, Object.entries(question).sort()]))
    .digest('base64url')
    .slice(0, 12);
}

function filtered(session: ReadSession, { decider }: Feature, frame: Frame, status: string | undefined): Where {
  const where = new Where().and('o.build = any(?)', session.buildsOf(decider.category)).and('o.category = ?', decider.category);
  if (status !== undefined) where.and('o.status = ?', status);
  return dimensionsWhere(standingWhere(where, frame, 'o.'), frame, 'o.');
}

/** What counted something for an organisation by then, and still does as known then, though the object is not its own. */
function sharedWith(organisation: string, where: Where, session: ReadSession, { decider }: Feature, frame: Frame): Where {
  const id = where.parameter(organisation);
  return where.and(`o.organisation_id is distinct from ${id}`).and(
    `o.object_id in (select e.object_id from rm.entries e where e.build = any(?) and e.organisation_id = ${id}
        and e.effective_on <= ${where.parameter(frame.effectiveTo)} and e.position <= ${where.parameter(frame.knownAt)}
        group by e.object_id, e.metric having sum(e.weight) <> 0)`,
    session.buildsOf(decider.category),
  );
}

/** Every word must be found, whatever its accents. */
function searched(where: Where, q: string | undefined): Where {
  for (const word of foldText(q ?? '').split(/\s+/))
    if (word) where.and('o.search like ?', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return where;
}
