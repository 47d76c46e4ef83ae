import type { ClientBase } from 'pg';
import { quoted, ROW_TABLES, tableOfBuild, type TableColumn } from '../tables/columns.js';
import type { Closing } from '../projection/projected-rows.js';
import { copyRows } from './copy.js';
import { Fenced, type Page } from './page.js';

/** Up to here a page goes in one statement, which answers soonest; beyond it COPY is faster. */
const SMALL_PAGE_ROWS = 200;

const CLOCK: readonly TableColumn[] = [
  { property: 'position', name: 'position', type: 'text' },
  { property: 'recordedMax', name: 'recorded_max', type: 'timestamptz' },
];

/**
 * Writes a page together with the checkpoints it moves. Read rows are derived and carry their own checkpoint, so a crash
 * costs the last pages only, which are projected again: no commit waits for the disk.
 */
export async function writePage(client: ClientBase, page: Page): Promise<void> {
  const { entries, objects, facts, closings } = page.rows;
  const rows = entries.length + objects.length + facts.length + closings.length + page.clock.length;
  await (rows <= SMALL_PAGE_ROWS ? inOneStatement(client, page) : byCopy(client, page));
}

const MOVE = `update rm.projection p set position = m."to", state = m.state, failure = m.failure
  from json_to_recordset($1) m(slice text, build int, "from" text, "to" text, state text, failure json)
  where p.slice = m.slice and p.build = m.build and p.state = 'running' and p.position is not distinct from m."from"
  returning 1`;

async function inOneStatement(client: ClientBase, { rows, moves, clock }: Page): Promise<void> {
  const values = [JSON.stringify(moves)];
  const parts = [`moved as (${MOVE})`];
  const add = (rowsOfPart: readonly object[], sql: (parameter: string) => string) => {
    if (rowsOfPart.length > 0) parts.push(`p${values.push(JSON.stringify(rowsOfPart))} as (${sql(`$${values.length}`)})`);
  };
  for (const [build, closings] of byBuild(rows.closings)) add(closings, (parameter) => close(build, parameter));
  for (const { name, columns } of ROW_TABLES) add(rows[name], (parameter) => insert(`rm.${name}`, columns, parameter));
  add(clock, (parameter) => insert('rm.log_clock', CLOCK, parameter));
  const text = `with ${parts.join(', ')}
    select rm.fence((select count(*) from moved), ${moves.length})`;
  await fenced(client.query(text, values));
}

async function byCopy(client: ClientBase, { rows, moves, clock }: Page): Promise<void> {
  await client.query('begin');
  try {
    const text = `with moved as (${MOVE}) select rm.fence((select count(*) from moved), ${moves.length})`;
    await fenced(client.query(text, [JSON.stringify(moves)]));
    await closeRows(client, rows.closings);
    for (const { name, columns } of ROW_TABLES) await copyRows(client, `rm.${name}`, columns, rows[name]);
    await copyRows(client, 'rm.log_clock', CLOCK, clock);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Closes older rows, build by build: a build's own table spares the planner all others. */
export async function closeRows(client: ClientBase, closings: readonly Closing[]): Promise<void> {
  for (const [build, ofBuild] of byBuild(closings)) await client.query(close(build, '$1'), [JSON.stringify(ofBuild)]);
}

const close = (build: number, parameter: string): string => `update ${tableOfBuild({ name: 'objects' }, build)} o
  set known_to = c.at from json_to_recordset(${parameter}) c("objectId" text, "effectiveFrom" date, at text)
  where o.object_id = c."objectId" and o.effective_from = c."effectiveFrom" and o.known_to is null`;

function insert(table: string, columns: readonly TableColumn[], parameter: string): string {
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const properties = columns.map(({ property }) => quoted(property)).join(', ');
  const types = columns.map(({ property, type }) => `${quoted(property)} ${type}`).join(', ');
  return `insert into ${table} (${names}) select ${properties} from json_to_recordset(${parameter}) r(${types})`;
}

function byBuild(closings: readonly Closing[]): Map<number, Closing[]> {
  const builds = new Map<number, Closing[]>();
  for (const closing of closings) {
    const known = builds.get(closing.build);
    if (known) known.push(closing);
    else builds.set(closing.build, [closing]);
  }
  return builds;
}

const FENCED = 'RM001';

async function fenced(query: Promise<unknown>): Promise<void> {
  await query.catch((error: unknown) => {
    throw (error as { code?: string }).code === FENCED ? new Fenced('a slice was moved on elsewhere', { cause: error }) : error;
  });
}
