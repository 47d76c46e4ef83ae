import type { LoanEvent } from './loan.events.js';
import { given, loanId, on, opened, organisation, pay } from './loan.scenario.js';

describe('an opening balance of a loan older than the books', () => {
  const wish = {
    fundId: 'fund-1',
    organisationId: 'htx-1',
    purpose: 'Trồng vải thiều',
    principalVnd: 300_000_000,
    annualRateBasisPoints: 540,
    overdueRatePercent: 150,
    remainingSchedule: [
      { dueOn: '2021-12-20', principalVnd: 100_000_000 },
      { dueOn: '2021-06-20', principalVnd: 100_000_000 },
    ],
    overdueSince: '2020-12-21',
    effectiveOn: '2020-12-31',
  };
  const stated: LoanEvent = {
    type: 'LoanBalanceOpened',
    data: {
      loanId,
      fundId: 'fund-1',
      organisation,
      purpose: 'Trồng vải thiều',
      principalVnd: 300_000_000,
      annualRateBasisPoints: 540,
      overdueRatePercent: 150,
      allocation: 'overduePrincipalFirst',
      schedule: [
        { nominalOn: '2021-06-20', dueOn: '2021-06-21', principalVnd: 100_000_000, interest: true },
        { nominalOn: '2021-12-20', dueOn: '2021-12-20', principalVnd: 100_000_000, interest: true },
      ],
      overdueSince: '2020-12-21',
      overdueInterestVnd: 0,
      accruedInterestVnd: 0,
      openedOn: '2020-12-31',
    },
  };

  it('makes a disbursed loan; principal outside the remaining schedule is overdue', () => {
    given().when('OpenLoanBalance', wish).then(stated);
    given(stated).when('OpenLoanBalance', wish).thenNothing();
    const { overdueSince, ...inTime } = { ...wish, principalVnd: 200_000_000 };
    const { overdueSince: since, ...data } = { ...stated.data, principalVnd: 200_000_000 } as Record<string, unknown>;
    given()
      .when('OpenLoanBalance', {
        ...inTime,
        lentVnd: 400_000_000,
        lentOn: '2019-12-20',
        accruedInterestVnd: 7,
        allocation: 'interestFirst',
      })
      .then({
        type: 'LoanBalanceOpened',
        data: {
          ...data,
          lentVnd: 400_000_000,
          lentOn: '2019-12-20',
          accruedInterestVnd: 7,
          allocation: 'interestFirst',
        } as never,
      });
  });

  it('states a schedule that follows the opening day and fits the principal', () => {
    const due = (dueOn: string, principalVnd = 1) => ({ dueOn, principalVnd });
    const refused = (remainingSchedule: (typeof wish)['remainingSchedule'], code: string, facts: object) =>
      given()
        .when('OpenLoanBalance', { ...wish, remainingSchedule })
        .thenRefused(code, facts);
    refused([due('2020-12-31')], 'DueBeforeOpening', { dueOn: '2020-12-31' });
    refused([due('2021-06-20'), due('2021-06-20')], 'DueTwice', { dueOn: '2021-06-20' });
    refused([due('2021-06-20', 300_000_001)], 'ScheduleExceedsPrincipal', {
      principalVnd: 300_000_000,
      scheduledVnd: 300_000_001,
    });
  });

  it('says since when debt is overdue exactly where some is', () => {
    const refused = (over: object, overduePrincipalVnd: number, overdueInterestVnd = 0) =>
      given()
        .when('OpenLoanBalance', { ...wish, ...over })
        .thenRefused('OverdueSinceUnclear', { overduePrincipalVnd, overdueInterestVnd });
    refused({ overdueSince: undefined }, 100_000_000);
    refused({ overdueSince: '2020-12-31' }, 100_000_000);
    refused({ principalVnd: 200_000_000 }, 0);
    refused({ principalVnd: 200_000_000, overdueSince: undefined, overdueInterestVnd: 5 }, 0, 5);
  });
});

describe('a loan from before the books', () => {
  it('brings running interest forward to its next due day', () => {
    const rehearsal = opened({ accruedInterestVnd: 240_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({ interestAccruedVnd: 240_000, interestDueVnd: 0 });
    expect(on(rehearsal, '2026-03-31')).toMatchObject({ interestAccruedVnd: 2_400_000, interestDueVnd: 2_400_000 });
    expect(pay(rehearsal, '2026-03-31', 2_400_000)).toMatchObject({ principalVnd: 0, interestVnd: 2_400_000 });
  });

  it('owes running interest at once where nothing falls due any more', () => {
    const rehearsal = opened({ remainingSchedule: [], overdueSince: '2025-12-01', accruedInterestVnd: 240_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({
      interestAccruedVnd: 240_000,
      interestDueVnd: 240_000,
      overdueInterestVnd: 0,
    });
  });

  it('is overdue since the day it was before, at the overdue rate from the opening on', () => {
    const remainingSchedule = [{ dueOn: '2026-03-31', principalVnd: 90_000_000 }];
    const rehearsal = opened({ remainingSchedule, overdueSince: '2025-12-01', overdueInterestVnd: 500_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({
      overduePrincipalVnd: 30_000_000,
      overdueInterestVnd: 500_000,
      daysOverdue: 30,
    });
    expect(on(rehearsal, '2026-01-10')).toMatchObject({
      overdueInterestVnd: 590_000,
      interestAccruedVnd: 770_000,
      daysOverdue: 40,
    });
  });
});
