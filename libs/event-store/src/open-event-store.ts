import type { EventStore } from './event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** Where a log may be kept. */
export const EVENT_STORES = ['postgres', 'eventstoredb'] as const;
export type EventStoreName = (typeof EVENT_STORES)[number];

/** Which log: each store has an address of its own kind, `postgres://` or `esdb://`. */
export interface LogAddress {
  readonly eventStore: EventStoreName;
  readonly connectionString: string;
}

/** How a store is opened. What only one of them needs is loaded with it. */
const OPENERS: Readonly<Record<EventStoreName, (connectionString: string) => Promise<EventStore>>> = {
  postgres: (connectionString) => PostgresEventStore.open({ connectionString }),
  eventstoredb: async (connectionString) => {
    const { EventStoreDbEventStore } = await import('./eventstoredb/eventstoredb-event-store.js');
    return await EventStoreDbEventStore.open({ connectionString });
  },
};

/**
 * The log at an address. A store that cannot be reached is given all the same: its calls are `unavailable` until it can.
 * What waiting cannot mend, a wrong password say, is thrown.
 */
export async function openEventStore({ eventStore, connectionString }: LogAddress): Promise<EventStore> {
  return await OPENERS[eventStore](connectionString);
}
