export * from './event-store.js';
export * from './store-fault.js';
