import { isDeepStrictEqual } from 'node:util';
import type { EventStore, StoredEvent } from '@soquy/event-store';
import type { EntityManager } from 'typeorm';
import { categoryOf, objectIdOf } from '../projection/object-history.js';
import type { ProjectedSlice } from '../projected-slice.js';
import type { PostgresReadModels } from '../reading/postgres-read-models.js';
import { ProjectionRow } from '../tables/projection-row.js';
import { plainFold, type ObjectState, type ObjectTruth } from './plain-fold.js';

/** Where the read rows of an object are not what its events amount to. */
export interface Difference {
  readonly objectId: string;
  readonly what: 'entries' | 'objects' | 'facts' | 'fold';
  readonly metric?: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What was compared, up to where, and what differs; of many differences the first hundred are shown. */
export interface Verification {
  readonly slice: string;
  readonly build: number;
  readonly position: string | undefined;
  readonly objects: number;
  readonly differing: number;
  readonly differences: readonly Difference[];
}

const SHOWN = 100;
/** Objects compared at a time, and streams read at once. */
const CHUNK = 200;
const READERS = 8;

/** Recomputes a slice from the log by the plain fold and compares; what is projected meanwhile does not disturb it. */
export async function verify(models: PostgresReadModels, store: EventStore, slice: ProjectedSlice): Promise<Verification> {
  const source = await models.open();
  return await source.transaction('REPEATABLE READ', async (manager) => {
    const projection = await manager.findOneByOrFail(ProjectionRow, { slice: slice.noun });
    const { build, position, skipped } = projection;
    const passedOver = new Set(skipped.map(({ eventId }) => eventId));
    const counts = ({ id, position: at }: StoredEvent) => position !== null && at <= position && !passedOver.has(id);
    const streams = await streamsOf(store, slice, counts);
    const differences: Difference[] = [];
    for (let first = 0; first < streams.length; first += CHUNK) {
      const chunk = streams.slice(first, first + CHUNK);
      const actual = await stored(manager, build, chunk.map(objectIdOf));
      const found = await inParallel(chunk, async (stream) => {
        const events: StoredEvent[] = [];
        for await (const event of store.readStream(stream)) if (counts(event)) events.push(event);
        return compared(slice, objectIdOf(stream), events, actual(objectIdOf(stream)));
      });
      differences.push(...found.flat());
    }
    differences.push(...(await withoutEvents(manager, build, new Set(streams.map(objectIdOf)))));
    const shown = differences.slice(0, SHOWN);
    const counted = { objects: streams.length, differing: differences.length, differences: shown };
    return { slice: slice.noun, build, position: position ?? undefined, ...counted };
  });
}

async function streamsOf(
  store: EventStore,
  { decider }: ProjectedSlice,
  counts: (event: StoredEvent) => boolean,
): Promise<string[]> {
  const streams = new Set<string>();
  const filter = { streamPrefixes: [`${decider.category}-`] };
  for await (const item of store.feed({ filter, follow: false }))
    if (item.kind === 'events') for (const event of item.events) if (counts(event)) streams.add(event.stream);
  return [...streams].filter((stream) => categoryOf(stream) === decider.category);
}

function compared(slice: ProjectedSlice, objectId: string, events: readonly StoredEvent[], actual: ObjectTruth): Difference[] {
  let expected: ObjectTruth;
  try {
    expected = plainFold(slice, events);
  } catch (error) {
    return [{ objectId, what: 'fold', expected: String(error), actual: undefined }];
  }
  const metrics = new Set([...expected.sums.keys(), ...actual.sums.keys()]);
  const wrong = [...metrics].sort().filter((metric) => expected.sums.get(metric) !== actual.sums.get(metric));
  const differences: Difference[] = wrong.map((metric) => {
    const [should, is] = [expected.sums.get(metric), actual.sums.get(metric)];
    return { objectId, what: 'entries', metric, expected: should, actual: is };
  });
  if (!isDeepStrictEqual(expected.states, actual.states))
    differences.push({ objectId, what: 'objects', expected: expected.states, actual: actual.states });
  if (expected.facts !== actual.facts)
    differences.push({ objectId, what: 'facts', expected: expected.facts, actual: actual.facts });
  return differences;
}

const SUMS = `select object_id, metric, concat_ws(' ', sum(value), sum(unknown), sum(weight)) as sum from rm.entries
  where build = $1 and object_id = any($2) group by object_id, metric having sum(value) <> 0 or sum(unknown) <> 0 or sum(weight) <> 0`;
const STATES = `select object_id, effective_from as "from", effective_to as "to", title, status, "row" from rm.objects
  where build = $1 and object_id = any($2) and known_to is null order by object_id, effective_from`;
const FACTS = 'select object_id, count(*) as facts from rm.facts where build = $1 and object_id = any($2) group by object_id';

/** What the read tables say of some objects. */
async function stored(manager: EntityManager, build: number, ids: readonly string[]): Promise<(objectId: string) => ObjectTruth> {
  const values = [build, ids];
  const sums = await manager.query<{ object_id: string; metric: string; sum: string }[]>(SUMS, values);
  const states = await manager.query<(ObjectState & { object_id: string })[]>(STATES, values);
  const facts = await manager.query<{ object_id: string; facts: number }[]>(FACTS, values);
  return (objectId) => {
    const isIts = (row: { object_id: string }) => row.object_id === objectId;
    return {
      sums: new Map(sums.filter(isIts).map(({ metric, sum }) => [metric, sum])),
      states: states.filter(isIts).map(({ object_id: _, ...state }) => state),
      facts: facts.find(isIts)?.facts ?? 0,
    };
  };
}

/** Rows of objects that the log does not know. */
async function withoutEvents(manager: EntityManager, build: number, known: ReadonlySet<string>): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const what of ['entries', 'objects', 'facts'] as const) {
    const sql = `select distinct object_id from rm.${what} where build = $1 order by object_id`;
    const rows = await manager.query<{ object_id: string }[]>(sql, [build]);
    for (const { object_id: objectId } of rows)
      if (!known.has(objectId)) differences.push({ objectId, what, expected: 'no rows', actual: 'rows' });
  }
  return differences;
}

/** What comes of each, in the order of the items, whichever is ready first. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const next = items.entries();
  const found: R[] = [];
  const worker = async () => {
    for (const [index, item] of next) found[index] = await work(item);
  };
  await Promise.all(Array.from({ length: READERS }, worker));
  return found;
}
