import type { Next, OrganisationSnapshot, Summary } from '@soquy/kernel';
import type { Organisation, OrganisationCommands } from './organisation.decider.js';

/** How an organisation shows in lists; its tax code finds it too. */
export function organisationSummary(state: Organisation): Summary & { status: Organisation['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { name, status, place, taxCode } = state;
  return { title: name, status, place, organisation: organisationSnapshot(state), keywords: taxCode ? [taxCode] : [] };
}

/** What a fact of another slice stores of the organisation it names. */
export function organisationSnapshot(state: Organisation): OrganisationSnapshot {
  if (state.status === 'none') throw new Error('assertion: no snapshot of an organisation that was never registered');
  const { organisationId, type, sector, place } = state;
  return { organisationId, type, sector, place };
}

/** What may follow each status. */
export const organisationNext: Next<Organisation['status'], OrganisationCommands> = {
  none: { allows: ['RegisterOrganisation'] },
  active: { allows: ['ChangeOrganisationDetails', 'SuspendOrganisation', 'DissolveOrganisation'] },
  suspended: { allows: ['ChangeOrganisationDetails', 'ResumeOrganisation', 'DissolveOrganisation'] },
  // What is learned later of a day before its end can still be recorded.
  dissolved: { allows: ['ChangeOrganisationDetails'] },
};
