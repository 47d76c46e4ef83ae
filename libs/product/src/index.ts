export { closing } from './closing.js';
export { logAddress, openLog, type OpenLog, type Running } from './open-log.js';
export { assertThisLog, openParts, productModule, type Parts } from './open-parts.js';
export { openRows, type OpenRows } from './open-rows.js';
export { features, slices } from './slices.js';
