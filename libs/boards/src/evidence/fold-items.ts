import { toVnd } from '@soquy/kernel';
import { pageOf, valuesOf } from '../cursor.js';
import { eventLine, FACT_COLUMNS, type FactRow } from '../facts.js';
import type { MetricOf } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import { measureOf, type FigureReader } from '../figures/figure-reader.js';
import { objectRowsBy, type MeasuredRow } from '../figures/object-rows.js';
import type { Frame } from '../figures/question.js';
import type { FoldItem } from './evidence.js';
import { nextOf, objectLink, type Items, type Page } from './items.js';

/** Most events shown beside one object; its own page shows all. */
const MOST_EVENTS = 200;

/** Objects whose events are looked up together while all are read. */
const BATCH = 100;

interface Counted {
  readonly object: MeasuredRow;
  readonly value: bigint;
}

/** The objects that count, in the order of their codes, with the events they were folded from. */
export async function foldItems(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  frame: Frame,
  { limit, after }: Page,
): Promise<Items<FoldItem>> {
  const from = valuesOf(after, 'text', 'text');
  const counted = (await reader.objects(metric, frame))
    .map((object) => ({ object, value: measureOf(metric, object.row, frame.effectiveTo) }))
    .filter(({ value }) => value !== 0n)
    .sort((a, b) => compare([a.object.code, a.object.objectId], [b.object.code, b.object.objectId]))
    .filter(({ object }) => !from || compare([object.code, object.objectId], from as [string, string]) > 0);
  const page = pageOf(counted, limit, ({ object }) => [object.code, object.objectId]);
  return { items: await itemsOf(reader, metric, page.rows, frame), ...nextOf(page) };
}

const compare = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] === b[0] ? (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) : a[0] < b[0] ? -1 : 1;

/** The same, all of them from a database cursor. */
export async function* allFolded(reader: FigureReader, metric: MetricOf<'fold'>, frame: Frame): AsyncGenerator<FoldItem> {
  let batch: Counted[] = [];
  for await (const one of counted(reader, metric, frame)) {
    batch.push(one);
    if (batch.length < BATCH) continue;
    yield* await itemsOf(reader, metric, batch, frame);
    batch = [];
  }
  yield* await itemsOf(reader, metric, batch, frame);
}

/** Which objects count is known only once they are measured, so that they are until there are too many. */
export async function foldedExceed(reader: FigureReader, metric: MetricOf<'fold'>, frame: Frame, rows: number): Promise<boolean> {
  let found = 0;
  for await (const _ of counted(reader, metric, frame)) if ((found += 1) > rows) return true;
  return false;
}

async function* counted(reader: FigureReader, metric: MetricOf<'fold'>, frame: Frame): AsyncGenerator<Counted> {
  for await (const object of objectRowsBy('code', reader.session, metric, frame)) {
    const value = measureOf(metric, object.row, frame.effectiveTo);
    if (value !== 0n) yield { object, value };
  }
}

async function itemsOf(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  counted: readonly Counted[],
  frame: Frame,
): Promise<FoldItem[]> {
  const ids = counted.map(({ object }) => object.objectId);
  const events = await eventsOf(reader, ids, frame);
  return counted.map(({ object: { objectId: id, code, title, row }, value }): FoldItem => ({
    object: { ...objectLink(reader.catalogue, id, metric.category, undefined), code, title },
    value: toVnd(value),
    row,
    events: (events.get(id) ?? []).map((fact) => eventLine(reader.catalogue, fact)),
  }));
}

/** Events of objects, known then and true by the day asked, in effective order. */
export async function eventsOf(
  reader: FigureReader,
  objectIds: readonly string[],
  { effectiveTo, knownAt }: Pick<Frame, 'effectiveTo' | 'knownAt'>,
  since = '',
): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  if (objectIds.length === 0) return new Map();
  const where = new Where()
    .and('f.build = any(?)', reader.session.builds)
    .and('f.object_id = any(?)', objectIds)
    .and('f.position <= ?', knownAt)
    .and('f.position > ?', since)
    .and('f.effective_on <= ?', effectiveTo);
  const rows: FactRow[] = await reader.session.manager.query(
    `select ${FACT_COLUMNS} from rm.facts f where ${where} order by f.effective_on, f.position limit ${MOST_EVENTS * objectIds.length}`,
    where.parameters,
  );
  const events = new Map<string, FactRow[]>(objectIds.map((id) => [id, []]));
  for (const row of rows) {
    const own = events.get(row.object_id)!;
    if (own.length < MOST_EVENTS) own.push(row);
  }
  return events;
}
