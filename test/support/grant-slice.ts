import { entry, nothing, type DomainEvent, type EventCatalogue, type OrganisationSnapshot, type Outcomes } from '@soquy/kernel';
import type { EventMetadata, NewEvent } from '@soquy/event-store';
import type { ProjectedSlice } from '@soquy/read-models';

/** A small slice for specs of the read side: what a payment counts for depends on facts that may be recorded after it. */
export interface GrantEvents {
  GrantRequested: {
    title: string;
    kind: string;
    budgetLineId?: string;
    organisation?: OrganisationSnapshot;
    requestedOn: string;
  };
  GrantApproved: { amountVnd: number; approvedOn: string };
  GrantPaid: { amountVnd?: number; paidOn: string };
  GrantRenamed: { title: string; renamedOn: string };
}

export interface Grant {
  readonly status: 'none' | 'requested' | 'approved' | 'paid';
  readonly title: string;
  readonly kind?: string;
  readonly budgetLineId?: string;
  readonly organisation?: OrganisationSnapshot;
  readonly approvedVnd: number;
  readonly paidVnd: number;
  /** Which facts led here, in their order: two different orders never look alike. */
  readonly trail: string;
}

const events: EventCatalogue<GrantEvents> = {
  GrantRequested: { version: 2, effectiveOn: 'requestedOn', upcasters: [(data) => ({ ...data, kind: 'machinery' })] },
  GrantApproved: { version: 1, effectiveOn: 'approvedOn' },
  GrantPaid: { version: 1, effectiveOn: 'paidOn' },
  GrantRenamed: { version: 1, effectiveOn: 'renamedOn' },
};

const outcomes: Outcomes<GrantEvents, string, Grant> = {
  dimensions: ({ budgetLineId, organisation, kind }) => ({ budgetLineId, organisation, activityKind: kind }),
  on: {
    GrantRequested: () => [entry('grant.requests', 1)],
    GrantApproved: ({ amountVnd }) => [
      entry('grant.approved', amountVnd),
      entry('grant.projects', { value: 1, qualifier: 'over' }),
    ],
    GrantPaid: ({ amountVnd }, { approvedVnd, paidVnd, budgetLineId }) => [
      entry('grant.paid', amountVnd),
      ...(paidVnd > approvedVnd ? [entry('grant.overpaid', paidVnd - approvedVnd)] : []),
      ...(budgetLineId && amountVnd ? [entry('budget.disbursed', amountVnd, { source: 'provincialBudget' })] : []),
    ],
    GrantRenamed: nothing,
  },
};

const sum = { kind: 'sum', unit: 'vnd', words: { vi: 'Tổng', en: 'Sum' } } as const;
const figures = { 'grant.requests': sum, 'grant.approved': sum, 'grant.projects': sum, 'grant.paid': sum, 'grant.overpaid': sum };

/** Another category with the same rules, for specs with more than one slice. */
export function grantSlice(category = 'grant', version = 1): ProjectedSlice {
  const evolve = {
    GrantRequested: (state: Grant, { title, kind, budgetLineId, organisation }: GrantEvents['GrantRequested']): Grant => ({
      ...state,
      ...(state.status === 'none' && { status: 'requested' }),
      title,
      kind,
      ...(budgetLineId && { budgetLineId }),
      ...(organisation && { organisation }),
      trail: `${state.trail}q`,
    }),
    GrantApproved: (state: Grant, { amountVnd }: GrantEvents['GrantApproved']): Grant => ({
      ...state,
      status: 'approved',
      approvedVnd: amountVnd,
      trail: `${state.trail}a`,
    }),
    GrantPaid: (state: Grant, { amountVnd = 0 }: GrantEvents['GrantPaid']): Grant => ({
      ...state,
      status: 'paid',
      paidVnd: state.paidVnd + amountVnd,
      trail: `${state.trail}p${amountVnd}`,
    }),
    GrantRenamed: (state: Grant, { title }: GrantEvents['GrantRenamed']): Grant => ({
      ...state,
      title,
      trail: `${state.trail}n`,
    }),
  };
  const initial: Grant = { status: 'none', title: '', approvedVnd: 0, paidVnd: 0, trail: '' };
  return {
    noun: `${category}s`,
    version,
    events: events as never,
    decider: { category, initial, evolve: evolve as never },
    outcomes: outcomes as never,
    figures,
    summary: (state) => {
      const { title, status, budgetLineId, organisation, kind } = state as Grant;
      return { title, status, budgetLineId, organisation, activityKind: kind, keywords: ['Đề án'] };
    },
  };
}

/** An uuid that tells its number. */
export const uuid = (number: number): string => `00000000-0000-5000-8000-${String(number).padStart(12, '0')}`;

const dayFields: Readonly<Record<string, string>> = {
  GrantRequested: 'requestedOn',
  GrantApproved: 'approvedOn',
  GrantPaid: 'paidOn',
  GrantRenamed: 'renamedOn',
  CorrectionRequested: 'requestedOn',
  CorrectionApproved: 'approvedOn',
  CorrectionRejected: 'rejectedOn',
  ReservationLapsed: 'lapsedOn',
};

/** An event as the gateway would append it; its effective day is that of its data. */
export function grantEvent(id: number, { type, data }: DomainEvent, over: Partial<EventMetadata> = {}): NewEvent {
  const effectiveOn = (data as Record<string, string>)[dayFields[type]!] ?? '2026-01-01';
  const metadata: EventMetadata = {
    commandId: uuid(id),
    commandHash: 'hash',
    requestId: `request-${id}`,
    $correlationId: uuid(id),
    $causationId: uuid(id),
    actor: { personId: 'p-1', role: 'officer' },
    agencyId: 'tra-vinh',
    recordedAt: new Date(Date.UTC(2026, 0, 1) + id * 1_000).toISOString(),
    effectiveOn,
    postingPeriod: '2026-01',
    budgetYear: Number(effectiveOn.slice(0, 4)),
    schemaVersion: type === 'GrantRequested' ? 2 : 1,
    ...over,
  };
  return { id: uuid(id), type, data, metadata };
}

/** A grant's whole life in four events. */
export const grantLife = (first: number, day: (step: number) => string, amountVnd = 1_000_000): NewEvent[] => [
  grantEvent(
    first,
    { type: 'GrantRequested', data: { title: `Máy ${first}`, kind: 'machinery', requestedOn: day(0) } },
    { objectCode: `MM-${first}` },
  ),
  grantEvent(first + 1, { type: 'GrantApproved', data: { amountVnd, approvedOn: day(1) } }),
  grantEvent(first + 2, { type: 'GrantPaid', data: { amountVnd, paidOn: day(2) } }),
  grantEvent(first + 3, { type: 'GrantRenamed', data: { title: `Máy số ${first}`, renamedOn: day(3) } }),
];
