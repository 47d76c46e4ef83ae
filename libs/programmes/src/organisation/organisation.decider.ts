import { known, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import type * as commands from './organisation.commands.js';
import type { DissolutionManner, OrganisationEvent, OrganisationEvents } from './organisation.events.js';

type Registered = OrganisationEvents['OrganisationRegistered'];

/** Also what the organisation's page shows. */
export type Organisation =
  | { readonly status: 'none' }
  | (Registered & {
      readonly status: 'active' | 'suspended' | 'dissolved';
      /** Of the last fact about its legal status. */
      readonly statusOn: string;
      readonly manner?: DissolutionManner;
    });
type Existing = Exclude<Organisation, { status: 'none' }>;

export interface OrganisationRefusals {
  BeforeRegistration: { registeredOn: string };
  OrganisationDissolvedBefore: { dissolvedOn: string };
  BeforeLastStatus: { statusOn: string };
  TaxCodeFixed: { taxCode: string };
  FoundedAfterRegistration: { foundedOn: string; registeredOn: string };
}
export type OrganisationCommands = CommandsOf<typeof commands>;

const refuse: Refuse<OrganisationRefusals> = raise;

const over =
  <Data>(change: (data: Readonly<Data>) => Partial<Existing>) =>
  (state: Organisation, data: Readonly<Data>): Organisation =>
    state.status === 'none' ? state : { ...state, ...change(data) };

export const organisation: Decider<Organisation, OrganisationEvents, OrganisationCommands> = {
  category: 'organisation',
  initial: { status: 'none' },

  evolve: {
    OrganisationRegistered: (_, data) => ({ ...data, status: 'active', statusOn: data.registeredOn }),
    OrganisationRenamed: over(({ name }) => ({ name })),
    OrganisationRelocated: (state, { place, district, commune }) => {
      if (state.status === 'none') return state;
      const { district: _, commune: __, ...rest } = state;
      return { ...rest, place, ...known({ district, commune }) };
    },
    OrganisationReclassified: over(({ sector }) => ({ sector })),
    OrganisationConverted: over(({ type }) => ({ type })),
    OrganisationTaxCodeAssigned: over(({ taxCode }) => ({ taxCode })),
    OrganisationMembersCounted: over(({ members }) => ({ members })),
    OrganisationFoundingEstablished: over(({ foundedOn }) => ({ foundedOn })),
    OrganisationSuspended: over(({ suspendedOn }) => ({ status: 'suspended', statusOn: suspendedOn })),
    OrganisationResumed: over(({ resumedOn }) => ({ status: 'active', statusOn: resumedOn })),
    OrganisationDissolved: over(({ manner, dissolvedOn }) => ({ status: 'dissolved', statusOn: dissolvedOn, manner })),
  },

  decide: {
    RegisterOrganisation(state, command, { objectId }) {
      if (state.status !== 'none') return [];
      const { name, type, sector, place, district, commune, taxCode, foundedOn, members, effectiveOn } = command;
      checkFounding(foundedOn, effectiveOn);
      const given = known({ district, commune, foundedOn, members });
      return [
        {
          type: 'OrganisationRegistered',
          data: { organisationId: objectId, name, type, sector, place, ...given, registeredOn: effectiveOn },
        },
        ...assigned(objectId, taxCode, effectiveOn),
      ];
    },

    ChangeOrganisationDetails(state, command, { objectId }) {
      if (state.status === 'none') return [];
      standing(state, command.effectiveOn);
      return changes(state, command, objectId);
    },

    SuspendOrganisation(state, { effectiveOn }, { objectId }) {
      if (state.status === 'none' || state.status === 'suspended') return [];
      turning(state, effectiveOn);
      return [{ type: 'OrganisationSuspended', data: { organisationId: objectId, suspendedOn: effectiveOn } }];
    },

    ResumeOrganisation(state, { effectiveOn }, { objectId }) {
      if (state.status === 'none' || state.status === 'active') return [];
      turning(state, effectiveOn);
      return [{ type: 'OrganisationResumed', data: { organisationId: objectId, resumedOn: effectiveOn } }];
    },

    DissolveOrganisation(state, { manner = 'dissolution', effectiveOn }, { objectId }) {
      if (state.status === 'none' || state.status === 'dissolved') return [];
      turning(state, effectiveOn);
      return [{ type: 'OrganisationDissolved', data: { organisationId: objectId, manner, dissolvedOn: effectiveOn } }];
    },
  },

  reversible: {
    OrganisationRegistered: 'never',
    OrganisationRenamed: 'always',
    OrganisationRelocated: 'always',
    OrganisationReclassified: 'always',
    OrganisationConverted: 'always',
    OrganisationTaxCodeAssigned: 'always',
    OrganisationMembersCounted: 'always',
    OrganisationFoundingEstablished: 'always',
    OrganisationSuspended: notFollowed('suspendedOn'),
    OrganisationResumed: notFollowed('resumedOn'),
    OrganisationDissolved: 'always',
  },

  claims: {
    OrganisationRegistered: ({ taxCode }) => claimOf(taxCode),
    OrganisationTaxCodeAssigned: ({ taxCode }) => claimOf(taxCode),
  },
};

const claimOf = (taxCode: string | undefined) => (taxCode ? [{ kind: 'organisationCode', value: taxCode }] : []);

/** Nothing happens to an organisation before its registration, nor after its end. */
function standing(state: Existing, on: string): void {
  if (on < state.registeredOn) refuse('BeforeRegistration', { registeredOn: state.registeredOn });
  if (state.status === 'dissolved' && on >= state.statusOn)
    refuse('OrganisationDissolvedBefore', { dissolvedOn: state.statusOn });
}

/** Legal status moves forward only, so that a back-dated suspension cannot contradict what was recorded since. */
function turning(state: Existing, on: string): void {
  if (state.status === 'dissolved') refuse('OrganisationDissolvedBefore', { dissolvedOn: state.statusOn });
  if (on < state.registeredOn) refuse('BeforeRegistration', { registeredOn: state.registeredOn });
  if (on < state.statusOn) refuse('BeforeLastStatus', { statusOn: state.statusOn });
}

/** A turn of status that another one rests on cannot be taken back alone. */
function notFollowed<Field extends string>(field: Field) {
  return (without: Organisation, data: Readonly<Record<Field, string>>): void => {
    if (without.status !== 'none' && without.statusOn > data[field]) refuse('BeforeLastStatus', { statusOn: without.statusOn });
  };
}

/** A fact of its own also beside the registration, which stands for good: a code typed wrong is taken back without it. */
const assigned = (organisationId: string, taxCode: string | undefined, assignedOn: string): readonly OrganisationEvent[] =>
  taxCode ? [{ type: 'OrganisationTaxCodeAssigned', data: { organisationId, taxCode, assignedOn } }] : [];

function checkFounding(foundedOn: string | undefined, registeredOn: string): void {
  if (foundedOn && foundedOn > registeredOn) refuse('FoundedAfterRegistration', { foundedOn, registeredOn }, 'input');
}

type Details = OrganisationCommands['ChangeOrganisationDetails'];

/** Facts in the office's words, one a kind of change. */
function changes(state: Existing, command: Details, organisationId: string): readonly OrganisationEvent[] {
  const { name, type, sector, taxCode, foundedOn, members, effectiveOn } = command;
  checkFounding(foundedOn, state.registeredOn);
  if (taxCode && state.taxCode && taxCode !== state.taxCode) refuse('TaxCodeFixed', { taxCode: state.taxCode });
  const facts: OrganisationEvent[] = [];
  if (name && name !== state.name)
    facts.push({ type: 'OrganisationRenamed', data: { organisationId, name, renamedOn: effectiveOn } });
  const address = newAddress(state, command);
  if (address) facts.push({ type: 'OrganisationRelocated', data: { organisationId, ...address, relocatedOn: effectiveOn } });
  if (sector && sector !== state.sector)
    facts.push({ type: 'OrganisationReclassified', data: { organisationId, sector, reclassifiedOn: effectiveOn } });
  if (type && type !== state.type)
    facts.push({ type: 'OrganisationConverted', data: { organisationId, type, convertedOn: effectiveOn } });
  if (!state.taxCode) facts.push(...assigned(organisationId, taxCode, effectiveOn));
  if (foundedOn && foundedOn !== state.foundedOn)
    facts.push({ type: 'OrganisationFoundingEstablished', data: { organisationId, foundedOn, establishedOn: effectiveOn } });
  if (members !== undefined && members !== state.members)
    facts.push({ type: 'OrganisationMembersCounted', data: { organisationId, members, countedOn: effectiveOn } });
  return facts;
}

/** Within the same province the parts not given stay; in another province they say nothing any more. */
function newAddress(state: Existing, { place = state.place, district, commune }: Details) {
  const kept = place === state.place ? { district: state.district, commune: state.commune } : {};
  const address = { district: district ?? kept.district, commune: commune ?? kept.commune };
  const same = place === state.place && address.district === state.district && address.commune === state.commune;
  return same ? undefined : { place, ...known(address) };
}
