import { fixedRules, type Occasion } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { loan } from './loan.decider.js';
import { loanEvents, type LoanEvent } from './loan.events.js';

const loanId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const related = { ...organisation, organisationId: 'htx-2' };
const base = occasion({ objectId: loanId, organisations: { 'htx-1': organisation, 'htx-2': related } });
const given = scenario(loan, loanEvents, base);
const by = (personId: string, over: Partial<Occasion> = {}) => ({ personId, ...over });
const law = fixedRules({ 'fund.equity.min': 2_000, 'fund.rate.overdueMax': 150 });

const application = {
  fundId: 'fund-1',
  organisationId: 'htx-1',
  purpose: 'Mở rộng nhà lưới',
  amountVnd: 800_000_000,
  termMonths: 12,
  effectiveOn: '2026-02-02',
};
const applied: LoanEvent = {
  type: 'LoanApplied',
  data: {
    loanId,
    fundId: 'fund-1',
    organisation,
    purpose: 'Mở rộng nhà lưới',
    amountVnd: 800_000_000,
    termMonths: 12,
    totalInvestmentVnd: 1_200_000_000,
    ownEquityVnd: 240_000_000,
    appliedBy: 'officer',
    appliedOn: '2026-02-02',
  },
};
const appraised: LoanEvent = { type: 'LoanAppraised', data: { loanId, appraisedBy: 'appraiser', appraisedOn: '2026-02-12' } };
const approval = {
  loanId,
  amountVnd: 500_000_000,
  annualRateBasisPoints: 600,
  termMonths: 12,
  method: 'equalPrincipal',
  instalmentEveryMonths: 6,
  interestEveryMonths: 6,
  overdueRatePercent: 150,
  effectiveOn: '2026-02-20',
} as const;
const { effectiveOn: _, ...terms } = approval;
const approved: LoanEvent = {
  type: 'LoanApproved',
  data: { ...terms, allocation: 'overduePrincipalFirst', rulesUsed: [], approvedBy: 'manager', approvedOn: '2026-02-20' },
};
/** 05/09/2026 is a Saturday. */
const schedule = [
  { nominalOn: '2026-09-05', dueOn: '2026-09-07', principalVnd: 250_000_000, interest: true },
  { nominalOn: '2027-03-05', dueOn: '2027-03-05', principalVnd: 250_000_000, interest: true },
];
const disbursed = (amountVnd: number, disbursedOn: string, first = true): LoanEvent => ({
  type: 'LoanDisbursed',
  data: { loanId, amountVnd, ...(first && { schedule }), disbursedBy: 'teller', disbursedOn },
});
const rejected: LoanEvent = { type: 'LoanRejected', data: { loanId, rejectedBy: 'manager', rejectedOn: '2026-02-21' } };
const cancelled: LoanEvent = { type: 'LoanCancelled', data: { loanId, freedVnd: 500_000_000, cancelledOn: '2026-03-02' } };

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

describe('a disbursement', () => {
  const past = [applied, appraised, approved];
  const wish = { loanId, amountVnd: 300_000_000, effectiveOn: '2026-03-05' };

  it('fixes the schedule of the whole approval with the first tranche, by the calendar of that day', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, noBadDebtElsewhere: true }, by('teller'))
      .then({ type: 'LoanDisbursed', data: { ...disbursed(300_000_000, '2026-03-05').data, noBadDebtElsewhere: true } as never });
    given(...past, disbursed(300_000_000, '2026-03-05'))
      .when('DisburseLoan', { ...wish, amountVnd: 200_000_000, effectiveOn: '2026-04-06' }, by('teller'))
      .then(disbursed(200_000_000, '2026-04-06', false));
  });

  it('is made by a third person', () => {
    given(...past)
      .when('DisburseLoan', wish, by('appraiser'))
      .thenRefused('SamePerson', { step: 'appraisal' });
    given(...past)
      .when('DisburseLoan', wish, by('manager'))
      .thenRefused('SamePerson', { step: 'approval' });
  });

  it('never goes beyond what was approved, in all tranches together', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, amountVnd: 500_000_001 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 500_000_001, undrawnVnd: 500_000_000 });
    given(...past, disbursed(300_000_000, '2026-03-05'))
      .when('DisburseLoan', { ...wish, amountVnd: 200_000_001 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 200_000_001, undrawnVnd: 200_000_000 });
  });

  it('comes after the approval, later tranches after the first and before the last due day', () => {
    const drawn = disbursed(300_000_000, '2026-03-05');
    given(...past)
      .when('DisburseLoan', { ...wish, effectiveOn: '2026-02-19' }, by('teller'))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-02-20' });
    given(...past, drawn)
      .when('DisburseLoan', { ...wish, amountVnd: 1, effectiveOn: '2026-03-04' }, by('teller'))
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-03-05' });
    given(...past, drawn)
      .when('DisburseLoan', { ...wish, amountVnd: 1, effectiveOn: '2027-03-05' }, by('teller'))
      .thenRefused('AfterLastDueDay', { lastDueOn: '2027-03-05' });
    given(applied, appraised).when('DisburseLoan', wish).thenRefused('StepNotOpen', { status: 'appraised' });
  });

  it('is not begun with bad debt elsewhere', () => {
    given(...past)
      .when('DisburseLoan', { ...wish, noBadDebtElsewhere: false }, by('teller'))
      .thenRefused('BadDebtElsewhere', { checkedOn: '2026-03-05' });
  });

  it('leaves an undrawn rest that can be given back once', () => {
    const drawn = disbursed(300_000_000, '2026-03-05');
    const released: LoanEvent = {
      type: 'UndrawnCapitalReleased',
      data: { loanId, amountVnd: 200_000_000, releasedOn: '2026-05-04' },
    };
    const give = { loanId, effectiveOn: '2026-05-04' };
    given(...past, drawn)
      .when('ReleaseUndrawnCapital', give)
      .then(released);
    given(...past, drawn, released)
      .when('ReleaseUndrawnCapital', give)
      .thenNothing();
    given(...past, drawn, released)
      .when('DisburseLoan', { ...wish, amountVnd: 1 }, by('teller'))
      .thenRefused('MoreThanApproved', { amountVnd: 1, undrawnVnd: 0 });
    given(...past, drawn)
      .when('ReleaseUndrawnCapital', { ...give, effectiveOn: '2026-03-04' })
      .thenRefused('BeforePrecedingStep', { earliestOn: '2026-03-05' });
    given(...past)
      .when('ReleaseUndrawnCapital', give)
      .thenRefused('StepNotOpen', { status: 'approved' });
  });
});

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
  const opened: LoanEvent = {
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
    given().when('OpenLoanBalance', wish).then(opened);
    given(opened).when('OpenLoanBalance', wish).thenNothing();
    const { overdueSince, ...inTime } = { ...wish, principalVnd: 200_000_000 };
    const { overdueSince: since, ...data } = { ...opened.data, principalVnd: 200_000_000 } as Record<string, unknown>;
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

describe('a loan that was never recorded, or was taken back', () => {
  it('takes no step', () => {
    given()
      .when('RecordRepayment', { loanId, amountVnd: 1, effectiveOn: '2026-03-05' })
      .thenRefused('StepNotOpen', { status: 'none' });
    given().when('CancelLoan', { loanId, effectiveOn: '2026-03-05' }).thenRefused('StepNotOpen', { status: 'none' });
  });
});
