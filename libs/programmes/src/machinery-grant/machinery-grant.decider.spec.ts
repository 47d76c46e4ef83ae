import { fixedRules } from '@soquy/kernel';
import { machineryGrant } from './machinery-grant.decider.js';
import {
  appraised,
  appraiser,
  approved,
  as,
  base,
  changed,
  event,
  given,
  leader,
  machineryGrantId,
  officer,
  rejected,
  request,
  requested,
} from './machinery-grant.scenario.js';

describe('a machinery grant, to its approval', () => {
  it('is requested once for an organisation as it is on that day', () => {
    given().when('RequestMachineryGrant', request).then(requested);
    given(requested).when('RequestMachineryGrant', request).thenNothing();
    const lines = { programmeId: 'p', budgetLineId: 'b' };
    given()
      .when('RequestMachineryGrant', { ...request, ...lines })
      .then(changed(requested, { ...lines }));
  });

  it('asks for no more than the investment', () => {
    given()
      .when('RequestMachineryGrant', { ...request, requestedSupportVnd: 121_000_001 })
      .thenRefused('MoreThanInvestment', { supportVnd: 121_000_001, investmentVnd: 121_000_000 });
  });

  it('is appraised after its request, for no more than was asked', () => {
    const appraisal = { machineryGrantId, recommendedSupportVnd: 45_000_000, effectiveOn: '2018-03-20' };
    given(requested).when('AppraiseMachineryGrant', appraisal, as(appraiser)).then(appraised);
    given(requested)
      .when('AppraiseMachineryGrant', { ...appraisal, note: 'Máy phù hợp' }, as(appraiser))
      .then(changed(appraised, { note: 'Máy phù hợp' }));
    given().when('AppraiseMachineryGrant', appraisal).thenRefused('StepNotOpen', { status: 'none' });
    given(requested, appraised).when('AppraiseMachineryGrant', appraisal).thenRefused('StepNotOpen', { status: 'appraised' });
    given(requested)
      .when('AppraiseMachineryGrant', { ...appraisal, effectiveOn: '2018-03-04' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-03-05' });
    given(requested)
      .when('AppraiseMachineryGrant', { ...appraisal, recommendedSupportVnd: 45_000_001 })
      .thenRefused('MoreThanRequested', { supportVnd: 45_000_001, requestedVnd: 45_000_000 });
  });

  const approval = { machineryGrantId, approvedSupportVnd: 45_000_000, effectiveOn: '2018-04-10' };

  it('is approved by another person than who requested or appraised it', () => {
    const appraisedGrant = given(requested, appraised);
    appraisedGrant.when('ApproveMachineryGrant', approval, as(leader)).then(approved);
    appraisedGrant.when('ApproveMachineryGrant', approval, as(officer)).thenRefused('SamePerson', { step: 'request' });
    appraisedGrant.when('ApproveMachineryGrant', approval, as(appraiser)).thenRefused('SamePerson', { step: 'appraisal' });
  });

  it('is approved neither before nor without an appraisal, nor for more than was asked', () => {
    given(requested).when('ApproveMachineryGrant', approval, as(leader)).thenRefused('StepNotOpen', { status: 'requested' });
    const appraisedGrant = given(requested, appraised);
    appraisedGrant
      .when('ApproveMachineryGrant', { ...approval, effectiveOn: '2018-03-19' }, as(leader))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-03-20' });
    appraisedGrant
      .when('ApproveMachineryGrant', { ...approval, approvedSupportVnd: 45_000_001 }, as(leader))
      .thenRefused('MoreThanRequested', { supportVnd: 45_000_001, requestedVnd: 45_000_000 });
    given(requested, appraised, approved)
      .when('ApproveMachineryGrant', approval, as(leader))
      .thenRefused('StepNotOpen', { status: 'approved' });
  });

  it('commits the approved support to its budget line', () => {
    const { ApproveMachineryGrant } = machineryGrant.reserves!;
    const onLine = changed(requested, { budgetLineId: 'b' });
    expect(ApproveMachineryGrant!(given(onLine, appraised).state(), approval, base)).toEqual({
      category: 'budgetLine',
      boundaryId: 'b',
      wish: { budgetLineId: 'b', amountVnd: 45_000_000, committedOn: '2018-04-10' },
    });
    expect(ApproveMachineryGrant!(given(requested, appraised).state(), approval, base)).toBeUndefined();
  });

  it('is rejected once, after its request and appraisal, and never after an approval', () => {
    const rejection = { machineryGrantId, effectiveOn: '2018-04-10' };
    given(requested).when('RejectMachineryGrant', rejection, as(leader)).then(rejected);
    given(requested, appraised).when('RejectMachineryGrant', rejection, as(leader)).then(rejected);
    given(requested, rejected).when('RejectMachineryGrant', rejection, as(leader)).thenNothing();
    given(requested, appraised)
      .when('RejectMachineryGrant', { ...rejection, effectiveOn: '2018-03-19' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2018-03-20' });
    given(requested, appraised, approved)
      .when('RejectMachineryGrant', rejection)
      .thenRefused('StepNotOpen', { status: 'approved' });
    given(requested, appraised, rejected)
      .when('ApproveMachineryGrant', approval, as(leader))
      .thenRefused('StepNotOpen', { status: 'rejected' });
  });
});

describe('ceilings of the decision day', () => {
  const rules = fixedRules({
    'kc.machinery.maxShareBasisPoints': 5_000,
    'kc.machinery.capVnd': 300_000_000,
    'kc.machinery.provincial.tra-vinh.maxShareBasisPoints': 3_000,
  });
  const approve = (
    tier: 'national' | 'provincial',
    totalInvestmentVnd: number,
    approvedSupportVnd: number,
    agencyId = 'tra-vinh',
  ) => {
    const big = { tier, totalInvestmentVnd, requestedSupportVnd: totalInvestmentVnd };
    return given(changed(requested, big), appraised).when(
      'ApproveMachineryGrant',
      { machineryGrantId, approvedSupportVnd, effectiveOn: '2019-04-10' },
      { personId: leader, agencyId, rules },
    );
  };
  const used = (key: string, value: number) => ({ key, value, validFrom: '1900-01-01', source: 'scenario' });
  const approvedUnder = (approvedSupportVnd: number, ...of: ReturnType<typeof used>[]) =>
    event('MachineryGrantApproved', { approvedSupportVnd, rules: of, approvedBy: leader, approvedOn: '2019-04-10' });
  const national = [used('kc.machinery.maxShareBasisPoints', 5_000), used('kc.machinery.capVnd', 300_000_000)];

  it('bind a national grant by share and cap, and stand in the approval', () => {
    approve('national', 100_000_001, 50_000_000).then(approvedUnder(50_000_000, ...national));
    const source = 'scenario';
    approve('national', 100_000_001, 50_000_001).thenRefused('AboveCeiling', {
      supportVnd: 50_000_001,
      highestVnd: 50_000_000,
      rule: 'kc.machinery.maxShareBasisPoints',
      source,
    });
    approve('national', 900_000_000, 300_000_000).then(approvedUnder(300_000_000, ...national));
    approve('national', 900_000_000, 300_000_001).thenRefused('AboveCeiling', {
      supportVnd: 300_000_001,
      highestVnd: 300_000_000,
      rule: 'kc.machinery.capVnd',
      source,
    });
  });

  it('bind a provincial grant by the rules of its own province, where there are any', () => {
    approve('provincial', 100_000_000, 30_000_000).then(
      approvedUnder(30_000_000, used('kc.machinery.provincial.tra-vinh.maxShareBasisPoints', 3_000)),
    );
    approve('provincial', 100_000_000, 30_000_001).thenRefused('AboveCeiling');
    approve('provincial', 900_000_000, 900_000_000, 'soc-trang').then(approvedUnder(900_000_000));
  });
});
