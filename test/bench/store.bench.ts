import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PostgresEventStore, type EventMetadata } from '@soquy/event-store';
import { emmett, type EmmettStore } from './emmett.js';
import { clientsAtWork, inTurn, percentile, rate, times, type Round } from './rounds.js';
import type { BenchRow } from './row.js';
import { notDurable, withScratchDatabase } from './scratch-database.js';
import { appendingTo, counted, DATA, feedAll, METADATA, newEvent, STREAM_LENGTH, told } from './store-work.js';

const ROUND_MS = 2_000;
const READ_EVENTS = 60_000;

const GOALS: Readonly<Record<number, string>> = {
  1: 'one client, durable append: p50 <= 0.9x Emmett and <= 0.8 ms',
  16: 'one-event durable appends, exact revision, 16 clients: >= 3.5x Emmett, >= 9k/s, p99 <= 7 ms',
  64: 'one-event durable appends, exact revision, 64 clients: >= 8x Emmett, >= 18k/s, p99 <= 10 ms',
};

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
  const noted = (row: BenchRow): BenchRow => (lax ? { ...row, note: [lax, row.note].filter(Boolean).join('; ') } : row);
  return [...appends.map(noted), ...reads];
}

async function appendRows(ourUrl: string, theirUrl: string): Promise<BenchRow[]> {
  const store = await PostgresEventStore.open({ connectionString: ourUrl });
  const peer = await emmett(theirUrl);
  const found: BenchRow[] = [];
  for (const clients of [1, 16, 64]) {
    const contenders: Record<string, () => Promise<Round>> = {
      ours: () => clientsAtWork(clients, ROUND_MS, () => appendingTo(store)),
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
  const row = { goal: GOALS[clients]!, ours: told(ours) };
  if (!theirs) return { ...row, peer: 'peer not available', note: 'Emmett could not be fetched' };
  const p50 = percentile(ours.times, 0.5) / percentile(theirs.times, 0.5);
  const ratio =
    clients === 1
      ? `p50 ${times(p50)}, rate ${times(ours.perSecond / theirs.perSecond)}`
      : times(ours.perSecond / theirs.perSecond);
  return { ...row, peer: `Emmett 0.42: ${told(theirs)}`, ratio };
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
