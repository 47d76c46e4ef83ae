export * from './projected-slice.js';
export * from './read-session.js';
export * from './schema.js';
