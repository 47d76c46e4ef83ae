export * from './contract.js';
export * from './day-count.js';
export * from './debt-group.js';
export * from './debt-rule-sets.js';
export * from './facts.js';
export * from './provision.js';
export * from './statement.js';
export * from './units.js';
