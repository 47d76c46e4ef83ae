import { APPEND_BURST, FIRST_RESULT, MIGRATION_LOCK } from './append-burst.sql.js';
import { StoreFault } from '../store-fault.js';
import type { Session } from './session.js';

/**
 * Both tables only ever grow. Events carry the name of their stream too: a feed then needs no join, the number keeps the
 * indexes small. `json` keeps the text as it came and is read about twice as fast as `jsonb`. An event's own `bytes`, and
 * those of the log up to its end, bound a page without touching a payload. The guards fire in every session role, for the
 * owner too.
 */
const TABLES = `
create table es.stream (
  no bigint generated always as identity primary key,
  name text not null unique
);
create table es.event (
  position bigint primary key,
  stream_no bigint not null,
  revision bigint not null,
  stream text not null,
  bytes int not null,
  log_bytes bigint not null,
  id uuid not null,
  type text not null,
  data json not null,
  metadata json not null,
  unique (stream_no, revision),
  unique (stream_no, id)
);
create function es.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event log only grows: % of %.% is forbidden', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger only_grows before update or delete or truncate on es.event
  for each statement execute function es.refuse_change();
create trigger only_grows before update or delete or truncate on es.stream
  for each statement execute function es.refuse_change();
alter table es.event enable always trigger only_grows;
alter table es.stream enable always trigger only_grows;`;

/** Step n brings the schema from version n to n + 1. A released step is never changed. */
const STEPS: readonly string[] = [TABLES + FIRST_RESULT + APPEND_BURST];

/** Brings the schema up to date; any number of processes may try at once. Needs no right to create where nothing is to do. */
export async function migrate(session: Session): Promise<void> {
  if ((await versionOf(session)) === STEPS.length) return;
  await session.query({ text: 'begin' });
  await session.query({ text: 'select pg_advisory_xact_lock($1)', values: [MIGRATION_LOCK] });
  await session.query({
    text: `create schema if not exists es;
           create table if not exists es.version (no int primary key, since timestamptz not null default now())`,
  });
  for (let no = await versionOf(session); no < STEPS.length; no++) {
    await session.query({ text: STEPS[no]! });
    await session.query({ text: 'insert into es.version (no) values ($1)', values: [no + 1] });
  }
  await session.query({ text: 'commit' });
}

async function versionOf(session: Session): Promise<number> {
  const [[exists]] = (await session.query({ text: `select to_regclass('es.version') is not null` })) as [[boolean]];
  if (!exists) return 0;
  const [[version]] = (await session.query({ text: 'select coalesce(max(no), 0) from es.version' })) as [[number]];
  if (version > STEPS.length)
    throw new StoreFault(
      'unexpected',
      `The log has schema version ${version}; this release knows ${STEPS.length}: start a newer one`,
    );
  return version;
}
