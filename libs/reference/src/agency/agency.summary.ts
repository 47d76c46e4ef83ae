import type { Next, Summary } from '@soquy/kernel';
import type { Agency, AgencyCommands } from './agency.decider.js';

/** How an agency shows in lists. */
export function agencySummary(state: Agency): Summary & { status: Agency['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { name, status, place, agencyId } = state;
  return { title: name, status, place, keywords: [agencyId] };
}

/** What may follow each status. */
export const agencyNext: Next<Agency['status'], AgencyCommands> = {
  none: { allows: ['RegisterAgency'] },
  registered: { allows: ['RenameAgency'] },
};
