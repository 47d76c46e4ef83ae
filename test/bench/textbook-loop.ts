import type { EventStore, StoredEvent } from '@soquy/event-store';
import type { ProjectedSlice } from '@soquy/read-models';
import pg from 'pg';

/** The same columns and indexes as the read side's own tables. */
const TABLES = `
  create schema textbook;
  create table textbook.entries (like rm.entries including all);
  create table textbook.objects (like rm.objects including all);
  create table textbook.facts (like rm.facts including all);
  create table textbook.log_clock (like rm.log_clock including all);
  create table textbook.projection (like rm.projection including all);
  insert into textbook.projection (slice, version, build) values ('textbook', 1, 1);`;

const SQL = {
  current: 'select "row" from textbook.objects where object_id = $1 and known_to is null order by effective_from desc limit 1',
  close:
    'update textbook.objects set known_to = $2 where object_id = $1 and known_to is null and effective_to > $3 returning effective_from, "row", title, status',
  object: `insert into textbook.objects (build, category, object_id, code, agency_id, title, search, status, "row", revision,
    created_position, effective_from, effective_to, known_from) values (1, $1, $2, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $8)`,
  entry: `insert into textbook.entries (build, event_id, entry_no, position, metric, value, unknown, category, object_id, agency_id,
    effective_on, budget_year, posting_period) values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  fact: `insert into textbook.facts (build, event_id, stream, category, object_id, revision, position, type, version, effective_on,
    recorded_at, person_id, role, agency_id, data) values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  clock: 'insert into textbook.log_clock (position, recorded_max) values ($1, $2)',
  checkpoint: `update textbook.projection set position = $1 where slice = 'textbook'`,
};

/**
 * Projecting as textbooks show it: one event, one transaction, one statement a row, the checkpoint in the same transaction.
 * Answers events a second. Facts in their order only: it could not take in a late one.
 */
export async function textbookLoop(
  connectionString: string,
  store: EventStore,
  slice: ProjectedSlice,
  milliseconds: number,
): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(TABLES);
  const started = performance.now();
  let events = 0;
  loop: for await (const item of store.feed({ follow: false }))
    for (const event of item.kind === 'events' ? item.events : []) {
      await client.query('begin');
      await projectOne(client, slice, event);
      await client.query('commit');
      events += 1;
      if (performance.now() - started > milliseconds) break loop;
    }
  const perSecond = (events / (performance.now() - started)) * 1_000;
  await client.query('drop schema textbook cascade');
  await client.end();
  return perSecond;
}

async function projectOne(client: pg.Client, slice: ProjectedSlice, event: StoredEvent): Promise<void> {
  const { id, stream, revision, position, type, data, metadata } = event;
  const { category } = slice.decider;
  const objectId = stream.slice(category.length + 1);
  const [old] = (await client.query<{ row: object }>(SQL.current, [objectId])).rows;
  const state = slice.decider.evolve[type]!(old?.row ?? slice.decider.initial, data as never);
  const { effectiveOn, agencyId, recordedAt, actor, budgetYear, postingPeriod, schemaVersion } = metadata;
  const closed = await client.query<{ effective_from: string; row: object; title: string; status: string }>(SQL.close, [
    objectId,
    position,
    effectiveOn,
  ]);
  const object = (row: object, title: string, status: string, from: string, to: string) =>
    client.query(SQL.object, [
      category,
      objectId,
      agencyId,
      title,
      status,
      JSON.stringify(row),
      String(revision),
      position,
      from,
      to,
    ]);
  for (const { effective_from: from, row, title, status } of closed.rows) await object(row, title, status, from, effectiveOn);
  const { title, status } = slice.summary(state);
  await object(state as object, title, status, effectiveOn, 'infinity');
  for (const [index, { metric, amount }] of slice.outcomes.on[type]!(data, state).entries()) {
    const [value, unknown] = amount === 'unknown' ? [0, 1] : [amount.value, 0];
    const place = [
      id,
      index,
      position,
      metric,
      value,
      unknown,
      category,
      objectId,
      agencyId,
      effectiveOn,
      budgetYear,
      postingPeriod,
    ];
    await client.query(SQL.entry, place);
  }
  const who = [recordedAt, actor.personId, actor.role, agencyId];
  const about = [id, stream, category, objectId, String(revision), position, type, schemaVersion, effectiveOn];
  await client.query(SQL.fact, [...about, ...who, JSON.stringify(data)]);
  await client.query(SQL.clock, [position, recordedAt]);
  await client.query(SQL.checkpoint, [position]);
}
