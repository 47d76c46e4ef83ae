import type { Next } from '@soquy/kernel';
import { activitySummary } from '../activity.js';
import type { TradeFair, TradeFairCommands } from './trade-fair.decider.js';

export const tradeFairSummary = activitySummary;

/** What may follow each status. */
export const tradeFairNext: Next<TradeFair['status'], TradeFairCommands> = {
  none: { allows: ['PlanTradeFair', 'RecordHeldTradeFair'] },
  planned: { awaits: ['HoldTradeFair'], allows: ['CancelTradeFair'] },
  held: {},
  cancelled: {},
};
