import { EventStoreDBClient, jsonEvent, type JSONEventType } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import type { EventStoreDbServer } from './server.js';

/** Selects the append that is one call of its own; with nothing given the client batches. */
export const UNARY = { credentials: { username: 'anybody', password: 'anything' } };

/** The real client package, unadorned, with patience short enough for a spec. */
export const rawClient = (server: EventStoreDbServer, url = server.url): EventStoreDBClient =>
  EventStoreDBClient.connectionString(`${url}&defaultDeadline=2000&keepAliveInterval=-1`);

export const event = (type = 'ClassHeld', data: Record<string, unknown> = { learners: 30 }, id: string = randomUUID()) =>
  jsonEvent<JSONEventType<string, Record<string, unknown>>>({ id, type, data });

export const events = (count: number, type = 'ClassHeld') => Array.from({ length: count }, (_, n) => event(type, { n }));

/** Everything an async iterable gives. */
export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}
