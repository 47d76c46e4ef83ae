import type { Next, Summary } from '@soquy/kernel';
import type { MachineryGrant } from './machinery-grant.state.js';
import type { MachineryGrantCommands } from './machinery-grant.decider.js';

/** How a grant shows in lists; found by its contract number too. */
export function machineryGrantSummary(state: MachineryGrant): Summary & { status: MachineryGrant['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, organisation, tier } = state;
  const keywords = 'contract' in state && state.contract ? [state.contract.contractNumber] : [];
  return { title, status, programmeId, budgetLineId, organisation, activityKind: tier, keywords };
}

/** What may follow each status. */
export const machineryGrantNext: Next<MachineryGrant['status'], MachineryGrantCommands> = {
  none: { allows: ['RequestMachineryGrant'] },
  requested: { awaits: ['AppraiseMachineryGrant'], allows: ['RejectMachineryGrant'] },
  appraised: { awaits: ['ApproveMachineryGrant', 'RejectMachineryGrant'] },
  rejected: {},
  approved: { awaits: ['SignGrantContract'], allows: ['StopMachineryGrant'] },
  contracted: { awaits: ['RecordAcceptance'], allows: ['PayGrantAdvance', 'RecoverGrant', 'StopMachineryGrant'] },
  accepted: { awaits: ['PayGrant', 'SettleGrant'], allows: ['RecoverGrant'] },
  settled: { allows: ['RecoverGrant'] },
  stopped: {},
};
