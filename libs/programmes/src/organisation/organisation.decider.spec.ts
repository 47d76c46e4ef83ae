import { fold, type Fact } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { organisation } from './organisation.decider.js';
import { organisationEvents, type OrganisationEvent } from './organisation.events.js';
import { organisationFigures } from './organisation.figures.js';
import { organisationSnapshot, organisationSummary } from './organisation.summary.js';

const organisationId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const given = scenario(organisation, organisationEvents, occasion({ objectId: organisationId }));

const details = {
  name: 'HTX Nông nghiệp Phú Cần',
  type: 'cooperative',
  sector: 'agriculture',
  place: 'TCTK63:84',
  district: 'Tiểu Cần',
  commune: 'Phú Cần',
  members: 42,
} as const;
const registered: OrganisationEvent = {
  type: 'OrganisationRegistered',
  data: { organisationId, ...details, registeredOn: '2016-03-01' },
};
const suspended: OrganisationEvent = { type: 'OrganisationSuspended', data: { organisationId, suspendedOn: '2018-05-02' } };
const resumed: OrganisationEvent = { type: 'OrganisationResumed', data: { organisationId, resumedOn: '2019-01-15' } };
const dissolved: OrganisationEvent = {
  type: 'OrganisationDissolved',
  data: { organisationId, manner: 'dissolution', dissolvedOn: '2021-06-30' },
};
const change = (fields: object, effectiveOn = '2020-02-03') => ({ organisationId, effectiveOn, ...fields });

describe('an organisation', () => {
  it('is registered once, and what was not given stays unknown', () => {
    given()
      .when('RegisterOrganisation', { ...details, effectiveOn: '2016-03-01' })
      .then(registered);
    given(registered)
      .when('RegisterOrganisation', { ...details, effectiveOn: '2016-03-01' })
      .thenNothing();
    const { district, commune, members, ...least } = details;
    given()
      .when('RegisterOrganisation', { ...least, effectiveOn: '2016-03-01' })
      .then({ type: 'OrganisationRegistered', data: { organisationId, ...least, registeredOn: '2016-03-01' } });
  });

  it('was not founded after it was registered', () => {
    given()
      .when('RegisterOrganisation', { ...details, foundedOn: '2016-03-02', effectiveOn: '2016-03-01' })
      .thenRefused('FoundedAfterRegistration', { foundedOn: '2016-03-02', registeredOn: '2016-03-01' });
  });

  it('claims its tax code for the whole province', () => {
    const { OrganisationRegistered: registering, OrganisationTaxCodeAssigned: assigning } = organisation.claims!;
    const claim = [{ kind: 'organisationCode', value: '2100123456' }];
    const plain = { ...details, organisationId, registeredOn: '2016-03-01' };
    expect(registering!({ ...plain, taxCode: '2100123456' })).toEqual(claim);
    expect(registering!(plain)).toEqual([]);
    expect(assigning!({ organisationId, taxCode: '2100123456', assignedOn: '2016-03-01' })).toEqual(claim);
    expect(organisation.reversible.OrganisationTaxCodeAssigned).toBe('always');
  });

  it('turns each difference into a fact of its own kind, and a repetition into none', () => {
    const fields = {
      name: 'HTX Phú Cần',
      type: 'cooperativeUnion',
      sector: 'tradeServices',
      place: 'QD19-2025:86',
      taxCode: '2100123456',
      foundedOn: '2015-12-01',
      members: 50,
    } as const;
    const facts: OrganisationEvent[] = [
      { type: 'OrganisationRenamed', data: { organisationId, name: 'HTX Phú Cần', renamedOn: '2025-08-01' } },
      { type: 'OrganisationRelocated', data: { organisationId, place: 'QD19-2025:86', relocatedOn: '2025-08-01' } },
      { type: 'OrganisationReclassified', data: { organisationId, sector: 'tradeServices', reclassifiedOn: '2025-08-01' } },
      { type: 'OrganisationConverted', data: { organisationId, type: 'cooperativeUnion', convertedOn: '2025-08-01' } },
      { type: 'OrganisationTaxCodeAssigned', data: { organisationId, taxCode: '2100123456', assignedOn: '2025-08-01' } },
      { type: 'OrganisationFoundingEstablished', data: { organisationId, foundedOn: '2015-12-01', establishedOn: '2025-08-01' } },
      { type: 'OrganisationMembersCounted', data: { organisationId, members: 50, countedOn: '2025-08-01' } },
    ];
    given(registered)
      .when('ChangeOrganisationDetails', change(fields, '2025-08-01'))
      .then(...facts);
    given(registered, ...facts)
      .when('ChangeOrganisationDetails', change(fields, '2025-08-02'))
      .thenNothing();
    expect(given(registered, ...facts).state()).toMatchObject({ ...fields, status: 'active' });
    expect(given(registered, ...facts).state()).not.toHaveProperty('district');
  });

  it('keeps the parts of its address that were not given, within the same province', () => {
    given(registered)
      .when('ChangeOrganisationDetails', change({ commune: 'Tập Ngãi' }))
      .then({
        type: 'OrganisationRelocated',
        data: { organisationId, place: 'TCTK63:84', district: 'Tiểu Cần', commune: 'Tập Ngãi', relocatedOn: '2020-02-03' },
      });
  });

  it('has a tax code given at its registration by a fact of its own, so that one typed wrong is put right', () => {
    const code = (taxCode: string, assignedOn: string): OrganisationEvent => ({
      type: 'OrganisationTaxCodeAssigned',
      data: { organisationId, taxCode, assignedOn },
    });
    given()
      .when('RegisterOrganisation', { ...details, taxCode: '2100123465', effectiveOn: '2016-03-01' })
      .then(registered, code('2100123465', '2016-03-01'));
    given(registered)
      .when('ChangeOrganisationDetails', change({ taxCode: '2100123456' }, '2016-03-01'))
      .then(code('2100123456', '2016-03-01'));
  });

  it('keeps its tax code for ever', () => {
    given(registered, {
      type: 'OrganisationTaxCodeAssigned',
      data: { organisationId, taxCode: '2100123456', assignedOn: '2017-01-03' },
    })
      .when('ChangeOrganisationDetails', change({ taxCode: '2100123457' }))
      .thenRefused('TaxCodeFixed', { taxCode: '2100123456' });
  });

  it('is suspended, resumed and dissolved, each once and never before what was recorded last', () => {
    given(registered).when('SuspendOrganisation', change({}, '2018-05-02')).then(suspended);
    given(registered, suspended).when('SuspendOrganisation', change({})).thenNothing();
    given(registered, suspended).when('ResumeOrganisation', change({}, '2019-01-15')).then(resumed);
    given(registered, suspended, resumed).when('ResumeOrganisation', change({})).thenNothing();
    given(registered, suspended, resumed).when('DissolveOrganisation', change({}, '2021-06-30')).then(dissolved);
    given(registered, suspended, resumed, dissolved).when('DissolveOrganisation', change({})).thenNothing();
    given(registered)
      .when('SuspendOrganisation', change({}, '2016-02-29'))
      .thenRefused('BeforeRegistration', { registeredOn: '2016-03-01' });
    given(registered, suspended, resumed)
      .when('DissolveOrganisation', change({}, '2019-01-14'))
      .thenRefused('BeforeLastStatus', { statusOn: '2019-01-15' });
  });

  it('changes nothing after its end, but facts from before may still come in', () => {
    const past = given(registered, dissolved);
    past.when('ResumeOrganisation', change({})).thenRefused('OrganisationDissolvedBefore', { dissolvedOn: '2021-06-30' });
    past
      .when('ChangeOrganisationDetails', change({ members: 7 }, '2021-06-30'))
      .thenRefused('OrganisationDissolvedBefore', { dissolvedOn: '2021-06-30' });
    past
      .when('ChangeOrganisationDetails', change({ members: 7 }, '2021-06-29'))
      .then({ type: 'OrganisationMembersCounted', data: { organisationId, members: 7, countedOn: '2021-06-29' } });
  });

  it('gives back a turn of status only while no later one rests on it', () => {
    const check = organisation.reversible.OrganisationSuspended as (without: unknown, data: object) => void;
    expect(() => check(given(registered).state(), suspended.data)).not.toThrow();
    expect(() => check(given(registered, resumed).state(), suspended.data)).toThrow('BeforeLastStatus');
  });

  it('counts as active, suspended or neither, whatever the order of recording', () => {
    const all = [registered, suspended, resumed, dissolved];
    const facts = all.map((event, index): Fact => {
      const effectiveOn = (event.data as unknown as Record<string, string>)[organisationEvents[event.type].effectiveOn]!;
      return { ...event, id: `event-${9 - index}`, effectiveOn };
    });
    const measured = (until: string) => {
      const state = fold(organisation, facts.toReversed(), { until });
      return [
        organisationFigures['organisation.active'].measure(state),
        organisationFigures['organisation.suspended'].measure(state),
      ];
    };
    expect(['2016-02-29', '2016-03-01', '2018-05-02', '2019-01-15', '2021-06-30'].map(measured)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  it('hands facts of others its snapshot, and lists its tax code', () => {
    const state = given({ ...registered, data: { ...registered.data, taxCode: '2100123456' } }).state();
    const snapshot = { organisationId, type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84' };
    expect(organisationSnapshot(state)).toEqual(snapshot);
    expect(organisationSummary(state)).toEqual({
      title: 'HTX Nông nghiệp Phú Cần',
      status: 'active',
      place: 'TCTK63:84',
      organisation: snapshot,
      keywords: ['2100123456'],
    });
  });
});
