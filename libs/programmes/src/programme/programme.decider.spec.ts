import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { programme } from './programme.decider.js';
import { programmeEvents, type ProgrammeEvent } from './programme.events.js';
import { programmeFigures } from './programme.figures.js';
import { programmeSummary } from './programme.summary.js';

const programmeId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const given = scenario(programme, programmeEvents, occasion({ objectId: programmeId }));

const legalBasis = { documentNumber: '26/KH-UBND', issuer: 'UBND tỉnh Trà Vinh', issuedOn: '2014-12-31' };
const plan = { name: 'Phát triển kinh tế tập thể 2015–2020', legalBasis, periodFromYear: 2015, periodToYear: 2020 };
const opened: ProgrammeEvent = { type: 'ProgrammeOpened', data: { programmeId, ...plan, openedOn: '2015-01-05' } };
const longer = { programmeId, periodToYear: 2021, effectiveOn: '2020-12-01' };
const extended: ProgrammeEvent = {
  type: 'ProgrammeExtended',
  data: { programmeId, periodToYear: 2021, extendedOn: '2020-12-01' },
};
const closed: ProgrammeEvent = { type: 'ProgrammeClosed', data: { programmeId, closedOn: '2021-12-31' } };

describe('a programme', () => {
  it('is opened once, for a period that does not run backwards', () => {
    given()
      .when('OpenProgramme', { ...plan, effectiveOn: '2015-01-05' })
      .then(opened);
    given(opened)
      .when('OpenProgramme', { ...plan, effectiveOn: '2015-01-05' })
      .thenNothing();
    given()
      .when('OpenProgramme', { ...plan, periodToYear: 2014, effectiveOn: '2015-01-05' })
      .thenRefused('PeriodReversed', { periodFromYear: 2015, periodToYear: 2014 });
  });

  it('stores of its legal basis only what it is made of', () => {
    const basis = { ...legalBasis, note: 'scan' };
    given()
      .when('OpenProgramme', { ...plan, legalBasis: basis, effectiveOn: '2015-01-05' })
      .then(opened);
  });

  it('is only made longer, and keeps its legal basis unless a new one is named', () => {
    given(opened).when('ExtendProgramme', longer).then(extended);
    given(opened, extended).when('ExtendProgramme', longer).thenNothing();
    given(opened)
      .when('ExtendProgramme', { ...longer, periodToYear: 2019 })
      .thenRefused('NotLonger', { periodToYear: 2020 });
    expect(given(opened, extended).state()).toMatchObject({ status: 'open', periodToYear: 2021, legalBasis });
    const basis = { documentNumber: '30/KH-UBND', issuer: 'UBND tỉnh Trà Vinh', issuedOn: '2020-11-30' };
    const renewed: ProgrammeEvent = { type: 'ProgrammeExtended', data: { ...extended.data, legalBasis: basis } as never };
    given(opened)
      .when('ExtendProgramme', { ...longer, legalBasis: basis })
      .then(renewed);
    expect(given(opened, renewed).state()).toMatchObject({ legalBasis: basis });
  });

  it('is closed once, not before its opening, and is then not extended', () => {
    const close = { programmeId, effectiveOn: '2021-12-31' };
    given(opened).when('CloseProgramme', close).then(closed);
    given(opened, closed).when('CloseProgramme', close).thenNothing();
    given(opened)
      .when('CloseProgramme', { ...close, effectiveOn: '2015-01-04' })
      .thenRefused('BeforeOpening', { openedOn: '2015-01-05' });
    given(opened, closed).when('ExtendProgramme', longer).thenRefused('ProgrammeClosedBefore', { closedOn: '2021-12-31' });
  });

  it('counts while open, and is found by the number of its legal basis', () => {
    const measure = programmeFigures['programme.open'].measure;
    expect([given(), given(opened), given(opened, closed)].map((past) => measure(past.state()))).toEqual([0, 1, 0]);
    expect(programmeSummary(given(opened).state())).toEqual({
      title: plan.name,
      status: 'open',
      programmeId,
      keywords: ['26/KH-UBND'],
    });
  });
});
