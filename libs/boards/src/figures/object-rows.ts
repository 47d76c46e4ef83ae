import type { ReadSession } from '@soquy/read-models';
import { cursorRows } from '../formats/cursor-rows.js';
import type { MetricOf } from './catalogue.js';
import { withoutAges } from './ages.js';
import { columnOf, STORED_NAMES, type StoredName } from './dimensions.js';
import { dimensionsWhere, Where } from './entries.js';
import type { Frame } from './question.js';
import { RecentRows } from './recent-rows.js';

/** An object as it stood on the day asked, as known then. */
export interface ObjectRow {
  readonly objectId: string;
  readonly code: string;
  readonly title: string;
  readonly dimensions: Readonly<Record<StoredName, string | null>>;
  readonly row: unknown;
}

/** Both ranges are half-open: a state ends where the next begins. */
export function standingWhere(where: Where, { effectiveTo, knownAt }: Pick<Frame, 'effectiveTo' | 'knownAt'>, alias = ''): Where {
  const known = where.parameter(knownAt);
  const day = where.parameter(effectiveTo);
  return where
    .and(`${alias}known_from <= ${known}`)
    .and(`(${alias}known_to is null or ${alias}known_to > ${known})`)
    .and(`${alias}effective_from <= ${day}`)
    .and(`${alias}effective_to > ${day}`);
}

/** The stored row of `rm.objects` as `o`; one that was closed by another of the same state leaves it to that. */
export const STORED_ROW = `coalesce(o."row", (select same."row" from rm.objects same where same.build = o.build
  and same.object_id = o.object_id and same.effective_from = o.effective_from and same.known_from = o.known_to))`;

const COLUMNS = STORED_NAMES.map((name) => `o.${columnOf(name)}::text as "${name}"`).join(', ');

/** What fold metrics look at: the objects of a category, for `quiet` ones without those that are quiet on the day. */
export type Measurable = Pick<MetricOf<'fold'>, 'category' | 'quiet' | 'daysLate'>;

type Named = Record<StoredName, string | null> & { object: string; code: string; title: string };

/** All objects that a frame without ages asks for, with the rows that fold metrics measure. */
export async function objectRows(session: ReadSession, of: Measurable, frame: Frame): Promise<readonly ObjectRow[]> {
  const where = framed(session, of, frame);
  if (of.quiet) return loudRows(session, where);
  const rows: (Named & { row: unknown })[] = await session.manager.query(
    `select ${COLUMNS}, o.code, o.title, ${STORED_ROW} as "row" from rm.objects o where ${where}`,
    where.parameters,
  );
  return rows.map(({ row, ...named }) => objectRow(named, row));
}

const objectRow = ({ code, title, ...dimensions }: Named, row: unknown): ObjectRow => ({
  objectId: dimensions.object,
  code,
  title,
  dimensions,
  row,
});

/** By database. */
const recent = new WeakMap<object, RecentRows<ObjectRow>>();
const KEY = `concat_ws(' ', o.build, o.object_id, o.effective_from, o.known_from, o.xmin)`;

/**
 * Those that are not quiet are much the same from one question to the next: their keys are asked, in one value, and of the rows
 * only those that are not known, by their places in the table, which stay within a look.
 */
async function loudRows({ manager }: ReadSession, where: Where): Promise<readonly ObjectRow[]> {
  const [found] = await manager.query<{ keys: string[]; places: string[] }[]>(
    `select coalesce(json_agg(${KEY}), '[]') as keys, coalesce(json_agg(o.ctid), '[]') as places from rm.objects o where ${where}`,
    where.parameters,
  );
  const { keys, places } = found!;
  const known = recent.get(manager.dataSource) ?? new RecentRows<ObjectRow>();
  recent.set(manager.dataSource, known);
  return known.of(keys, async (missing) => {
    const ctids = where.parameter(missing.map((at) => places[at]!));
    const rows: (Named & { stored: string; row: unknown })[] = await manager.query(
      `select ${COLUMNS}, o.code, o.title, ${KEY} as stored, ${STORED_ROW} as "row" from rm.objects o
        where o.ctid = any(${ctids}::tid[]) and ${where}`,
      where.parameters,
    );
    return new Map(rows.map(({ stored, row, ...named }) => [stored, objectRow(named, row)]));
  });
}

/** What measuring needs of an object. */
export type MeasuredRow = Pick<ObjectRow, 'objectId' | 'code' | 'title' | 'row'>;

const ORDERS = { code: 'o.code collate "C", o.object_id collate "C"', id: 'o.object_id collate "C"' } as const;

/** The same objects one by one in an order, from a database cursor. */
export async function* objectRowsBy(
  order: keyof typeof ORDERS,
  session: ReadSession,
  of: Measurable,
  asked: Frame,
): AsyncGenerator<MeasuredRow> {
  const { frame, isAsked } = withoutAges(asked);
  const where = framed(session, of, frame);
  const sql = `select o.object_id as "objectId", o.code, o.title, ${STORED_ROW} as "row" from rm.objects o where ${where}
    order by ${ORDERS[order]}`;
  for await (const object of cursorRows<MeasuredRow>(session, sql, where.parameters))
    if (!isAsked || isAsked(of, object.row)) yield object;
}

function framed(session: ReadSession, { category, quiet }: Measurable, frame: Frame): Where {
  const where = new Where().and('o.build = any(?)', session.buildsOf(category)).and('o.category = ?', category);
  if (quiet) where.and('o.quiet_until < o.effective_to').and('o.quiet_until <= ?', frame.effectiveTo);
  return dimensionsWhere(standingWhere(where, frame, 'o.'), frame, 'o.');
}
