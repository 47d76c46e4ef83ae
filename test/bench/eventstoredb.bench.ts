import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { openEventStore, type EventStore } from '@soquy/event-store';
import { clientsAtWork, inTurn, rate, times } from './rounds.js';
import type { BenchRow } from './row.js';
import { withServer } from './serving.js';
import { appendingTo, counted, feedAll, newEvent, STREAM_LENGTH, told } from './store-work.js';

const ROUND_MS = 1_500;
const READ_EVENTS = 20_000;
const NOTE =
  'EventStoreDB adapter against the in-memory server of the tests, which waits for no disk: the cost of the adapter alone';

/** What the adapter adds to the client package it stands on. A real server has other numbers. */
export async function rows(): Promise<BenchRow[]> {
  return await withServer('eventstoredb', '', async ({ href }) => {
    const store = await openEventStore({ eventStore: 'eventstoredb', connectionString: href });
    const raw = EventStoreDBClient.connectionString(href);
    try {
      const appends = [await appendRow(store, raw, 1), await appendRow(store, raw, 16), await appendRow(store, raw, 64)];
      return [...appends, await readRow(store, raw)];
    } finally {
      await store.close();
      await raw.dispose();
    }
  });
}

async function appendRow(store: EventStore, raw: EventStoreDBClient, clients: number): Promise<BenchRow> {
  const { ours, theirs } = await inTurn({
    ours: () => clientsAtWork(clients, ROUND_MS, () => appendingTo(store)),
    theirs: () => clientsAtWork(clients, ROUND_MS, () => appendingRaw(raw)),
  });
  return {
    goal: `EventStoreDB: one-event appends, exact revision, ${clients} client${clients === 1 ? '' : 's'}`,
    ours: told(ours),
    peer: `client package alone: ${told(theirs)}`,
    ratio: times(ours.perSecond / theirs.perSecond),
    note: NOTE,
  };
}

/** The package's unary append, which our adapter uses as well. */
function appendingRaw(client: EventStoreDBClient): () => Promise<void> {
  let stream = '';
  let revision = BigInt(STREAM_LENGTH);
  const credentials = { username: 'nobody', password: 'nothing' };
  return async () => {
    const isNew = revision + 1n >= STREAM_LENGTH;
    if (isNew) stream = `trainingClass-${randomUUID()}`;
    const { id, type, data, metadata } = newEvent();
    const event = jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } });
    const options = { expectedRevision: isNew ? NO_STREAM : revision, credentials } as const;
    revision = (await client.appendToStream(stream, [event], options)).nextExpectedRevision;
  };
}

async function readRow(store: EventStore, raw: EventStoreDBClient): Promise<BenchRow> {
  const fill = () =>
    store.append(
      `trainingClass-${randomUUID()}`,
      'no-stream',
      Array.from({ length: 100 }, () => newEvent()),
    );
  for (let filled = 0; filled < READ_EVENTS; filled += 800) await Promise.all(Array.from({ length: 8 }, fill));
  const { ours, theirs } = await inTurn({ ours: () => counted(feedAll(store)), theirs: () => counted(readAllRaw(raw)) });
  return {
    goal: 'EventStoreDB: $all read, decoded',
    ours: rate(ours.perSecond),
    peer: `client package alone: ${rate(theirs.perSecond)}`,
    ratio: times(ours.perSecond / theirs.perSecond),
    note: NOTE,
  };
}

async function* readAllRaw(client: EventStoreDBClient): AsyncGenerator<number> {
  for await (const { event } of client.readAll()) if (event && !event.type.startsWith('$')) yield 1;
}
