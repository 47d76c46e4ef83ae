import { EventStoreDBClient, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { EventStoreDbServer, type ServerOptions } from './server.js';

/** Selects the append that is one call of its own; with nothing given the client sends batches. */
export const UNARY = { credentials: { username: 'anybody', password: 'anything' } };
export const BATCH = {};
export const BOTH_WAYS = [
  ['one call', UNARY],
  ['batched', BATCH],
] as const;

/** The real client package, unadorned. Its patience only matters on a machine that is very busy. */
export const rawClient = (url: string, parameters = ''): EventStoreDBClient =>
  EventStoreDBClient.connectionString(`${url}&defaultDeadline=20000&keepAliveInterval=-1${parameters}`);

/** A server and a client for each test of a describe block. */
export function served(options: ServerOptions = {}, parameters = '') {
  const here = {} as { server: EventStoreDbServer; client: EventStoreDBClient };
  beforeEach(async () => {
    here.server = await EventStoreDbServer.start(options);
    here.client = rawClient(here.server.url, parameters);
  });
  afterEach(async () => {
    await here.server.stop();
    await here.client.dispose();
  });
  return here;
}

export const event = (type = 'ClassHeld', data: Record<string, unknown> = { learners: 30 }, id: string = randomUUID()) =>
  jsonEvent<JSONEventType<string, Record<string, unknown>>>({ id, type, data });

export const events = (count: number, type = 'ClassHeld') => Array.from({ length: count }, (_, n) => event(type, { n }));

/** Everything an async iterable gives. */
export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

const PATIENCE_MS = 20_000;

/** Waits until something holds. */
export async function until(holds: () => boolean): Promise<void> {
  for (const begun = Date.now(); !holds(); await wait(5)) {
    if (Date.now() - begun > PATIENCE_MS) throw new Error(`assertion: never came to hold: ${holds.toString()}`);
  }
}

/** What a number comes to when it has not moved for a while. */
export async function settled(read: () => number): Promise<number> {
  for (let value = read(); ;) {
    await wait(150);
    if (read() === value) return value;
    value = read();
  }
}
