import pg from 'pg';
import { grantEvent, grantSlice } from '../../../../test/support/grant-slice.js';
import { testDatabase } from '../../../../test/support/postgres.js';
import { migrate } from '../database/migrate.js';
import { newHistory } from '../projection/object-history.js';
import { project } from '../projection/project.js';
import { ProjectedRows } from '../projection/projected-rows.js';
import { target } from '../projection/target.js';
import { register } from '../running/projections.js';
import { Fenced, type Move, type Page } from './page.js';
import { writePage } from './write-page.js';

const slice = grantSlice();
const data = { title: 'Máy', kind: 'machinery', requestedOn: '2026-01-01' };
const move: Move = { slice: 'grants', build: 1, from: null, to: 't-9', state: 'running', failure: null };

/** A page of so many objects, each with one event. */
function pageOf(objects: number, over: Partial<Move> = {}): Page {
  const rows = new ProjectedRows();
  for (let index = 0; index < objects; index += 1) {
    const place = { stream: `grant-${index}`, revision: 0n, position: `t-${String(index).padStart(4, '0')}` };
    const event = { ...grantEvent(index, { type: 'GrantRequested', data }), ...place };
    project(target(slice, 1), newHistory(event), event, rows);
  }
  return { rows: rows.take(), moves: [{ ...move, ...over }], clock: [] };
}

describe.each([
  ['one statement', 3],
  ['COPY', 300],
])('a page written by %s', (_, objects) => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const database = await testDatabase();
    drop = database.drop;
    await migrate(database.url);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await register(client, [slice], async () => true);
  });
  afterEach(async () => {
    await client.end();
    await drop();
  });

  const written = async () => {
    const sql = `select (select count(*)::int from rm.facts) as facts, (select position from rm.projection) as position`;
    return (await client.query<{ facts: number; position: string | null }>(sql)).rows[0];
  };

  it('comes with its checkpoint', async () => {
    await writePage(client, pageOf(objects));
    expect(await written()).toEqual({ facts: objects, position: 't-9' });
  });

  it.each<[string, Partial<Move>]>([
    ['has moved on', { from: 't-1' }],
    ['has another build by now', { build: 2 }],
  ])('leaves nothing where the slice %s', async (_name, over) => {
    await expect(writePage(client, pageOf(objects, over))).rejects.toThrow(Fenced);
    expect(await written()).toEqual({ facts: 0, position: null });
  });

  it('leaves nothing where a row is refused', async () => {
    const page = pageOf(objects);
    page.rows.facts[objects - 1]!.role = null as never;
    await expect(writePage(client, page)).rejects.toThrow('role');
    expect(await written()).toEqual({ facts: 0, position: null });
  });
});
