import type { ClientBase } from 'pg';
import { indexTable } from '../database/builds.js';
import type { ProjectedRows, RowSet } from '../projection/projected-rows.js';
import { ROW_TABLES, tableOfBuild, type RowTable, type TableColumn } from '../tables/columns.js';
import { copyRows } from '../writing/copy.js';
import type { EntryRow } from '../tables/entry-row.js';
import type { FactRow } from '../tables/fact-row.js';
import type { ObjectRow } from '../tables/object-row.js';

const CLOSING: readonly TableColumn[] = [
  { property: 'build', name: 'build', type: 'int' },
  { property: 'objectId', name: 'object_id', type: 'text' },
  { property: 'effectiveFrom', name: 'effective_from', type: 'date' },
  { property: 'at', name: 'at', type: 'text' },
];

/** Of an index being made: spilling a sort onto the disk costs far more; tables are indexed side by side, which keeps cores busy. */
const SORT_ALONE_IN_MEMORY = `set maintenance_work_mem = '192MB'; set max_parallel_maintenance_workers = 0`;

/** Rows without an end that wait for the next fact of their object instead of being written and closed later. */
const WAITING_ROWS = 50_000;

/**
 * Fills the detached tables of new builds by COPY, one connection a table so that they fill side by side. A connection does one
 * thing at a time: when a call has ended, well or not, all of them are at rest.
 */
export class NewBuilds {
  private hasClosings = false;

  /** `shares`: how many fill the same builds side by side; what waits of their rows is bounded together. */
  constructor(
    private readonly clients: Readonly<Record<RowTable['name'], ClientBase>>,
    private readonly shares = 1,
  ) {}

  async prepare(): Promise<void> {
    await this.clients.objects.query(
      'create temp table if not exists closing (build int, object_id text, effective_from date, at text collate "C")',
    );
  }

  /** Writes what was gathered, but for rows that the next fact would close. */
  async write(rows: ProjectedRows): Promise<void> {
    await this.copy(rows.take(WAITING_ROWS / this.shares));
  }

  /** Writes all of it, and closes the rows that were written before the fact that closes them came. */
  async finish(rows: ProjectedRows, builds: readonly number[]): Promise<void> {
    await this.copy(rows.take());
    if (!this.hasClosings) return;
    const { objects } = this.clients;
    for (const build of builds) await objects.query(closeWritten(build));
    await objects.query('truncate closing');
    this.hasClosings = false;
  }

  /** To be called once the bulk is written. */
  async index(builds: readonly number[]): Promise<void> {
    await allOf(
      ROW_TABLES.map(async (table) => {
        await this.clients[table.name].query(SORT_ALONE_IN_MEMORY);
        for (const build of builds) await indexTable(this.clients[table.name], table, build);
      }),
    );
  }

  private async copy(rows: RowSet): Promise<void> {
    this.hasClosings ||= rows.closings.length > 0;
    const clients = [...new Set(Object.values(this.clients))];
    await allOf(clients.map((client) => this.copyOver(client, rows)));
  }

  private async copyOver(client: ClientBase, rows: RowSet): Promise<void> {
    for (const table of ROW_TABLES) {
      if (this.clients[table.name] !== client) continue;
      for (const [build, ofBuild] of byBuild<EntryRow | ObjectRow | FactRow>(rows[table.name]))
        await copyRows(client, tableOfBuild(table, build), table.columns, ofBuild);
      if (table.name === 'objects') await copyRows(client, 'closing', CLOSING, rows.closings);
    }
  }
}

/** The first failure is told when none is under way any more. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** A row is closed by the first closing of its day that comes after it. */
const closeWritten = (build: number): string => `update ${tableOfBuild({ name: 'objects' }, build)} o
  set known_to = (select min(c.at) from closing c where c.build = ${build} and c.object_id = o.object_id
    and c.effective_from = o.effective_from and c.at > o.known_from)
  where o.known_to is null and exists (select from closing c where c.build = ${build} and c.object_id = o.object_id
    and c.effective_from = o.effective_from and c.at > o.known_from)`;

function byBuild<Row extends { readonly build: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const builds = new Map<number, Row[]>();
  for (const row of rows) {
    const known = builds.get(row.build);
    if (known) known.push(row);
    else builds.set(row.build, [row]);
  }
  return builds;
}
