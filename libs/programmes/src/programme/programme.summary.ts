import type { Next, Summary } from '@soquy/kernel';
import type { Programme, ProgrammeCommands } from './programme.decider.js';

/** How a programme shows in lists; the number of its legal basis finds it too. */
export function programmeSummary(state: Programme): Summary & { status: Programme['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { name, status, programmeId, legalBasis } = state;
  return { title: name, status, programmeId, keywords: [legalBasis.documentNumber] };
}

/** What may follow each status. */
export const programmeNext: Next<Programme['status'], ProgrammeCommands> = {
  none: { allows: ['OpenProgramme'] },
  open: { allows: ['ExtendProgramme', 'CloseProgramme'] },
  closed: {},
};
