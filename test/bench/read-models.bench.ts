import { PostgresEventStore, type EventStore } from '@soquy/event-store';
import { createReadModels, type ReadSide } from '@soquy/read-models';
import pg from 'pg';
import { grantLife, grantSlice } from '../support/grant-slice.js';
import { inTurn, ms, percentile, rate, times, type Round } from './rounds.js';
import { rawCopy } from './raw-copy.js';
import type { BenchRow } from './row.js';
import { notDurable, withScratchDatabase } from './scratch-database.js';
import { textbookLoop } from './textbook-loop.js';

const OBJECTS = 7_500;
const EVENTS = 4 * OBJECTS;
const ROUNDS = 3;
const TEXTBOOK_MS = 2_500;
const VISIBLE_APPENDS = 400;
const APPENDS_AT_ONCE = 256;

const slice = grantSlice();

/** Projecting, rebuilding and reading one's own write, against the textbook's way and against bare COPY. */
export async function rows(databaseUrl: string): Promise<BenchRow[]> {
  const lax = await notDurable(databaseUrl);
  const found = await withScratchDatabase(databaseUrl, async (logUrl) => {
    const store = await PostgresEventStore.open({ connectionString: logUrl });
    await record(store);
    const measured = [...(await projectingRows(databaseUrl, logUrl, store)), await visibleRow(logUrl, store)];
    await store.close();
    return measured;
  });
  return found.map((row) => (lax ? { ...row, note: [lax, row.note].filter(Boolean).join('; ') } : row));
}

/** Whole lives of grants, interleaved: an object's facts lie far apart, as in an office. */
async function record(store: EventStore): Promise<void> {
  const lives = Array.from({ length: OBJECTS }, (_, index) =>
    grantLife(index * 4, (step) => `2026-0${1 + (index % 9)}-1${step}`),
  );
  for (let step = 0; step < 4; step += 1)
    for (let first = 0; first < OBJECTS; first += APPENDS_AT_ONCE)
      await Promise.all(
        lives
          .slice(first, first + APPENDS_AT_ONCE)
          .map((life, index) =>
            store.append(`grant-${first + index}`, step === 0 ? 'no-stream' : BigInt(step - 1), [life[step]!]),
          ),
      );
}

async function projectingRows(databaseUrl: string, logUrl: string, store: EventStore): Promise<BenchRow[]> {
  const bare = await bareRows(logUrl, store);
  const { catchUp, textbook, rebuild, copy } = await inTurn(
    {
      catchUp: () => withScratchDatabase(databaseUrl, (url) => catchingUp(url, store)),
      textbook: () => withScratchDatabase(databaseUrl, (url) => textbookRound(url, store)),
      rebuild: () => withScratchDatabase(databaseUrl, (url) => rebuilding(url, store)),
      copy: async () => ({ perSecond: EVENTS / (await bare.copy()), times: [] }),
    },
    ROUNDS,
  );
  await bare.close();
  const events = `${EVENTS.toLocaleString('en')} events; entries, bitemporal objects, timeline and clock`;
  return [
    {
      goal: 'catch-up of one slice, checkpoint in the transaction: >= 10x the textbook loop, >= 60k events/s',
      ours: rate(catchUp.perSecond),
      peer: `textbook loop, a transaction an event: ${rate(textbook.perSecond)}`,
      ratio: times(catchUp.perSecond / textbook.perSecond),
      note: events,
    },
    {
      goal: 'rebuild of a slice: >= 20x the textbook loop, >= 100k events/s',
      ours: rate(rebuild.perSecond),
      peer: `textbook loop, a transaction an event: ${rate(textbook.perSecond)}`,
      ratio: times(rebuild.perSecond / textbook.perSecond),
      note: 'folded from the log, with all indexes, pointer moved',
    },
    {
      goal: 'rebuild of the entries: >= 0.6x raw COPY of the same rows',
      ours: rate(rebuild.perSecond),
      peer: `raw COPY and the same indexes: ${rate(copy.perSecond)}`,
      ratio: times(rebuild.perSecond / copy.perSecond),
      note: 'events a second; ours also reads the log and folds; rows of all three tables on both sides',
    },
  ];
}

const readSide = async (connectionString: string, store: EventStore): Promise<ReadSide> => {
  const side = createReadModels({ connectionString, store, slices: [slice] });
  await side.migrate();
  return side;
};

/** The slice is registered on an empty log first; then the whole log is news to its runner. */
async function catchingUp(url: string, store: EventStore): Promise<Round> {
  const side = await readSide(url, store);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await side.rebuild();
  await client.query(`truncate rm.entries, rm.objects, rm.facts, rm.log_clock`);
  await client.query('update rm.projection set position = null');
  await client.end();
  const head = (await store.head())!;
  const started = performance.now();
  side.runner.start();
  if (!(await side.models.waitFor(head, 60_000))) throw new Error('the rows did not catch up within a minute');
  const perSecond = (EVENTS / (performance.now() - started)) * 1_000;
  await side.close();
  return { perSecond, times: [] };
}

async function textbookRound(url: string, store: EventStore): Promise<Round> {
  const side = await readSide(url, store);
  await side.close();
  return { perSecond: await textbookLoop(url, store, slice, TEXTBOOK_MS), times: [] };
}

async function rebuilding(url: string, store: EventStore): Promise<Round> {
  const side = await readSide(url, store);
  const started = performance.now();
  await side.rebuild();
  const perSecond = (EVENTS / (performance.now() - started)) * 1_000;
  await side.close();
  return { perSecond, times: [] };
}

/** The rows a rebuild makes, for copying them bare. */
async function bareRows(url: string, store: EventStore) {
  const side = await readSide(url, store);
  const [rebuilt] = await side.rebuild();
  await side.close();
  return await rawCopy(url, rebuilt!.build);
}

/** One append after another, each awaited in the read rows, with the runner in this process and as seen from another. */
async function visibleRow(url: string, store: EventStore): Promise<BenchRow> {
  const [here, elsewhere] = [await readSide(url, store), await readSide(url, store)];
  here.runner.start();
  await here.models.waitFor((await store.head())!, 60_000);
  const measure = async (side: ReadSide, first: number) => {
    const waits: number[] = [];
    for (let index = 0; index < VISIBLE_APPENDS; index += 1) {
      const [event] = grantLife(first + index * 4, () => '2026-01-10');
      const started = performance.now();
      const { position } = await store.append(`grant-${first + index}`, 'no-stream', [event!]);
      if (!(await side.models.waitFor(position))) throw new Error('an append was not visible within two seconds');
      waits.push(performance.now() - started);
    }
    return waits;
  };
  const [local, remote] = [await measure(here, EVENTS), await measure(elsewhere, 2 * EVENTS)];
  await here.close();
  await elsewhere.close();
  return {
    goal: 'append to visible in the read model: p95 <= 25 ms',
    ours: `p50 ${ms(percentile(local, 0.5))}, p95 ${ms(percentile(local, 0.95))}`,
    note: `read in another process: p50 ${ms(percentile(remote, 0.5))}, p95 ${ms(percentile(remote, 0.95))}`,
  };
}
