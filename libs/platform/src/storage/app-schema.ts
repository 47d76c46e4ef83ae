import type { DataSource } from 'typeorm';

/** State that is not in the log (architecture.md section 8), and two derived tables of the command side. */
const APP_SCHEMA = `
create schema if not exists app;

create table if not exists app.account (
  id uuid primary key,
  username text not null unique,
  password_hash text not null,
  role text not null,
  agency_ids json not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  owned_since timestamptz,
  name text,
  one_time_since timestamptz,
  last_sign_in_at timestamptz
);

create table if not exists app.session (
  token_hash text primary key,
  account_id uuid not null references app.account (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index if not exists session_by_account on app.session (account_id);

create table if not exists app.api_key (
  id uuid primary key,
  key_hash text not null unique,
  account_id uuid not null references app.account (id),
  label text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);

create table if not exists app.reactor_checkpoint (
  reactor text primary key,
  position text collate "C" not null
);

create table if not exists app.log_in_use (
  id int primary key check (id = 1),
  store text not null,
  first_event uuid
);

create table if not exists app.demo_progress (
  id int primary key,
  done int not null,
  finished boolean not null
);

create table if not exists app.stream_snapshot (
  stream text primary key,
  revision bigint not null,
  code_hash text not null,
  body json not null
);

-- What tables of earlier releases lack; asked first, because altering waits for everybody who reads.
do $$ declare late record; begin
  for late in
    select * from (values
      ('app.account', 'owned_since', 'timestamptz'),
      ('app.account', 'name', 'text'),
      ('app.account', 'one_time_since', 'timestamptz'),
      ('app.account', 'last_sign_in_at', 'timestamptz'),
      ('app.api_key', 'last_used_at', 'timestamptz'),
      ('app.log_in_use', 'first_event', 'uuid')
    ) column_of (tab, name, type)
    where not exists (select from pg_attribute where attrelid = tab::regclass and attname = name)
  loop
    execute format('alter table %s add column %I %s', late.tab, late.name, late.type);
  end loop;
end $$;

-- Files that left (decision 0009); derived, and in no backup.
create table if not exists app.export (
  id uuid primary key,
  kind text not null check (kind in ('transfer', 'job')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'expired')),
  account_id uuid,
  agency_ids json not null,
  origin text not null,
  form json not null,
  basis json not null,
  attempt int not null default 0,
  rows bigint not null default 0,
  bytes bigint not null default 0,
  cut int not null default 0,
  sha256 text,
  failure json,
  created_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  finished_at timestamptz,
  expires_at timestamptz
);
create index if not exists export_open on app.export (kind, created_at) where state in ('waiting', 'running');
create index if not exists export_by_age on app.export (created_at);

create table if not exists app.export_chunk (
  export_id uuid not null references app.export (id) on delete cascade,
  attempt int not null,
  no int not null,
  bytes bytea not null,
  primary key (export_id, attempt, no)
);
`;

/** Any number; the same in every process, so that two starts at once do not both create. */
const LOCK = 7_205_512;

/** Creates what is missing; safe to call at every start, by several processes. */
export async function ensureAppSchema(database: DataSource): Promise<void> {
  await database.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await manager.query(APP_SCHEMA);
  });
}
