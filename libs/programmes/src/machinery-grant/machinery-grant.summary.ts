import type { Summary } from '@soquy/kernel';
import type { MachineryGrant } from './machinery-grant.state.js';

/** How a grant shows in lists; found by its contract number too. */
export function machineryGrantSummary(state: MachineryGrant): Summary & { status: MachineryGrant['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, organisation, tier } = state;
  const keywords = 'contract' in state && state.contract ? [state.contract.contractNumber] : [];
  return { title, status, programmeId, budgetLineId, organisation, activityKind: tier, keywords };
}
