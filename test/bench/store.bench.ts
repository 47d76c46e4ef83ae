import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PostgresEventStore, type EventMetadata, type EventStore, type NewEvent } from '@soquy/event-store';
import { emmett, type EmmettStore } from './emmett.js';
import { clientsAtWork, inTurn, ms, percentile, rate, times, type Round } from './rounds.js';
import type { BenchRow } from './row.js';
import { notDurable, withScratchDatabase } from './scratch-database.js';

const ROUND_MS = 2_000;
/** A stream of the trial ends after so many events; another begins. */
const STREAM_LENGTH = 8;
const READ_EVENTS = 60_000;

const GOALS: Readonly<Record<number, string>> = {
  1: 'one client, durable append: p50 <= 0.9x Emmett and <= 0.8 ms',
  16: 'one-event durable appends, exact revision, 16 clients: >= 3.5x Emmett, >= 9k/s, p99 <= 7 ms',
  64: 'one-event durable appends, exact revision, 64 clients: >= 8x Emmett, >= 18k/s, p99 <= 10 ms',
};

const DATA = {
  trainingClassId: '6f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11',
  kind: 'craft',
  title: 'Lớp đan lát thủ công mỹ nghệ xã Đại An',
  place: 'TCTK63:84',
  plannedLearners: 35,
  budgetVnd: 45_000_000,
  plannedOn: '2026-01-05',
};

const METADATA: EventMetadata = {
  commandId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  commandHash: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014',
  requestId: 'c9d1c7f5-90a2-4a9b-b9ad-51a4b6f57a10',
  $correlationId: 'c9d1c7f5-90a2-4a9b-b9ad-51a4b6f57a10',
  $causationId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  actor: { personId: '0b8d2d53-6c1c-4a57-8a6b-1d5c1f1f6a01', role: 'officer' },
  agencyId: 'tra-vinh',
  recordedAt: '2026-01-05T03:00:00.000Z',
  effectiveOn: '2026-01-05',
  postingPeriod: '2026-01',
  budgetYear: 2026,
  schemaVersion: 1,
};

const newEvent = (metadata = METADATA): NewEvent => ({ id: randomUUID(), type: 'TrainingClassPlanned', data: DATA, metadata });

/** Appends and reads of the log against its peers, on a server of its own durable kind. */
export async function rows(databaseUrl: string): Promise<BenchRow[]> {
  const lax = await notDurable(databaseUrl);
  const appends = await withScratchDatabase(databaseUrl, (ours) =>
    withScratchDatabase(databaseUrl, (theirs) => appendRows(ours, theirs)),
  );
  const reads = [
    await withScratchDatabase(databaseUrl, (url) => readRow(url, METADATA)),
    await withScratchDatabase(databaseUrl, (url) => readRow(url, { schemaVersion: 1 } as EventMetadata)),
  ];
  const told = (row: BenchRow): BenchRow => (lax ? { ...row, note: [lax, row.note].filter(Boolean).join('; ') } : row);
  return [...appends.map(told), ...reads];
}

async function appendRows(ourUrl: string, theirUrl: string): Promise<BenchRow[]> {
  const store = await PostgresEventStore.open({ connectionString: ourUrl });
  const peer = await emmett(theirUrl);
  const found: BenchRow[] = [];
  for (const clients of [1, 16, 64]) {
    const contenders: Record<string, () => Promise<Round>> = {
      ours: () => clientsAtWork(clients, ROUND_MS, () => ourClient(store)),
      ...(peer && { theirs: () => clientsAtWork(clients, ROUND_MS, () => theirClient(peer)) }),
    };
    const { ours, theirs } = await inTurn(contenders);
    found.push(appendRow(clients, ours!, theirs));
  }
  await peer?.close();
  await store.close();
  return found;
}

function appendRow(clients: number, ours: Round, theirs: Round | undefined): BenchRow {
  const told = (round: Round) =>
    `${rate(round.perSecond)}, p50 ${ms(percentile(round.times, 0.5))}, p99 ${ms(percentile(round.times, 0.99))}`;
  const row = { goal: GOALS[clients]!, ours: told(ours) };
  if (!theirs) return { ...row, peer: 'peer not available', note: 'Emmett could not be fetched' };
  const p50 = percentile(ours.times, 0.5) / percentile(theirs.times, 0.5);
  const ratio =
    clients === 1
      ? `p50 ${times(p50)}, rate ${times(ours.perSecond / theirs.perSecond)}`
      : times(ours.perSecond / theirs.perSecond);
  return { ...row, peer: `Emmett 0.42: ${told(theirs)}`, ratio };
}

function ourClient(store: EventStore): () => Promise<void> {
  let stream = '';
  let revision = BigInt(STREAM_LENGTH);
  return async () => {
    if (revision + 1n >= STREAM_LENGTH) {
      stream = `trainingClass-${randomUUID()}`;
      ({ revision } = await store.append(stream, 'no-stream', [newEvent()]));
    } else ({ revision } = await store.append(stream, revision, [newEvent()]));
  };
}

function theirClient(peer: EmmettStore): () => Promise<void> {
  let stream = '';
  let version = BigInt(STREAM_LENGTH);
  return async () => {
    const isNew = version >= STREAM_LENGTH;
    if (isNew) stream = `trainingClass-${randomUUID()}`;
    const { type, data, metadata } = newEvent();
    const options = { expectedStreamVersion: isNew ? ('STREAM_DOES_NOT_EXIST' as const) : version };
    version = (await peer.appendToStream(stream, [{ type, data, metadata }], options)).nextExpectedStreamVersion;
  };
}

async function readRow(url: string, metadata: EventMetadata): Promise<BenchRow> {
  const store = await PostgresEventStore.open({ connectionString: url });
  const fill = () =>
    store.append(
      `trainingClass-${randomUUID()}`,
      'no-stream',
      Array.from({ length: 10 }, () => newEvent(metadata)),
    );
  for (let filled = 0; filled < READ_EVENTS; filled += 640) await Promise.all(Array.from({ length: 64 }, fill));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze es.event');
  const { ours, raw } = await inTurn({ ours: () => counted(feedAll(store)), raw: () => counted(rawAll(client)) }, 5);
  await client.end();
  await store.close();
  const bytes = Buffer.byteLength(JSON.stringify(DATA)) + Buffer.byteLength(JSON.stringify(metadata));
  return {
    goal: '$all read, decoded: >= 0.8x raw pg + JSON.parse, >= 200k events/s',
    ours: rate(ours.perSecond),
    peer: `raw pg + JSON.parse: ${rate(raw.perSecond)}`,
    ratio: times(ours.perSecond / raw.perSecond),
    note: `events of ${bytes} bytes (data and metadata)`,
  };
}

async function counted(pages: AsyncIterable<number>): Promise<Round> {
  const start = performance.now();
  let events = 0;
  for await (const page of pages) events += page;
  return { perSecond: (events / (performance.now() - start)) * 1_000, times: [] };
}

async function* feedAll(store: EventStore): AsyncGenerator<number> {
  for await (const item of store.feed({ follow: false })) if (item.kind === 'events') yield item.events.length;
}

/** As plain as it can be: the same columns by position, page by page, JSON parsed by the driver. */
async function* rawAll(client: pg.Client): AsyncGenerator<number> {
  const text = `select position, stream_no, revision, id, type, data, metadata from es.event
                where position > $1 order by position limit 2000`;
  for (let after = '0'; ;) {
    const { rows: page } = await client.query<[string, ...unknown[]]>({ name: 'raw', text, values: [after], rowMode: 'array' });
    if (page.length === 0) return;
    after = page.at(-1)![0];
    yield page.length;
  }
}
