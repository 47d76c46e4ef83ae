import { step, type Step } from './every-route-step.js';

const agencyId = '{agency}';

const capitalSteps: readonly Step[] = [
  step('fund', 'fund-manager', 'funds', {
    agencyId,
    name: 'Quỹ hỗ trợ phát triển hợp tác xã',
    regulation: 'Quy chế 05/QC-QHT',
    effectiveOn: '2026-01-12',
  }),
  step('balances', 'finance', 'funds/{fund}/opening-balances', {
    balances: [
      { source: 'budgetGrant', amountVnd: 5_000_000_000 },
      { source: 'borrowed', amountVnd: 1_000_000_000, lender: 'Ngân hàng Chính sách xã hội' },
    ],
    effectiveOn: '2026-01-12',
  }),
  step('received', 'finance', 'funds/{fund}/capital-receipts', {
    source: 'entrusted',
    amountVnd: 500_000_000,
    lender: 'Uỷ ban nhân dân thành phố',
    effectiveOn: '2026-01-20',
  }),
  step('returned', 'finance', 'funds/{fund}/capital-returns', {
    source: 'borrowed',
    amountVnd: 200_000_000,
    lender: 'Ngân hàng Chính sách xã hội',
    effectiveOn: '2026-02-20',
  }),
  step('charter', 'finance', 'funds/{fund}/charter-declarations', {
    bookCharterVnd: 5_000_000_000,
    undistributedProfitVnd: 120_000_000,
    unhandledLossVnd: 20_000_000,
    effectiveOn: '2026-01-31',
  }),
];

const application = {
  fundId: '{fund}',
  organisationId: '{cooperative}',
  relatedOrganisationIds: ['{group}'],
  purpose: 'Mua máy sấy lúa',
  amountVnd: 300_000_000,
  termMonths: 12,
  totalInvestmentVnd: 500_000_000,
  ownEquityVnd: 150_000_000,
  effectiveOn: '2026-02-02',
};
const appraisal = { recommendedAmountVnd: 300_000_000, findings: 'Phương án khả thi', effectiveOn: '2026-02-10' };
const approval = {
  amountVnd: 300_000_000,
  annualRateBasisPoints: 600,
  termMonths: 12,
  method: 'equalPrincipal',
  instalmentEveryMonths: 3,
  interestEveryMonths: 1,
  paymentDay: 15,
  overdueRatePercent: 150,
  allocation: 'overduePrincipalFirst',
  effectiveOn: '2026-02-20',
};

const loanSteps: readonly Step[] = [
  step('loan', 'credit-officer', 'loans', application),
  step('loanAppraised', 'credit-officer', 'loans/{loan}/appraisals', appraisal),
  step('loanApproved', 'fund-manager', 'loans/{loan}/approvals', approval),
  step('loanDisbursed', 'finance', 'loans/{loan}/disbursements', {
    amountVnd: 200_000_000,
    noBadDebtElsewhere: true,
    effectiveOn: '2026-03-02',
  }),
  step('undrawn', 'fund-manager', 'loans/{loan}/undrawn-releases', { effectiveOn: '2026-03-20' }),
  step('repayment', 'credit-officer', 'loans/{loan}/repayments', {
    amountVnd: 25_000_000,
    principalVnd: 24_000_000,
    interestVnd: 1_000_000,
    evidence: { documentNumber: 'PT', voucher: 'PT-1' },
    effectiveOn: '2026-05-20',
  }),
];

const otherLoanSteps: readonly Step[] = [
  step('refusedLoan', 'credit-officer', 'loans', application),
  step('loanRejected', 'leader', 'loans/{refusedLoan}/rejections', { effectiveOn: '2026-02-12' }),
  step('givenUpLoan', 'credit-officer', 'loans', application),
  step('givenUpLoanAppraised', 'credit-officer', 'loans/{givenUpLoan}/appraisals', appraisal),
  step('givenUpLoanApproved', 'leader', 'loans/{givenUpLoan}/approvals', { ...approval, method: 'bullet' }),
  step('loanCancelled', 'credit-officer', 'loans/{givenUpLoan}/cancellations', { effectiveOn: '2026-03-10' }),
  step('oldLoan', 'finance', 'loan-opening-balances', {
    fundId: '{fund}',
    organisationId: '{group}',
    purpose: 'Mua xe tải nhỏ',
    principalVnd: 90_000_000,
    lentVnd: 120_000_000,
    lentOn: '2024-06-03',
    annualRateBasisPoints: 720,
    overdueRatePercent: 150,
    allocation: 'interestFirst',
    remainingSchedule: [
      { dueOn: '2026-06-03', principalVnd: 40_000_000 },
      { dueOn: '2026-12-03', principalVnd: 40_000_000 },
    ],
    overdueSince: '2025-12-03',
    overdueInterestVnd: 300_000,
    accruedInterestVnd: 500_000,
    effectiveOn: '2026-01-12',
  }),
];

const correctionSteps: readonly Step[] = [
  step('correction', 'officer', 'corrections', { eventId: '{classHeld.event}', reason: 'Ghi nhầm số học viên' }),
  step('correctionApproved', 'leader', 'corrections/{correction}/approvals', { reason: 'Đã kiểm tra danh sách lớp' }),
  step('otherCorrection', 'finance', 'corrections', { eventId: '{repayment.event}', reason: 'Nghi ngờ sai chứng từ' }),
  step('correctionRejected', 'fund-manager', 'corrections/{otherCorrection}/rejections', { reason: 'Chứng từ đúng' }),
];

/** The fund, its loans, and corrections. */
export const fundSteps: readonly Step[] = [...capitalSteps, ...loanSteps, ...otherLoanSteps, ...correctionSteps];
