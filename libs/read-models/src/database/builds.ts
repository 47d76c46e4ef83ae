import type { ClientBase } from 'pg';
import { SPARSE_INDEXES } from '../schema.js';
import { ROW_TABLES, tableOfBuild, type RowTable } from '../tables/columns.js';

/** A number no build had before. */
export async function newBuild(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ build: string }>("select nextval('rm.build') as build");
  return Number(rows[0]!.build);
}

/**
 * Tables of a build that nobody reads yet. The check spares attaching them a look at every row; autovacuum keeps away, since
 * attaching would have to wait for it.
 */
export async function createBuildTables(client: ClientBase, build: number): Promise<void> {
  for (const table of ROW_TABLES)
    await client.query(`create table ${tableOfBuild(table, build)}
      (like rm.${table.name} including defaults, constraint of_build check (build = ${build})) with (autovacuum_enabled = off)`);
}

/** To be called before a build is filled. */
export async function indexSparsely(client: ClientBase, build: number): Promise<void> {
  for (const table of ROW_TABLES) await createIndexes(client, table, build, 'c.relname = any($2)');
}

/** The same keys and indexes as the parent has, so that attaching finds them there; the sparse ones are. */
export async function indexTable(client: ClientBase, table: RowTable, build: number): Promise<void> {
  await createIndexes(client, table, build, 'c.relname <> all($2)');
  await client.query(`analyze ${tableOfBuild(table, build)}`);
}

async function createIndexes(client: ClientBase, table: RowTable, build: number, which: string): Promise<void> {
  const sql = `select pg_get_indexdef(i.indexrelid) as definition, i.indisprimary as key
    from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass and ${which}`;
  const { rows } = await client.query<{ definition: string; key: boolean }>(sql, [`rm.${table.name}`, SPARSE_INDEXES]);
  for (const { definition, key } of rows) await client.query(indexOfBuild(definition, key, tableOfBuild(table, build)));
}

function indexOfBuild(ofParent: string, key: boolean, table: string): string {
  const body = ofParent.slice(ofParent.indexOf(' USING '));
  return key ? `alter table ${table} add primary key ${body.slice(body.indexOf('('))}` : `create index on ${table}${body}`;
}

/** From here on the build is part of the read tables. */
export async function attachBuild(client: ClientBase, build: number): Promise<void> {
  for (const table of ROW_TABLES)
    await client.query(`alter table rm.${table.name} attach partition ${tableOfBuild(table, build)} for values in (${build});
      alter table ${tableOfBuild(table, build)} reset (autovacuum_enabled)`);
}

/** For a build that came to nothing and was never attached. */
export async function dropBuildTables(client: ClientBase, build: number): Promise<void> {
  for (const table of ROW_TABLES) await client.query(`drop table if exists ${tableOfBuild(table, build)}`);
}

/**
 * Marks builds that nobody should read any more, and drops those marked before an instant and those that came to nothing.
 * Answers how many tables are left to drop. To be called under the rebuild lock: a build being made looks like nothing.
 */
export async function sweepBuilds(client: ClientBase, retiredBefore: Date): Promise<number> {
  const sql = `select c.relname as name, obj_description(c.oid, 'pg_class') as retired, i.inhdetachpending as pending
    from pg_class c left join pg_inherits i on i.inhrelid = c.oid
    where c.relnamespace = 'rm'::regnamespace and c.relkind = 'r' and c.relname ~ '^(entries|objects|facts)_b[0-9]+$'
      and substring(c.relname from '[0-9]+$')::int not in (select build from rm.projection)`;
  const { rows } = await client.query<{ name: string; retired: string | null; pending: boolean | null }>(sql);
  let left = 0;
  for (const { name, retired, pending } of rows) {
    const attached = pending !== null;
    if (attached && !(retired && new Date(retired) < retiredBefore)) {
      left += 1;
      if (!retired) await client.query(`comment on table rm.${name} is '${new Date().toISOString()}'`);
      continue;
    }
    const how = pending ? 'finalize' : 'concurrently';
    if (attached) await client.query(`alter table rm.${name.split('_')[0]} detach partition rm.${name} ${how}`);
    await client.query(`drop table rm.${name}`);
  }
  return left;
}
