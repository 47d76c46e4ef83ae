import type { EventMetadata, StoredEvent } from '@soquy/event-store';
import { entry, type DomainEvent, type OrganisationSnapshot } from '@soquy/kernel';
import { grantEvent, grantSlice } from '../../../../test/support/grant-slice.js';
import type { ProjectedSlice } from '../projected-slice.js';
import { newHistory } from './object-history.js';
import { project } from './project.js';
import { ProjectedRows, type RowSet } from './projected-rows.js';
import { target } from './target.js';

const organisation: OrganisationSnapshot = {
  organisationId: 'htx-1',
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
};
const requested: DomainEvent = {
  type: 'GrantRequested',
  data: { title: 'Máy dệt chiếu', kind: 'machinery', organisation, requestedOn: '2026-03-01' },
};
const paid = (data: object): DomainEvent => ({ type: 'GrantPaid', data: { paidOn: '2026-03-02', ...data } });

type Recorded = readonly [event: DomainEvent, over?: Partial<EventMetadata>];

function projected(recorded: readonly Recorded[], slice: ProjectedSlice = grantSlice()): RowSet {
  const rows = new ProjectedRows();
  const events = recorded.map(([event, over], index): StoredEvent => {
    const place = { stream: 'grant-7', revision: BigInt(index), position: `t-${index}` };
    return { ...grantEvent(index, event, over), ...place };
  });
  const history = newHistory(events[0]!);
  for (const event of events) project(target(slice, 3), history, event, rows);
  return rows.take();
}

const withOutcome = (on: ProjectedSlice['outcomes']['on'][string]): ProjectedSlice => {
  const slice = grantSlice();
  return { ...slice, outcomes: { ...slice.outcomes, on: { ...slice.outcomes.on, GrantPaid: on } } };
};

describe('rows of facts', () => {
  it('carry the dimensions of the object, with the organisation as it was then and its place', () => {
    const { entries } = projected([[requested, { agencyId: 'soc-trang', origin: 'demo', postingPeriod: '2026-04' }]]);
    expect(entries).toEqual([
      expect.objectContaining({
        build: 3,
        entryNo: 0,
        metric: 'grant.requests',
        value: 1,
        weight: 1,
        category: 'grant',
        objectId: '7',
        agencyId: 'soc-trang',
        organisationId: 'htx-1',
        organisationType: 'cooperative',
        sector: 'agriculture',
        place: 'TCTK63:84',
        activityKind: 'machinery',
        fundId: null,
        effectiveOn: '2026-03-01',
        budgetYear: 2026,
        postingPeriod: '2026-04',
        origin: 'demo',
        negates: null,
      }),
    ]);
  });

  it('lay the dimensions of an entry over those of its object; what the entry leaves open is the object’s', () => {
    const dimensions = { place: 'QD19-2025:86', budgetYear: 2025, source: 'provincialBudget', activityKind: undefined };
    const slice = withOutcome(() => [entry('grant.paid', 5, dimensions), { ...entry('grant.visits', 1), subjectId: 's-1' }]);
    const [, over, plain] = projected([[requested], [paid({})]], slice).entries;
    expect(over).toMatchObject({
      place: 'QD19-2025:86',
      budgetYear: 2025,
      source: 'provincialBudget',
      activityKind: 'machinery',
      organisationId: 'htx-1',
    });
    expect(plain).toMatchObject({ place: 'TCTK63:84', budgetYear: 2026, source: null, subjectId: 's-1', entryNo: 1 });
  });

  it('keep what was not given unknown, and how exactly a number was given', () => {
    const slice = withOutcome(() => [entry('a', undefined), entry('b', { value: 3, qualifier: 'range', valueTo: 5 })]);
    const [, unknown, range] = projected([[requested], [paid({})]], slice).entries;
    expect(unknown).toMatchObject({ value: 0, valueTo: null, unknown: 1, qualifier: 'exact', weight: 1 });
    expect(range).toMatchObject({ value: 3, valueTo: 5, unknown: 0, qualifier: 'range' });
  });

  it('negate every part of what is taken back', () => {
    const slice = withOutcome(() => [entry('a', undefined), entry('b', { value: 3, qualifier: 'range', valueTo: 5 })]);
    const approved: DomainEvent = {
      type: 'CorrectionApproved',
      data: { correctionId: 'c', eventId: grantEvent(1, paid({})).id, eventType: 'GrantPaid', approvedOn: '2026-03-02' },
    };
    const { entries } = projected([[requested], [paid({})], [approved, { postingPeriod: '2026-09' }]], slice);
    const [a, b] = entries.slice(-2);
    const about = {
      eventId: grantEvent(2, approved).id,
      negates: grantEvent(1, paid({})).id,
      position: 't-2',
      postingPeriod: '2026-09',
      effectiveOn: '2026-03-02',
    };
    expect(a).toMatchObject({ ...about, entryNo: 0, value: 0, valueTo: null, unknown: -1, weight: -1 });
    expect(b).toMatchObject({ ...about, entryNo: 1, value: -3, valueTo: -5, unknown: 0, qualifier: 'range', weight: -1 });
  });

  it('state a fact anew where one recorded later comes before it', () => {
    const { entries } = projected([
      [paid({ amountVnd: 4 })],
      [{ type: 'GrantApproved', data: { amountVnd: 4, approvedOn: '2026-03-01' } }],
    ]);
    const told = entries.map(({ metric, value, eventId, entryNo, position }) =>
      [metric, value, eventId.slice(-1), entryNo, position].join(' '),
    );
    expect(told).toEqual([
      'grant.paid 4 0 0 t-0',
      'grant.overpaid 4 0 1 t-0',
      'grant.approved 4 1 0 t-1',
      'grant.projects 1 1 1 t-1',
      'grant.overpaid -4 1 2 t-1',
    ]);
  });

  it('find an object by code, title and keywords, whatever the accents', () => {
    const { objects } = projected([[requested, { objectCode: 'MM-2026-0007' }]]);
    expect(objects[0]).toMatchObject({
      code: 'MM-2026-0007',
      search: 'mm-2026-0007 may det chieu de an',
      title: 'Máy dệt chiếu',
      status: 'requested',
    });
    expect(projected([[requested]]).objects[0]).toMatchObject({ code: '7' });
  });

  it('hold what the slice’s own row says, or else the whole state', () => {
    const slice = { ...grantSlice(), row: (state: unknown) => ({ length: (state as { title: string }).title.length }) };
    expect(projected([[requested]], slice).objects[0]!.row).toEqual({ length: 13 });
    expect(projected([[requested]]).objects[0]!.row).toMatchObject({ title: 'Máy dệt chiếu', approvedVnd: 0, organisation });
  });

  it('show an older version of an event as today’s code reads it', () => {
    const old: DomainEvent = { type: 'GrantRequested', data: { title: 'Máy', requestedOn: '2026-03-01' } };
    const { facts, objects } = projected([[old, { schemaVersion: 1 }]]);
    expect(facts[0]).toMatchObject({ version: 2, data: { title: 'Máy', kind: 'machinery', requestedOn: '2026-03-01' } });
    expect(objects[0]).toMatchObject({ activityKind: 'machinery' });
  });

  it('are refused, with nothing half done, where the code cannot read an event', () => {
    expect(() => projected([[requested, { schemaVersion: 3 }]])).toThrow('GrantRequested was stored as version 3, newer than 2');
    expect(() => projected([[{ type: 'GrantLost', data: {} }]])).toThrow('grants knows no event GrantLost');
    expect(() => projected([[requested], [paid({ amountVnd: 0.5 })]])).toThrow('grant.paid is given 0.5, not a whole number');
  });
});
