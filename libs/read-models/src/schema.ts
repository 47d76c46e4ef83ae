/**
 * The read side's tables (decision 0003 and 0008). `entries`, `objects` and `facts` are partitioned by `build`; every query
 * names the live builds. Positions are opaque and compare bytewise; `known_to is null` marks what is known now.
 */
export const SCHEMA = `
create schema if not exists rm;
create sequence if not exists rm.build;

create table if not exists rm.projection (
  slice text primary key,
  version int not null,
  build int not null,
  position text collate "C",
  state text not null default 'running' check (state in ('running', 'stopped')),
  failure json,
  skipped json not null default '[]'
);

-- The running maximum of recorded_at, at the last position of each of its values: "known by T" is the prefix up to the last
-- row with recorded_max <= T. The last row of all says how far the log has been looked through.
create table if not exists rm.log_clock (
  position text collate "C" primary key,
  recorded_max timestamptz not null
);
create index if not exists log_clock_by_time on rm.log_clock (recorded_max, position);

create table if not exists rm.entries (
  build int not null,
  event_id uuid not null,
  entry_no int not null,
  position text collate "C" not null,
  metric text not null,
  value bigint not null default 0,
  value_to bigint,
  qualifier text not null default 'exact',
  unknown smallint not null default 0,
  weight smallint not null default 1,
  kind text not null default 'derived',
  basis text not null default 'actual',
  category text not null,
  object_id text not null,
  agency_id text not null,
  programme_id text,
  budget_line_id text,
  fund_id text,
  organisation_id text,
  organisation_type text,
  sector text,
  place text,
  source text,
  activity_kind text,
  subject_id text,
  effective_on date not null,
  budget_year int not null,
  posting_period text not null,
  origin text,
  negates uuid,
  primary key (build, event_id, entry_no)
) partition by list (build);
create index if not exists entries_by_metric on rm.entries (metric, effective_on);
create index if not exists entries_by_object on rm.entries (object_id, metric);
create index if not exists entries_by_fund on rm.entries (fund_id, metric) where fund_id is not null;
create index if not exists entries_by_line on rm.entries (budget_line_id, metric) where budget_line_id is not null;
create index if not exists entries_by_organisation on rm.entries (organisation_id, metric) where organisation_id is not null;
create index if not exists entries_by_negated on rm.entries (negates) where negates is not null;

create table if not exists rm.objects (
  build int not null,
  category text not null,
  object_id text not null,
  code text not null,
  agency_id text not null,
  title text not null,
  search text not null,
  status text not null,
  programme_id text,
  budget_line_id text,
  fund_id text,
  organisation_id text,
  organisation_type text,
  sector text,
  place text,
  source text,
  activity_kind text,
  budget_year int,
  origin text,
  "row" json,
  revision bigint not null,
  created_position text collate "C" not null,
  effective_from date not null,
  effective_to date not null default 'infinity',
  known_from text collate "C" not null,
  known_to text collate "C",
  quiet_until date
) partition by list (build);

-- What tables of earlier releases lack; the slices are built anew, so that their rows say it.
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'rm.objects'::regclass and attname = 'quiet_until') then
    alter table rm.objects add column quiet_until date, alter column "row" drop not null;
    update rm.projection set version = 0;
  end if;
end $$;
drop index if exists rm.objects_known;

create index if not exists objects_by_id on rm.objects (object_id, effective_from);
create index if not exists objects_now on rm.objects (category, effective_to, created_position) where known_to is null;
create index if not exists objects_on_day on rm.objects (category, known_to, effective_to, effective_from);
-- Few of a slice's rows say something to its quiet figures: those that are not quiet over all their days.
create index if not exists objects_loud on rm.objects (category, known_to, effective_to, effective_from, quiet_until)
  where quiet_until < effective_to;
-- With the category before it: an index of codes alone would tempt the planner to read through every slice for a list.
create index if not exists objects_by_code on rm.objects (category, code);

create table if not exists rm.facts (
  build int not null,
  event_id uuid not null,
  stream text not null,
  category text not null,
  object_id text not null,
  revision bigint not null,
  position text collate "C" not null,
  type text not null,
  version int not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  person_id text not null,
  role text not null,
  on_behalf_of text,
  agency_id text not null,
  evidence json,
  reason text,
  reverses uuid,
  correction_id text,
  origin text,
  data json not null,
  programme_id text,
  fund_id text,
  organisation_id text,
  correlation_id text,
  trace json,
  search text,
  primary key (build, event_id)
) partition by list (build);

-- What tables of earlier releases lack. Their rows do not know it, so all slices are built anew while these rows answer.
do $$ begin
  if not exists (select from pg_attribute where attrelid = 'rm.facts'::regclass and attname = 'search') then
    alter table rm.facts add column programme_id text, add column fund_id text, add column organisation_id text,
      add column correlation_id text, add column trace json, add column search text;
    update rm.projection set version = 0;
  end if;
end $$;

create index if not exists facts_by_object on rm.facts (object_id, position);
create index if not exists facts_by_correction on rm.facts (correction_id) where correction_id is not null;
create index if not exists facts_by_reversed on rm.facts (reverses) where reverses is not null;
create index if not exists facts_by_correlation on rm.facts (correlation_id);
-- The newest first, whatever is asked; what stands beside the key spares a look at rows that are not shown.
create index if not exists facts_by_position on rm.facts (position)
  include (build, agency_id, effective_on, recorded_at, search);
create index if not exists facts_by_agency on rm.facts (agency_id, position)
  include (build, effective_on, recorded_at);
create index if not exists facts_by_person on rm.facts (person_id, position)
  include (build, effective_on, recorded_at);
create index if not exists facts_by_type on rm.facts (type, position)
  include (build, effective_on, recorded_at);
create index if not exists facts_by_programme on rm.facts (programme_id, position)
  include (build, effective_on, recorded_at) where programme_id is not null;
create index if not exists facts_by_fund on rm.facts (fund_id, position)
  include (build, effective_on, recorded_at) where fund_id is not null;
create index if not exists facts_by_organisation on rm.facts (organisation_id, position)
  include (build, effective_on, recorded_at) where organisation_id is not null;
create index if not exists facts_by_day on rm.facts (effective_on, position) include (build, agency_id);
create index if not exists facts_by_recording on rm.facts (recorded_at, position) include (build, agency_id);
create index if not exists facts_of_corrections on rm.facts (position) where correction_id is not null;
create index if not exists facts_late on rm.facts (position)
  where (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date - effective_on > 30;

-- Ends a page's transaction where another process or a rebuild has moved a slice on meanwhile.
create or replace function rm.fence(moved bigint, expected bigint) returns void language plpgsql as $$
begin
  if moved <> expected then
    raise exception '% of % slices moved on', expected - moved, expected using errcode = 'RM001';
  end if;
end $$;
`;

/** Indexes of few rows: kept up while a build is filled they cost nothing, made afterwards each would read the table once. */
export const SPARSE_INDEXES: readonly string[] = [
  'entries_by_negated',
  'facts_by_correction',
  'facts_by_reversed',
  'facts_of_corrections',
  'facts_late',
];
