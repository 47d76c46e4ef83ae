import { percentHalfUp, type Dimensions, type OrganisationSnapshot } from '@soquy/kernel';
import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { machineryGrant } from './machinery-grant.decider.js';
import { machineryGrantEvents } from './machinery-grant.events.js';
import { machineryGrantOutcomes } from './machinery-grant.outcomes.js';

const MILLION = 1_000_000;
const machineryGrantId = 'g';
const beneficiary = (organisationId: string): OrganisationSnapshot => ({
  organisationId,
  type: 'cooperative',
  sector: 'industryConstruction',
  place: 'TCTK63:84',
});

/** A grant with its contract, on budget line b unless said otherwise, approved for `support` of `investment`. */
function approvedGrant(organisationId: string, investment: number, support: number, budgetLineId = 'b', references = {}) {
  const organisations = { [organisationId]: beneficiary(organisationId) };
  const grant = new Rehearsal(machineryGrant, machineryGrantEvents, occasion({ organisations, references }));
  const project = {
    organisationId,
    ...(budgetLineId && { budgetLineId }),
    tier: 'provincial',
    title: 'Đề án',
    item: 'Máy',
  } as const;
  grant.record('RequestMachineryGrant', {
    ...project,
    totalInvestmentVnd: investment,
    requestedSupportVnd: support,
    effectiveOn: '2018-03-05',
  });
  grant.record('AppraiseMachineryGrant', { machineryGrantId, recommendedSupportVnd: support, effectiveOn: '2018-03-20' });
  grant.record(
    'ApproveMachineryGrant',
    { machineryGrantId, approvedSupportVnd: support, effectiveOn: '2018-04-10' },
    { personId: 'p-leader' },
  );
  grant.record('SignGrantContract', { machineryGrantId, contractNumber: organisationId, effectiveOn: '2018-04-25' });
  return grant;
}
type Grant = ReturnType<typeof approvedGrant>;

const advance = (grant: Grant, amountVnd: number) =>
  grant.record('PayGrantAdvance', { machineryGrantId, amountVnd, effectiveOn: '2018-05-15' });
const accept = (grant: Grant, actualInvestmentVnd: number, acceptedSupportVnd: number) =>
  grant.record('RecordAcceptance', { machineryGrantId, actualInvestmentVnd, acceptedSupportVnd, effectiveOn: '2018-08-20' });
const pay = (grant: Grant, amountVnd: number) =>
  grant.record('PayGrant', { machineryGrantId, amountVnd, effectiveOn: '2018-09-10' });
const settle = (grant: Grant) => grant.record('SettleGrant', { machineryGrantId, effectiveOn: '2018-10-15' });
const recover = (grant: Grant, amountVnd: number, effectiveOn: string) =>
  grant.record('RecoverGrant', { machineryGrantId, amountVnd, effectiveOn });

const figuresOf = (...grants: Grant[]) =>
  tally(
    machineryGrant,
    machineryGrantOutcomes,
    grants.map(({ facts }) => facts),
  );

describe('figures of the Trà Vinh report', () => {
  const projects = [
    ['nam-do', 30_000_000, 12_000_000],
    ['xuan-thanh', 121_000_000, 45_000_000],
    ['nguyen-cuong', 619_000_000, 228_000_000],
  ] as const;
  const figure = figuresOf(
    ...projects.map(([id, investment, support]) => {
      const grant = approvedGrant(id, investment, support);
      const first = Math.floor(support * 0.6);
      advance(grant, first);
      accept(grant, investment, support);
      pay(grant, support - first);
      settle(grant);
      return grant;
    }),
  );
  const exact = (value: number) => ({ value, qualifier: 'exact', unknown: 0 });

  it('TV14: three projects, 285 of 770 million', () => {
    expect(figure('grant.projects')).toEqual(exact(3));
    expect(figure('grant.investment')).toEqual(exact(770_000_000));
    expect(figure('grant.support')).toEqual(exact(285_000_000));
    expect(figure('grant.approved')).toEqual(exact(285_000_000));
    expect(figure('grant.paid')).toEqual(exact(285_000_000));
    expect(figure('budget.disbursed')).toEqual(exact(285_000_000));
    expect(figure('budget.committed').value).toBe(0);
  });

  it.each([
    ['TV15', 'nam-do', 30_000_000, 12_000_000, 40],
    ['TV16', 'xuan-thanh', 121_000_000, 45_000_000, 37.19],
    ['TV17', 'nguyen-cuong', 619_000_000, 228_000_000, 36.83],
    ['TV14', undefined, 770_000_000, 285_000_000, 37.01],
  ])('EX-16, %s: the share of %s', (_, id, investment, support, share) => {
    const of = (metric: 'grant.support' | 'grant.investment') =>
      figure(metric, ({ organisation }) => !id || organisation?.organisationId === id).value;
    expect([of('grant.investment'), of('grant.support')]).toEqual([investment, support]);
    expect(percentHalfUp(of('grant.support'), of('grant.investment'))).toBe(share);
  });
});

describe('figures of a grant', () => {
  it('count the project at its acceptance, the money when it moves', () => {
    const grant = approvedGrant('o', 121_000_000, 45_000_000);
    advance(grant, 31_500_000);
    const before = figuresOf(grant);
    expect([before('grant.projects').value, before('grant.support').value]).toEqual([0, 0]);
    expect([before('grant.approved').value, before('grant.paid').value]).toEqual([45_000_000, 31_500_000]);
    expect(before('budget.disbursed').value).toBe(31_500_000);
    accept(grant, 100_000_000, 40_000_000);
    const after = figuresOf(grant);
    expect([after('grant.projects').value, after('grant.support').value]).toEqual([1, 40_000_000]);
    expect(after('grant.investment').value).toBe(100_000_000);
  });

  it('free at the settlement what the grant did not use, and spend less what came back before it', () => {
    const grant = approvedGrant('o', 121_000_000, 45_000_000);
    advance(grant, 31_500_000);
    accept(grant, 100_000_000, 30_000_000);
    recover(grant, 2_000_000, '2018-09-01');
    settle(grant);
    const figure = figuresOf(grant);
    expect(figure('grant.support').value).toBe(29_500_000);
    expect(figure('grant.recovered').value).toBe(2_000_000);
    expect(figure('budget.disbursed').value).toBe(29_500_000);
    expect(figure('budget.committed').value).toBe(-15_500_000);
  });

  it('after the settlement lower the support by a recovery, but not the spending of a settled year', () => {
    const grant = approvedGrant('o', 121_000_000, 45_000_000);
    accept(grant, 121_000_000, 45_000_000);
    pay(grant, 45_000_000);
    settle(grant);
    recover(grant, 5_000_000, '2019-03-01');
    const figure = figuresOf(grant);
    expect(figure('grant.support').value).toBe(40_000_000);
    expect(figure('grant.recovered').value).toBe(5_000_000);
    expect(figure('budget.disbursed').value).toBe(45_000_000);
  });

  it('touch no budget line where the grant has none', () => {
    const grant = approvedGrant('o', 121_000_000, 45_000_000, '');
    advance(grant, 10_000_000);
    accept(grant, 121_000_000, 40_000_000);
    pay(grant, 30_000_000);
    settle(grant);
    const figure = figuresOf(grant);
    expect([figure('budget.disbursed').value, figure('budget.committed').value]).toEqual([0, 0]);
    expect(figure('grant.paid').value).toBe(40_000_000);
  });

  it('free everything when the project stops', () => {
    const grant = approvedGrant('o', 121_000_000, 45_000_000);
    advance(grant, 10_000_000);
    recover(grant, 10_000_000, '2018-06-01');
    grant.record('StopMachineryGrant', { machineryGrantId, effectiveOn: '2018-06-15' });
    const figure = figuresOf(grant);
    expect(figure('budget.committed').value).toBe(-45_000_000);
    expect(figure('budget.disbursed').value).toBe(0);
    expect([figure('grant.projects').value, figure('grant.support').value]).toEqual([0, 0]);
  });
});

describe('the budget line of a grant', () => {
  const line = { status: 'allocated', programmeId: 'p-1', source: 'industrialPromotion', budgetYear: 2018 };
  const ofLine = ({ source, budgetYear }: Dimensions) => source === 'industrialPromotion' && budgetYear === 2018;

  it('EX-20: says whose money is paid and given back, and of which year, whenever that is', () => {
    const grant = approvedGrant('xuan-thanh', 121 * MILLION, 45 * MILLION, 'b', { b: line });
    advance(grant, 20 * MILLION);
    accept(grant, 121 * MILLION, 40 * MILLION);
    const [payment] = grant.record('PayGrant', { machineryGrantId, amountVnd: 20 * MILLION, effectiveOn: '2019-01-20' });
    grant.record('SettleGrant', { machineryGrantId, effectiveOn: '2019-02-15' });
    expect(payment!.data).toMatchObject({ budgetYear: 2018 });
    expect(grant.facts[0]!.data).toMatchObject({ budgetSource: 'industrialPromotion', budgetYear: 2018 });
    const figure = figuresOf(grant);
    expect(figure('budget.disbursed', ofLine).value).toBe(40 * MILLION);
    expect(figure('budget.committed', ofLine).value).toBe(-5 * MILLION);
    expect(figure('grant.paid', ofLine).value).toBe(40 * MILLION);
  });

  it('decides the year of a payment also where the days would say another', () => {
    const grant = approvedGrant('xuan-thanh', 121 * MILLION, 45 * MILLION, 'b', { b: { ...line, budgetYear: 2019 } });
    accept(grant, 121 * MILLION, 45 * MILLION);
    const [payment] = grant.record('PayGrant', { machineryGrantId, amountVnd: 45 * MILLION, effectiveOn: '2019-01-20' });
    expect(payment!.data).toMatchObject({ budgetYear: 2019 });
  });
});
