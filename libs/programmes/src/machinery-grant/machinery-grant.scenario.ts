import type { OrganisationSnapshot } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { machineryGrant } from './machinery-grant.decider.js';
import { machineryGrantEvents, type MachineryGrantEvent } from './machinery-grant.events.js';

// For specs: the grant of HTX Xuân Thành in the Trà Vinh report (TV16), from its request to its settlement, as facts.

export const machineryGrantId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation: OrganisationSnapshot = {
  organisationId: 'xuan-thanh',
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
};
/** Three persons, for an approver must be another than the first two. */
export const officer = 'p-officer';
export const appraiser = 'p-appraiser';
export const leader = 'p-leader';
export const base = occasion({ objectId: machineryGrantId, personId: officer, organisations: { 'xuan-thanh': organisation } });
export const given = scenario(machineryGrant, machineryGrantEvents, base);
/** Whose command it is. */
export const as = (personId: string) => ({ personId });

const project = {
  title: 'Sơ chế rau củ',
  item: 'Máy sấy',
  totalInvestmentVnd: 121_000_000,
  requestedSupportVnd: 45_000_000,
};
export const request = { ...project, organisationId: 'xuan-thanh', tier: 'provincial', effectiveOn: '2018-03-05' } as const;

type Data<Type> = Omit<Extract<MachineryGrantEvent, { type: Type }>['data'], 'machineryGrantId'>;
/** A fact of this grant. */
export const event = <Type extends MachineryGrantEvent['type']>(type: Type, data: Data<Type>) =>
  ({ type, data: { machineryGrantId, ...data } }) as unknown as MachineryGrantEvent;

/** The same fact with other data. */
export const changed = ({ type, data }: MachineryGrantEvent, other: object) =>
  ({ type, data: { ...data, ...other } }) as unknown as MachineryGrantEvent;

export const requested = event('MachineryGrantRequested', {
  ...project,
  organisation,
  tier: 'provincial',
  requestedBy: officer,
  requestedOn: '2018-03-05',
});
export const appraised = event('MachineryGrantAppraised', {
  recommendedSupportVnd: 45_000_000,
  appraisedBy: appraiser,
  appraisedOn: '2018-03-20',
});
export const approved = event('MachineryGrantApproved', {
  approvedSupportVnd: 45_000_000,
  rules: [],
  approvedBy: leader,
  approvedOn: '2018-04-10',
});
export const rejected = event('MachineryGrantRejected', { rejectedBy: leader, rejectedOn: '2018-04-10' });
export const signed = event('MachineryGrantContractSigned', { contractNumber: '05/HĐ-KC', signedOn: '2018-04-25' });
export const advanced = event('MachineryGrantAdvancePaid', {
  amountVnd: 27_000_000,
  maxShareBasisPoints: 7_000,
  paidOn: '2018-05-15',
});
export const accepted = event('MachineryGrantAccepted', {
  actualInvestmentVnd: 121_000_000,
  acceptedSupportVnd: 45_000_000,
  acceptedOn: '2018-08-20',
});
export const paid = event('MachineryGrantPaid', { amountVnd: 18_000_000, budgetYear: 2018, paidOn: '2018-09-10' });
export const settled = event('MachineryGrantSettled', { settledSupportVnd: 45_000_000, releasedVnd: 0, settledOn: '2018-10-15' });
export const stopped = event('MachineryGrantStopped', { releasedVnd: 45_000_000, stoppedOn: '2018-06-01' });

/** Everything up to the contract. */
export const contracted = [requested, appraised, approved, signed];
