import type { Summary } from '@soquy/kernel';
import type { TradeFair } from './trade-fair.decider.js';

/** How a fair shows in lists. */
export function tradeFairSummary(state: TradeFair): Summary & { status: TradeFair['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, place, kind } = state;
  return { title, status, programmeId, budgetLineId, place, activityKind: kind };
}
