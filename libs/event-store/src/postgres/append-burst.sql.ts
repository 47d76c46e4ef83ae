/** Advisory locks of the log's database; spells "soquy", and one more for migrations. */
export const LOG_LOCK = 0x736f717579;
export const MIGRATION_LOCK = LOG_LOCK + 1;

/** Wakes feeds; carries nothing, since a feed reads the log itself. */
export const CHANNEL = 'es_appended';

/** How the function is told what a caller expects; an exact revision is itself. */
export const EXPECTED_CODES = { 'no-stream': -1, any: -2, 'stream-exists': -4 } as const;

/**
 * One call, one transaction, any number of requests, each for another stream and each judged by itself. The lock is taken
 * first and held to commit, so positions become visible in their order and without gaps; whoever holds it sees all before.
 * Events come as parallel arrays: `request` and `nth` count from 1 and say whose event it is, and which of its events.
 */
export const APPEND_BURST = `
create function es.append_burst(
  names text[], expected bigint[], counts int[],
  request int[], nth int[], ids uuid[], types text[], data json[], metadata json[], bytes int[]
) returns table (outcome text, at_revision bigint, at_position bigint) language plpgsql as $$
declare
  head bigint;
  size bigint;
  stream_nos bigint[];
  revisions bigint[];
  accepted boolean[];
  i int;
begin
  perform pg_advisory_xact_lock(${LOG_LOCK});

  insert into es.stream (name)
  select r.name from unnest(names, expected) r (name, expected)
  where r.expected in (-1, -2) and not exists (select from es.stream s where s.name = r.name);

  select coalesce(max(last.position), 0), coalesce(max(last.log_bytes), 0) into head, size
  from (select e.position, e.log_bytes from es.event e order by e.position desc limit 1) last;

  select array_agg(coalesce(s.no, 0) order by r.i),
         array_agg(coalesce(last.revision, -1) order by r.i),
         array_agg(case r.expected
                     when -2 then true
                     when -4 then last.revision is not null
                     else coalesce(last.revision, -1) = r.expected
                   end order by r.i)
  into stream_nos, revisions, accepted
  from unnest(names, expected) with ordinality r (name, expected, i)
  left join es.stream s on s.name = r.name
  left join lateral (
    select e.revision from es.event e where e.stream_no = s.no order by e.revision desc limit 1
  ) last on true;

  -- A request with an id that its stream already holds is a repeat or a conflict, never written.
  for i in
    select distinct e.request from unnest(request, ids) e (request, id)
    join es.event held on held.stream_no = stream_nos[e.request] and held.id = e.id
  loop
    accepted[i] := false;
  end loop;

  insert into es.event (position, stream_no, revision, stream, bytes, log_bytes, id, type, data, metadata)
  select head + row_number() over (order by e.i), stream_nos[e.request], revisions[e.request] + e.nth, names[e.request],
         e.bytes, size + sum(e.bytes) over (order by e.i), e.id, e.type, e.data, e.metadata
  from unnest(request, nth, bytes, ids, types, data, metadata) with ordinality
       e (request, nth, bytes, id, type, data, metadata, i)
  where accepted[e.request];
  if found then
    perform pg_notify('${CHANNEL}', '');
  end if;

  for i in 1 .. cardinality(names) loop
    if accepted[i] then
      head := head + counts[i];
      outcome := 'written'; at_revision := revisions[i] + counts[i]; at_position := head;
    else
      select f.at_revision, f.at_position into at_revision, at_position
      from es.first_result(stream_nos[i], expected[i],
        array(select e.id from unnest(request, nth, ids) e (request, nth, id) where e.request = i order by e.nth)) f;
      outcome := case when found then 'repeated' else 'conflict' end;
      if not found then
        at_revision := nullif(revisions[i], -1);
      end if;
    end if;
    return next;
  end loop;
end $$;`;

/** Where an earlier append of just these ids, next to each other and where the caller expected them, ended; no row if there is none. */
export const FIRST_RESULT = `
create function es.first_result(of_stream bigint, expected bigint, ids uuid[])
returns table (at_revision bigint, at_position bigint) language sql as $$
  select max(e.revision), max(e.position)
  from unnest(ids) with ordinality i (id, nth)
  join es.event e on e.stream_no = of_stream and e.id = i.id
  having count(*) = cardinality(ids)
     and max(e.revision - i.nth) = min(e.revision - i.nth)
     and (expected in (-2, -4) or min(e.revision - i.nth) = expected)
$$;`;
