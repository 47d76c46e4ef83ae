import { fixedRules, fold, Refusal, type Fact, type Occasion } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { loan, type LoanCommands } from './loan.decider.js';
import { loanEvents, type LoanEvent, type LoanEvents } from './loan.events.js';
import { measureLoan } from './loan.measure.schedule.js';
import { loanRow } from './loan.summary.js';

// For specs: a loan file from its application on as facts, and a running loan older than the books to record repayments on.

export const loanId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
export const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const related = { ...organisation, organisationId: 'htx-2' };
export const base = occasion({ objectId: loanId, organisations: { 'htx-1': organisation, 'htx-2': related } });
export const given = scenario(loan, loanEvents, base);
/** Whose command it is. */
export const by = (personId: string, over: Partial<Occasion> = {}) => ({ personId, ...over });
/** The rules of NĐ 45/2021 that an approval is checked against. */
export const law = fixedRules({ 'fund.equity.min': 2_000, 'fund.rate.overdueMax': 150 });

export const application = {
  fundId: 'fund-1',
  organisationId: 'htx-1',
  purpose: 'Mở rộng nhà lưới',
  amountVnd: 800_000_000,
  termMonths: 12,
  effectiveOn: '2026-02-02',
};
export const applied: LoanEvent = {
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
export const appraised: LoanEvent = {
  type: 'LoanAppraised',
  data: { loanId, appraisedBy: 'appraiser', appraisedOn: '2026-02-12' },
};
export const approval = {
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
const { effectiveOn: _approvedOn, ...terms } = approval;
export const approved: LoanEvent = {
  type: 'LoanApproved',
  data: { ...terms, allocation: 'overduePrincipalFirst', rulesUsed: [], approvedBy: 'manager', approvedOn: '2026-02-20' },
};
/** 05/09/2026 is a Saturday. */
const schedule = [
  { nominalOn: '2026-09-05', dueOn: '2026-09-07', principalVnd: 250_000_000, interest: true },
  { nominalOn: '2027-03-05', dueOn: '2027-03-05', principalVnd: 250_000_000, interest: true },
];
export const disbursed = (amountVnd: number, disbursedOn: string, first = true): LoanEvent => ({
  type: 'LoanDisbursed',
  data: { loanId, amountVnd, ...(first && { schedule }), disbursedBy: 'teller', disbursedOn },
});
export const rejected: LoanEvent = { type: 'LoanRejected', data: { loanId, rejectedBy: 'manager', rejectedOn: '2026-02-21' } };
export const cancelled: LoanEvent = { type: 'LoanCancelled', data: { loanId, freedVnd: 500_000_000, cancelledOn: '2026-03-02' } };

/** The same, with every day a working day. */
export const everyDay: Occasion = { ...base, calendar: { isWorkingDay: () => true } };

/** 120 triệu at 7,3 percent (24.000 đ a day), opened on 31/12/2025; 30 triệu and interest due each quarter. */
export function opened(over: Partial<LoanCommands['OpenLoanBalance']> = {}) {
  const rehearsal = new Rehearsal(loan, loanEvents, everyDay);
  rehearsal.record('OpenLoanBalance', {
    fundId: 'fund-1',
    organisationId: 'htx-1',
    purpose: 'Trồng vải thiều',
    principalVnd: 120_000_000,
    annualRateBasisPoints: 730,
    overdueRatePercent: 150,
    remainingSchedule: ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map((dueOn) => ({
      dueOn,
      principalVnd: 30_000_000,
    })),
    effectiveOn: '2025-12-31',
    ...over,
  });
  return rehearsal;
}
export type Running = ReturnType<typeof opened>;
/** Records a repayment and gives what was booked. */
export const pay = (
  rehearsal: Running,
  effectiveOn: string,
  amountVnd: number,
  over: Partial<LoanCommands['RecordRepayment']> = {},
) => rehearsal.record('RecordRepayment', { loanId, amountVnd, effectiveOn, ...over })[0]?.data as LoanEvents['RepaymentReceived'];
/** The refusal such a repayment meets, if any. */
export const refusalOf = (
  rehearsal: Running,
  effectiveOn: string,
  amountVnd: number,
  over: Partial<LoanCommands['RecordRepayment']> = {},
) => {
  try {
    pay(rehearsal, effectiveOn, amountVnd, over);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};
/** The loan as it stands on a day. */
export const on = ({ facts }: Running, day: string) => measureLoan(loanRow(fold(loan, facts, { until: day })), day);
/** Takes a fact back as an approved correction does. */
export const without = ({ facts }: Running, { id, effectiveOn }: Fact): readonly Fact[] => [
  ...facts,
  { type: 'CorrectionApproved', data: { eventId: id }, id: `correction-of-${id}`, effectiveOn },
];
