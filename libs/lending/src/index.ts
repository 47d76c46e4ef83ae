export * from './contract.js';
export * from './day-count.js';
export * from './facts.js';
export * from './statement.js';
export * from './units.js';
