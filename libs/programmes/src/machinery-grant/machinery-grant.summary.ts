import type { Next, Suggests, Summary } from '@soquy/kernel';
import { leftVnd, type MachineryGrant } from './machinery-grant.state.js';
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

/** An appraised grant waits for what was recommended; an accepted one for the rest of its support, then for its settlement. */
export const suggests: Suggests<MachineryGrant, MachineryGrantCommands> = {
  ApproveMachineryGrant(grant) {
    const recommended = grant.status === 'appraised' ? grant.appraisal.recommendedSupportVnd : 0;
    return recommended > 0 ? { approvedSupportVnd: recommended } : undefined;
  },
  PayGrant: (grant) => (grant.status === 'accepted' && leftVnd(grant) > 0 ? { amountVnd: leftVnd(grant) } : undefined),
  SettleGrant: (grant) => (grant.status === 'accepted' && leftVnd(grant) === 0 ? {} : undefined),
};
