export * from './event-store.js';
export * from './open-event-store.js';
export { SharedTrips } from './shared-trips.js';
export * from './store-fault.js';
export { MemoryEventStore, MemoryLog } from './memory-event-store.js';
export { PostgresEventStore, type PostgresStoreOptions, type PostgresStoreStats } from './postgres/postgres-event-store.js';
