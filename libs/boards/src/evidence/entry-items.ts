import { toVnd } from '@soquy/kernel';
import { pageOf, valuesOf } from '../cursor.js';
import { eventLine, type FactRow } from '../facts.js';
import type { Catalogue } from '../figures/catalogue.js';
import { entriesWhere, type Where } from '../figures/entries.js';
import type { FigureReader } from '../figures/figure-reader.js';
import { labelsOf, type Label } from '../figures/labels.js';
import type { Frame } from '../figures/question.js';
import { cursorBatches, findsMore } from '../formats/cursor-rows.js';
import type { EntryItem } from './evidence.js';
import { nextOf, objectLink, type Items, type Page } from './items.js';

type EntryRow = Omit<FactRow, 'data' | 'version'> & {
  entry_no: number;
  value: string;
  value_to: string | null;
  qualifier: string;
  unknown: number;
  negates: string | null;
  reversed_by: string | null;
};

/** Entries of one metric; `since`: only those recorded after a position. */
export interface AskedEntries {
  readonly metric: string;
  readonly kind: 'sum' | 'stock';
  readonly since?: string | undefined;
}

function whereOf({ session }: FigureReader, { metric, kind, since }: AskedEntries, frame: Frame): Where {
  const where = entriesWhere(session, [metric], kind, frame);
  return since === undefined ? where : where.and('e.position > ?', since);
}

/** Entries with their events, in effective order. */
function entriesSql(where: Where, frame: Frame): string {
  const known = where.parameter(frame.knownAt);
  return `select e.event_id, e.entry_no, e.value, e.value_to, e.qualifier, e.unknown, e.negates, e.category, e.object_id,
            e.position, e.effective_on::text, coalesce(f.type, '?') as type, f.recorded_at, coalesce(f.person_id, '?') as person_id,
            coalesce(f.role, '?') as role, f.on_behalf_of, f.evidence, f.reason, f.origin,
            (select n.event_id from rm.entries n where n.build = e.build and n.object_id = e.object_id and n.metric = e.metric
                and n.negates = e.event_id and n.position > e.position and n.position <= ${known} order by n.position limit 1) as reversed_by
       from rm.entries e left join rm.facts f on f.build = e.build and f.event_id = e.event_id
      where ${where} order by e.effective_on, e.position, e.event_id, e.entry_no`;
}

/** The entries of a sum or stock, each with its event. */
export async function entryItems(
  reader: FigureReader,
  entries: AskedEntries,
  frame: Frame,
  { limit, after }: Page,
): Promise<Items<EntryItem>> {
  const where = whereOf(reader, entries, frame);
  const from = valuesOf(after, 'day', 'text', 'uuid', 'number');
  if (from) {
    const [day, position, event, number] = from.map((value) => where.parameter(value));
    where.and(
      `(e.effective_on, e.position, e.event_id, e.entry_no) > (${day}::date, ${position}, ${event}::uuid, ${number}::int)`,
    );
  }
  const sql = `${entriesSql(where, frame)} limit ${limit + 1}`;
  const rows: EntryRow[] = await reader.session.manager.query(sql, where.parameters);
  const page = pageOf(rows, limit, (row) => [row.effective_on, row.position, row.event_id, row.entry_no]);
  return { items: await itemsOf(reader, page.rows, frame), ...nextOf(page) };
}

/** The same, all of them from a database cursor. */
export async function* allEntries(reader: FigureReader, entries: AskedEntries, frame: Frame): AsyncGenerator<EntryItem> {
  const where = whereOf(reader, entries, frame);
  const sql = entriesSql(where, frame);
  for await (const rows of cursorBatches<EntryRow>(reader.session, sql, where.parameters))
    yield* await itemsOf(reader, rows, frame);
}

export async function entriesExceed(reader: FigureReader, entries: AskedEntries, frame: Frame, rows: number): Promise<boolean> {
  const where = whereOf(reader, entries, frame);
  return findsMore(reader.session, `from rm.entries e where ${where}`, where.parameters, rows);
}

async function itemsOf({ session, catalogue }: FigureReader, rows: readonly EntryRow[], frame: Frame): Promise<EntryItem[]> {
  const ids = rows.map((row) => row.object_id);
  const labels = await labelsOf(session, ids, frame);
  return rows.map((row) => entryItem(catalogue, row, labels.get(row.object_id)));
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
