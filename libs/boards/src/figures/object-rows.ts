import type { ReadSession } from '@soquy/read-models';
import { cursorRows } from '../formats/cursor-rows.js';
import { DIMENSION_NAMES, dimension, type DimensionName } from './dimensions.js';
import { dimensionsWhere, Where } from './entries.js';
import type { Frame } from './question.js';

/** An object as it stood on the day asked, as known then. */
export interface ObjectRow {
  readonly objectId: string;
  readonly code: string;
  readonly title: string;
  readonly dimensions: Readonly<Record<DimensionName, string | null>>;
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

const COLUMNS = DIMENSION_NAMES.map((name) => `${dimension(name).column}::text as "${name}"`).join(', ');

/** All objects of a category that a frame asks for, with the rows that fold metrics measure. */
export async function objectRows(session: ReadSession, category: string, frame: Frame): Promise<readonly ObjectRow[]> {
  const where = framed(session, category, frame);
  const rows: (Record<DimensionName, string | null> & { object: string; code: string; title: string; row: unknown })[] =
    await session.manager.query(`select ${COLUMNS}, code, title, "row" from rm.objects where ${where}`, where.parameters);
  return rows.map(({ code, title, row, ...dimensions }) => ({ objectId: dimensions.object, code, title, dimensions, row }));
}

/** What measuring needs of an object. */
export type MeasuredRow = Pick<ObjectRow, 'objectId' | 'code' | 'title' | 'row'>;

const ORDERS = { code: 'code collate "C", object_id collate "C"', id: 'object_id collate "C"' } as const;

/** The same objects one by one in an order, from a database cursor. */
export function objectRowsBy(
  order: keyof typeof ORDERS,
  session: ReadSession,
  category: string,
  frame: Frame,
): AsyncGenerator<MeasuredRow> {
  const where = framed(session, category, frame);
  const sql = `select object_id as "objectId", code, title, "row" from rm.objects where ${where} order by ${ORDERS[order]}`;
  return cursorRows<MeasuredRow>(session, sql, where.parameters);
}

function framed(session: ReadSession, category: string, frame: Frame): Where {
  const where = new Where().and('build = any(?)', session.buildsOf(category)).and('category = ?', category);
  return dimensionsWhere(standingWhere(where, frame), frame, '');
}
