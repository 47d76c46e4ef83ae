import type { MachineryGrantEvents as Events } from './machinery-grant.events.js';

/** Money to the beneficiary, or back from it. */
export interface Movement {
  readonly kind: 'advance' | 'payment' | 'recovery';
  readonly amountVnd: number;
  /** Of a recovery: the part that takes back accepted support. */
  readonly fromSupportVnd?: number;
  readonly afterSettlement?: boolean;
  readonly voucher?: string;
  readonly on: string;
}

type Part<Name extends keyof Events> = Readonly<Omit<Events[Name], 'machineryGrantId'>>;
type Requested = Events['MachineryGrantRequested'] & { readonly movements: readonly Movement[] };
type Appraised = Requested & { readonly appraisal: Part<'MachineryGrantAppraised'> };
type Approved = Appraised & { readonly approval: Part<'MachineryGrantApproved'> };
type Contracted = Approved & { readonly contract: Part<'MachineryGrantContractSigned'> };
type Accepted = Contracted & { readonly acceptance: Part<'MachineryGrantAccepted'> };

/** Also what the grant's page shows: the request, then what each step added, and all money moved. */
export type MachineryGrant =
  | { readonly status: 'none' }
  | ({ readonly status: 'requested' } & Requested)
  | ({ readonly status: 'appraised' } & Appraised)
  | ({ readonly status: 'rejected'; readonly rejection: Part<'MachineryGrantRejected'> } & Requested & Partial<Appraised>)
  | ({ readonly status: 'approved' } & Approved)
  | ({ readonly status: 'contracted' } & Contracted)
  | ({ readonly status: 'accepted' } & Accepted)
  | ({ readonly status: 'settled'; readonly settlement: Part<'MachineryGrantSettled'> } & Accepted)
  | ({ readonly status: 'stopped'; readonly stop: Part<'MachineryGrantStopped'> } & Approved & Partial<Contracted>);

/** Grants whose contract stands: money can move. */
export type ContractedGrant = Extract<MachineryGrant, { status: 'contracted' | 'accepted' | 'settled' }>;

/** What the beneficiary holds: advances and payments less what was recovered. */
export const heldVnd = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { kind, amountVnd }) => sum + (kind === 'recovery' ? -amountVnd : amountVnd), 0);

/** What it may keep: the accepted support less what was taken back of it; nothing before the acceptance. */
export function earnedVnd(grant: ContractedGrant): number {
  const accepted = grant.status === 'contracted' ? 0 : grant.acceptance.acceptedSupportVnd;
  return grant.movements.reduce((sum, { fromSupportVnd = 0 }) => sum - fromSupportVnd, accepted);
}

/** Still to be paid of it; below zero where it holds an advance that it did not earn. */
export const leftVnd = (grant: ContractedGrant): number => earnedVnd(grant) - heldVnd(grant.movements);

/** Day of the last movement of these kinds; empty (before any day) where there is none. */
export const lastMoved = (movements: readonly Movement[], ...kinds: Movement['kind'][]): string =>
  movements.reduce((last, { kind, on }) => (kinds.includes(kind) && on > last ? on : last), '');

/** Whether more was recovered than paid out on any day. */
export function overdrawn(movements: readonly Movement[]): boolean {
  const days = [...new Set(movements.map(({ on }) => on))];
  return days.some((day) => heldVnd(movements.filter(({ on }) => on <= day)) < 0);
}
