import { pageOf, valuesOf } from '../cursor.js';
import { eventLine, FACT_COLUMNS, type FactRow } from '../facts.js';
import type { Catalogue, MetricOf } from '../figures/catalogue.js';
import { entriesWhere, Where } from '../figures/entries.js';
import { measureOf, type FigureReader } from '../figures/figure-reader.js';
import { labelsOf, type Label } from '../figures/labels.js';
import { KEY_COLUMNS } from '../figures/leaves.js';
import { figureIdOf, type Frame } from '../figures/question.js';
import { toVnd } from '@soquy/kernel';
import type { EntryItem, FoldItem, KeyItem, ObjectLink } from './evidence.js';

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

type EntryRow = Omit<FactRow, 'data' | 'version'> & {
  entry_no: number;
  value: string;
  value_to: string | null;
  qualifier: string;
  unknown: number;
  negates: string | null;
  reversed_by: string | null;
};

/** The entries of a sum or stock in effective order, each with its event. `since` limits them to those recorded after a position. */
export async function entryItems(
  reader: FigureReader,
  entries: { readonly metric: string; readonly kind: 'sum' | 'stock' },
  frame: Frame,
  { limit, after }: Page,
  since?: string,
): Promise<Items<EntryItem>> {
  const where = entriesWhere(reader.session, [entries.metric], entries.kind, frame);
  if (since !== undefined) where.and('e.position > ?', since);
  const from = valuesOf(after, 'day', 'text', 'uuid', 'number');
  if (from) {
    const [day, position, event, number] = from.map((value) => where.parameter(value));
    where.and(
      `(e.effective_on, e.position, e.event_id, e.entry_no) > (${day}::date, ${position}, ${event}::uuid, ${number}::int)`,
    );
  }
  const known = where.parameter(frame.knownAt);
  const rows: EntryRow[] = await reader.session.manager.query(
    `select e.event_id, e.entry_no, e.value, e.value_to, e.qualifier, e.unknown, e.negates, e.category, e.object_id,
            e.position, e.effective_on::text, coalesce(f.type, '?') as type, f.recorded_at, coalesce(f.person_id, '?') as person_id,
            coalesce(f.role, '?') as role, f.on_behalf_of, f.evidence, f.reason, f.origin,
            (select n.event_id from rm.entries n where n.build = e.build and n.object_id = e.object_id and n.metric = e.metric
                and n.negates = e.event_id and n.position > e.position and n.position <= ${known} order by n.position limit 1) as reversed_by
       from rm.entries e left join rm.facts f on f.build = e.build and f.event_id = e.event_id
      where ${where} order by e.effective_on, e.position, e.event_id, e.entry_no limit ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, (row) => [row.effective_on, row.position, row.event_id, row.entry_no]);
  const labels = await labelsOf(
    reader.session,
    page.rows.map((row) => row.object_id),
    frame,
  );
  return { items: page.rows.map((row) => entryItem(reader.catalogue, row, labels.get(row.object_id))), ...next(page) };
}

function entryItem(catalogue: Catalogue, row: EntryRow, label: Label | undefined): EntryItem {
  return {
    ...eventLine(catalogue, { ...row, recorded_at: row.recorded_at ?? new Date(0) }),
    object: objectLink(catalogue, row.object_id, row.category, label),
    value: row.unknown === 0 ? toVnd(BigInt(row.value)) : null,
    ...(row.value_to !== null && { valueTo: toVnd(BigInt(row.value_to)) }),
    qualifier: row.qualifier,
    ...(row.negates && { negates: row.negates }),
    ...(row.reversed_by && !row.negates && { reversedBy: row.reversed_by }),
  };
}

export const objectLink = (catalogue: Catalogue, id: string, category: string, label: Label | undefined): ObjectLink => ({
  id,
  noun: catalogue.feature(category)?.noun ?? null,
  code: label?.code ?? null,
  title: label?.title ?? null,
});

const next = ({ next: cursor }: { next?: string }) => (cursor === undefined ? {} : { next: cursor });

/** The keys of a distinct count, each with the question of its entries. */
export async function keyItems(
  reader: FigureReader,
  metric: MetricOf<'distinct'>,
  name: string,
  frame: Frame,
  { limit, after }: Page,
): Promise<Items<KeyItem>> {
  const over = reader.catalogue.entriesOf(name)!;
  const where = entriesWhere(reader.session, [over.metric], over.kind, frame);
  const column = `e.${KEY_COLUMNS[metric.key]}`;
  const from = valuesOf(after, 'textOrNull');
  if (from) where.and(from[0] === null ? 'false' : `(${column} > ${where.parameter(from[0])} or ${column} is null)`);
  const rows: { key: string | null; entries: string }[] = await reader.session.manager.query(
    `select ${column} as key, sum(e.weight) as entries from rm.entries e where ${where}
      group by 1 having sum(e.weight) <> 0 order by 1 nulls last limit ${limit + 1}`,
    where.parameters,
  );
  const page = pageOf(rows, limit, (row) => [row.key]);
  const ids = metric.key === 'subject' ? [] : page.rows.flatMap((row) => row.key ?? []);
  const labels = await labelsOf(reader.session, ids, frame);
  const items = page.rows.map(({ key, entries }): KeyItem => {
    const label = key === null ? undefined : labels.get(key);
    const narrower = metric.key === 'subject' ? frame : { ...frame, filters: { ...frame.filters, [metric.key]: key } };
    return {
      key,
      ...(key !== null && label && { object: objectLink(reader.catalogue, key, label.category, label) }),
      entries: Number(entries),
      figureId: figureIdOf({ metric: over.metric, ...narrower }),
    };
  });
  return { items, ...next(page) };
}

/** Most events shown beside one object; its own page shows all. */
const MOST_EVENTS = 200;

/** The objects that count, in the order of their codes, with the events they were folded from. */
export async function foldItems(
  reader: FigureReader,
  metric: MetricOf<'fold'>,
  frame: Frame,
  { limit, after }: Page,
): Promise<Items<FoldItem>> {
  const from = valuesOf(after, 'text', 'text');
  const counted = (await reader.objects(metric.category, frame))
    .map((object) => ({ object, value: measureOf(metric, object.row, frame.effectiveTo) }))
    .filter(({ value }) => value !== 0n)
    .sort((a, b) => compare([a.object.code, a.object.objectId], [b.object.code, b.object.objectId]))
    .filter(({ object }) => !from || compare([object.code, object.objectId], from as [string, string]) > 0);
  const page = pageOf(counted, limit, ({ object }) => [object.code, object.objectId]);
  const events = await eventsOf(
    reader,
    page.rows.map(({ object }) => object.objectId),
    frame,
  );
  const items = page.rows.map(({ object: { objectId: id, code, title, row }, value }): FoldItem => ({
    object: { ...objectLink(reader.catalogue, id, metric.category, undefined), code, title },
    value: toVnd(value),
    row,
    events: (events.get(id) ?? []).map((fact) => eventLine(reader.catalogue, fact)),
  }));
  return { items, ...next(page) };
}

const compare = (a: readonly [string, string], b: readonly [string, string]) =>
  a[0] === b[0] ? (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) : a[0] < b[0] ? -1 : 1;

/** Events of objects, known then and true by the day asked, in effective order. */
export async function eventsOf(
  reader: FigureReader,
  objectIds: readonly string[],
  { effectiveTo, knownAt }: Pick<Frame, 'effectiveTo' | 'knownAt'>,
  since = '',
): Promise<ReadonlyMap<string, readonly FactRow[]>> {
  const where = new Where()
    .and('f.build = any(?)', reader.session.builds)
    .and('f.object_id = any(?)', objectIds)
    .and('f.position <= ?', knownAt)
    .and('f.position > ?', since)
    .and('f.effective_on <= ?', effectiveTo);
  const rows: FactRow[] = await reader.session.manager.query(
    `select ${FACT_COLUMNS} from rm.facts f where ${where} order by f.effective_on, f.position limit ${MOST_EVENTS * Math.max(1, objectIds.length)}`,
    where.parameters,
  );
  return new Map(objectIds.map((id) => [id, rows.filter((row) => row.object_id === id).slice(0, MOST_EVENTS)]));
}
