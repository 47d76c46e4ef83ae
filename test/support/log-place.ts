import { MemoryEventStore, openEventStore, type EventStore, type EventStoreName, type LogAddress } from '@soquy/event-store';
import { EventStoreDbServer } from '../eventstoredb/server.js';
import { testDatabase } from './postgres.js';

/** Where an empty log can be opened, by several at once; always on servers of the tests' own, so that faults can be asked for. */
export interface LogPlace {
  readonly address: LogAddress;
  readonly server?: EventStoreDbServer;
  readonly stop: () => Promise<void>;
}

export async function logPlace(eventStore: EventStoreName): Promise<LogPlace> {
  if (eventStore === 'postgres') {
    const { url, drop } = await testDatabase();
    return { address: { eventStore, connectionString: url }, stop: drop };
  }
  const server = await EventStoreDbServer.start();
  return { address: { eventStore, connectionString: server.url }, server, stop: () => server.stop() };
}

export type AnyStore = EventStoreName | 'memory';

/** An empty log, opened, and how to be rid of it. */
export interface OpenedLog {
  readonly store: EventStore;
  readonly server?: EventStoreDbServer;
  readonly close: () => Promise<void>;
}

export async function openedLog(kind: AnyStore): Promise<OpenedLog> {
  if (kind === 'memory') {
    const store = new MemoryEventStore();
    return { store, close: () => store.close() };
  }
  const { address, server, stop } = await logPlace(kind);
  const store = await openEventStore(address);
  const close = async () => {
    await store.close();
    await stop();
  };
  return { store, ...(server && { server }), close };
}

/** A log as every store of it holds it: its events in order, without where they stand. */
export const withoutPositions = (log: readonly { readonly position: string }[]) => log.map(({ position: _, ...event }) => event);
