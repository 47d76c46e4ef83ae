import { loan } from './loan.decider.js';
import type { LoanEvent } from './loan.events.js';
import {
  application,
  applied,
  appraised,
  approval,
  approved,
  base,
  by,
  cancelled,
  disbursed,
  given,
  law,
  loanId,
  organisation,
  rejected,
} from './loan.scenario.js';

describe('an application', () => {
  it('is taken once, with the customer as it then is and related persons other than itself', () => {
    const { data } = applied;
    const wish = { ...application, totalInvestmentVnd: 1_200_000_000, ownEquityVnd: 240_000_000 };
    given().when('ApplyForLoan', wish, by('officer')).then(applied);
    given(applied).when('ApplyForLoan', wish, by('officer')).thenNothing();
    given()
      .when('ApplyForLoan', { ...wish, relatedOrganisationIds: ['htx-1', 'htx-2'] }, by('officer'))
      .then({ type: 'LoanApplied', data: { ...data, relatedOrganisationIds: ['htx-2'] } as never });
  });

  it('leaves unknown what was not given, and refuses equity above the whole investment', () => {
    const { totalInvestmentVnd, ownEquityVnd, ...least } = applied.data as typeof applied.data & Record<string, unknown>;
    given()
      .when('ApplyForLoan', application, by('officer'))
      .then({ type: 'LoanApplied', data: least as never });
    given()
      .when('ApplyForLoan', { ...application, totalInvestmentVnd: 5, ownEquityVnd: 6 })
      .thenRefused('EquityAboveInvestment', { ownEquityVnd: 6, totalInvestmentVnd: 5 });
  });

  it('is appraised once, not before it was made', () => {
    const wish = { loanId, effectiveOn: '2026-02-12' };
    given(applied).when('AppraiseLoan', wish, by('appraiser')).then(appraised);
    given(applied)
      .when('AppraiseLoan', { ...wish, recommendedAmountVnd: 500_000_000, findings: 'Khả thi' }, by('appraiser'))
      .then({
        type: 'LoanAppraised',
        data: { ...appraised.data, recommendedAmountVnd: 500_000_000, findings: 'Khả thi' } as never,
      });
    given(applied, appraised).when('AppraiseLoan', wish).thenRefused('StepNotOpen', { status: 'appraised' });
    given(applied)
      .when('AppraiseLoan', { ...wish, effectiveOn: '2026-02-01' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-02' });
  });

  it('is rejected once, before it was approved', () => {
    const wish = { loanId, effectiveOn: '2026-02-21' };
    given(applied, appraised).when('RejectLoan', wish, by('manager')).then(rejected);
    given(applied).when('RejectLoan', wish, by('manager')).then(rejected);
    given(applied, rejected).when('RejectLoan', wish).thenNothing();
    given(applied, appraised, approved).when('RejectLoan', wish).thenRefused('StepNotOpen', { status: 'approved' });
    given(applied, appraised)
      .when('RejectLoan', { ...wish, effectiveOn: '2026-02-11' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-12' });
    given(applied, rejected).when('AppraiseLoan', wish).thenRefused('StepNotOpen', { status: 'rejected' });
  });
});

describe('an approval', () => {
  const past = [applied, appraised];

  it('fixes the terms, and keeps the rules it was checked against', () => {
    given(...past)
      .when('ApproveLoan', approval, by('manager'))
      .then(approved);
    const rulesUsed = ['fund.equity.min', 'fund.rate.overdueMax'].map((key) => law.at(key, '2026-02-20'));
    given(...past)
      .when('ApproveLoan', { ...approval, paymentDay: 25, allocation: 'interestFirst' }, by('manager', { rules: law }))
      .then({
        type: 'LoanApproved',
        data: { ...approved.data, paymentDay: 25, allocation: 'interestFirst', rulesUsed } as never,
      });
  });

  it('follows an appraisal, and comes once', () => {
    given(applied).when('ApproveLoan', approval, by('manager')).thenRefused('StepNotOpen', { status: 'applied' });
    given(...past, approved)
      .when('ApproveLoan', approval, by('manager'))
      .thenRefused('StepNotOpen', { status: 'approved' });
    given(...past)
      .when('ApproveLoan', { ...approval, effectiveOn: '2026-02-11' }, by('manager'))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-12' });
  });

  it('is given by another person than took the application or appraised it', () => {
    given(...past)
      .when('ApproveLoan', approval, by('officer'))
      .thenRefused('SamePerson', { step: 'application' });
    given(...past)
      .when('ApproveLoan', approval, by('appraiser'))
      .thenRefused('SamePerson', { step: 'appraisal' });
  });

  it('wants a fifth of the investment as own equity where the law of the day does and both are known (EX-2)', () => {
    const poor: LoanEvent = { type: 'LoanApplied', data: { ...applied.data, ownEquityVnd: 230_000_000 } as never };
    const unknown: LoanEvent = { type: 'LoanApplied', data: { ...applied.data, ownEquityVnd: undefined } as never };
    given(poor, appraised)
      .when('ApproveLoan', approval, by('manager', { rules: law }))
      .thenRefused('OwnEquityTooLow', { ownEquityVnd: 230_000_000, leastVnd: 240_000_000, source: 'scenario' });
    given(poor, appraised).when('ApproveLoan', approval, by('manager')).then(approved);
    given(unknown, appraised)
      .when('ApproveLoan', approval, by('manager', { rules: law }))
      .then({ type: 'LoanApproved', data: { ...approved.data, rulesUsed: [law.at('fund.rate.overdueMax', '')] } as never });
  });

  it('stays within the request, the legal overdue rate and its own term', () => {
    given(...past)
      .when('ApproveLoan', { ...approval, amountVnd: 800_000_001 }, by('manager'))
      .thenRefused('MoreThanRequested', { amountVnd: 800_000_001, requestedVnd: 800_000_000 });
    given(...past)
      .when('ApproveLoan', { ...approval, overdueRatePercent: 151 }, by('manager', { rules: law }))
      .thenRefused('OverdueRateTooHigh', { overdueRatePercent: 151, highestPercent: 150, source: 'scenario' });
    given(...past)
      .when('ApproveLoan', { ...approval, interestEveryMonths: 13 }, by('manager'))
      .thenRefused('PeriodLongerThanTerm', { everyMonths: 13, termMonths: 12 });
  });

  it('reserves the capital in the fund, for the customer and its related persons', () => {
    const withRelated: LoanEvent = { type: 'LoanApplied', data: { ...applied.data, relatedOrganisationIds: ['htx-2'] } as never };
    const state = given(withRelated, appraised).state();
    expect(loan.reserves!.ApproveLoan!(state, approval, base)).toEqual({
      category: 'fund',
      boundaryId: 'fund-1',
      wish: {
        fundId: 'fund-1',
        loanId,
        organisation,
        relatedOrganisationIds: ['htx-2'],
        amountVnd: 500_000_000,
        decidedOn: '2026-02-20',
      },
    });
  });
});

describe('a cancellation', () => {
  const wish = { loanId, effectiveOn: '2026-03-02' };

  it('frees what was reserved, once, and only before money was drawn', () => {
    given(applied, appraised, approved).when('CancelLoan', wish).then(cancelled);
    given(applied, appraised, approved, cancelled).when('CancelLoan', wish).thenNothing();
    given(applied)
      .when('CancelLoan', wish)
      .then({ type: 'LoanCancelled', data: { loanId, freedVnd: 0, cancelledOn: '2026-03-02' } });
    given(applied, appraised, approved, disbursed(500_000_000, '2026-03-05'))
      .when('CancelLoan', wish)
      .thenRefused('StepNotOpen', { status: 'disbursed' });
    given(applied, appraised, approved)
      .when('CancelLoan', { ...wish, effectiveOn: '2026-02-19' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-20' });
  });
});

describe('a loan that was never recorded, or was taken back', () => {
  it('takes no step', () => {
    given()
      .when('RecordRepayment', { loanId, amountVnd: 1, effectiveOn: '2026-03-05' })
      .thenRefused('StepNotOpen', { status: 'none' });
    given().when('CancelLoan', { loanId, effectiveOn: '2026-03-05' }).thenRefused('StepNotOpen', { status: 'none' });
  });
});
