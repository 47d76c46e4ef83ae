import { entry, nothing, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { Organisation } from './organisation.decider.js';
import type { OrganisationEvents } from './organisation.events.js';
import type { organisationFigures } from './organisation.figures.js';
import { organisationSnapshot } from './organisation.summary.js';

/** Only the registration adds; what an organisation is at a day is measured on its state. */
export const organisationOutcomes: Outcomes<OrganisationEvents, AddableOf<typeof organisationFigures>, Organisation> = {
  dimensions: (state) => (state.status === 'none' ? {} : { organisation: organisationSnapshot(state), place: state.place }),
  on: {
    OrganisationRegistered: () => [entry('organisation.registered', 1)],
    OrganisationRenamed: nothing,
    OrganisationRelocated: nothing,
    OrganisationReclassified: nothing,
    OrganisationConverted: nothing,
    OrganisationTaxCodeAssigned: nothing,
    OrganisationMembersCounted: nothing,
    OrganisationFoundingEstablished: nothing,
    OrganisationSuspended: nothing,
    OrganisationResumed: nothing,
    OrganisationDissolved: nothing,
  },
};
