import { pageOf, valuesOf } from '../cursor.js';
import type { MetricOf } from '../figures/catalogue.js';
import { entriesWhere, type Where } from '../figures/entries.js';
import type { FigureReader } from '../figures/figure-reader.js';
import { labelsOf } from '../figures/labels.js';
import { KEY_COLUMNS } from '../figures/leaves.js';
import { figureIdOf, type Frame } from '../figures/question.js';
import { cursorBatches, findsMore } from '../formats/cursor-rows.js';
import type { KeyItem } from './evidence.js';
import { nextOf, objectLink, type Items, type Page } from './items.js';

interface KeyRow {
  readonly key: string | null;
  readonly entries: string;
}

/** A distinct count by its name. */
export interface AskedKeys {
  readonly name: string;
  readonly key: MetricOf<'distinct'>['key'];
}

const columnOf = ({ key }: AskedKeys) => `e.${KEY_COLUMNS[key]}`;

function whereOf({ session, catalogue }: FigureReader, { name }: AskedKeys, frame: Frame): Where {
  const over = catalogue.entriesOf(name)!;
  return entriesWhere(session, [over.metric], over.kind, frame);
}

const fromSql = (asked: AskedKeys, where: Where): string =>
  `from rm.entries e where ${where} group by ${columnOf(asked)} having sum(e.weight) <> 0`;

const keysSql = (asked: AskedKeys, where: Where): string =>
  `select ${columnOf(asked)} as key, sum(e.weight) as entries ${fromSql(asked, where)} order by ${columnOf(asked)} nulls last`;

/** The keys of a distinct count, each with the question of its entries. */
export async function keyItems(
  reader: FigureReader,
  asked: AskedKeys,
  frame: Frame,
  { limit, after }: Page,
): Promise<Items<KeyItem>> {
  const where = whereOf(reader, asked, frame);
  const column = columnOf(asked);
  const from = valuesOf(after, 'textOrNull');
  if (from) where.and(from[0] === null ? 'false' : `(${column} > ${where.parameter(from[0])} or ${column} is null)`);
  const sql = `${keysSql(asked, where)} limit ${limit + 1}`;
  const rows: KeyRow[] = await reader.session.manager.query(sql, where.parameters);
  const page = pageOf(rows, limit, (row) => [row.key]);
  return { items: await itemsOf(reader, asked, page.rows, frame), ...nextOf(page) };
}

/** The same, all of them from a database cursor. */
export async function* allKeys(reader: FigureReader, asked: AskedKeys, frame: Frame): AsyncGenerator<KeyItem> {
  const where = whereOf(reader, asked, frame);
  for await (const rows of cursorBatches<KeyRow>(reader.session, keysSql(asked, where), where.parameters))
    yield* await itemsOf(reader, asked, rows, frame);
}

export async function keysExceed(reader: FigureReader, asked: AskedKeys, frame: Frame, rows: number): Promise<boolean> {
  const where = whereOf(reader, asked, frame);
  return findsMore(reader.session, fromSql(asked, where), where.parameters, rows);
}

async function itemsOf(reader: FigureReader, asked: AskedKeys, rows: readonly KeyRow[], frame: Frame): Promise<KeyItem[]> {
  const over = reader.catalogue.entriesOf(asked.name)!;
  const ids = asked.key === 'subject' ? [] : rows.flatMap((row) => row.key ?? []);
  const labels = await labelsOf(reader.session, ids, frame);
  return rows.map(({ key, entries }): KeyItem => {
    const label = key === null ? undefined : labels.get(key);
    const narrower = asked.key === 'subject' ? frame : { ...frame, filters: { ...frame.filters, [asked.key]: key } };
    return {
      key,
      ...(key !== null && label && { object: objectLink(reader.catalogue, key, label.category, label) }),
      entries: Number(entries),
      figureId: figureIdOf({ metric: over.metric, ...narrower }),
    };
  });
}
