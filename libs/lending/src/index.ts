export * from './contract.js';
export * from './facts.js';
export * from './statement.js';
