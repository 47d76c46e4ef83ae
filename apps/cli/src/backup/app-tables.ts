import type { Client } from 'pg';
import { lineText, type TableLine } from './backup-format.js';

/** What reactors have dealt with, by positions. */
export const CHECKPOINTS = 'reactor_checkpoint';

/** Made anew from the log whenever it is missing, or true of one place only. */
const NOT_KEPT = ['stream_snapshot', 'log_in_use', 'export', 'export_chunk'];
const ROWS_AT_ONCE = 100;

/** A table of the schema `app`, where the state lives that is not in the log. */
export interface AppTable extends Omit<TableLine, 'kind'> {
  /** Tables its rows refer to. */
  readonly parents: readonly string[];
}

const TABLES = `
select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
             where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key,
       array(select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
             where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
order by c.relname`;

/** How values are written must not depend on how a server is set up. */
const PLAIN_TEXT = `
set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
set local bytea_output = 'hex'; set local extra_float_digits = 1`;

/** Begins the one look at all tables that a backup takes, or the one change that a restore makes. */
export async function begin(client: Client, mode: 'isolation level repeatable read read only' | 'read write'): Promise<void> {
  await client.query(`begin transaction ${mode}`);
  await client.query(PLAIN_TEXT);
}

/** All that a backup keeps; a table stands behind those its rows refer to. */
export async function appTables(client: Client): Promise<readonly AppTable[]> {
  const { rows } = await client.query<AppTable>(TABLES, [NOT_KEPT]);
  const ordered: AppTable[] = [];
  const take = (table: AppTable): void => {
    if (ordered.includes(table)) return;
    for (const parent of rows) if (table.parents.includes(parent.name)) take(parent);
    ordered.push(table);
  };
  rows.forEach(take);
  return ordered;
}

export const tableLine = ({ name, columns, key }: AppTable): string => lineText({ kind: 'table', name, columns, key });

/** The rows of a table as lines, in the order of its key; few at a time, inside the transaction that is open. */
export async function* rowLines(
  client: Client,
  { name, columns, key }: Omit<TableLine, 'kind'>,
): AsyncGenerator<string, void, undefined> {
  const order = (key.length > 0 ? key : columns).map((column) => `${quoted(column)}::text collate "C"`);
  const values = columns.map((column) => `${quoted(column)}::text`);
  const select = `select ${values.join(', ')} from app.${quoted(name)} order by ${order.join(', ')}`;
  await client.query(`declare app_rows no scroll cursor for ${select}`);
  for (;;) {
    const fetch = { text: `fetch ${ROWS_AT_ONCE} from app_rows`, rowMode: 'array' as const };
    const { rows } = await client.query<(string | null)[]>(fetch);
    for (const row of rows) yield lineText({ kind: 'row', values: row });
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close app_rows');
}

/** A row that is there already is left as it is: whether the table then holds what it should is looked at afterwards. */
export async function insertRow(
  client: Client,
  { name, columns }: Pick<TableLine, 'name' | 'columns'>,
  values: readonly (string | null)[],
): Promise<void> {
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query({
    name: `insert ${name}`,
    text: `insert into app.${quoted(name)} (${columns.map(quoted).join(', ')}) values (${places.join(', ')}) on conflict do nothing`,
    values: [...values],
  });
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
