/**
 * Files that left (decision 0009). The bytes of jobs are rows, so that every process of the API can hand out what another one
 * has written, and nothing stays behind on a disk that nobody sweeps.
 */
export const EXPORT_SCHEMA = `
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
