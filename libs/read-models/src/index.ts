export * from './embedded-postgres/embedded-postgres.js';
export { PostgresFault } from './embedded-postgres/postgres-fault.js';
export * from './projected-slice.js';
export * from './read-session.js';
export * from './schema.js';
export * from './tables/entry-row.js';
export * from './tables/fact-row.js';
export * from './tables/object-row.js';
export * from './tables/projection-row.js';
