import type { Texts, Words } from '@soquy/kernel';
import type { LoanCommands } from './loan.decider.js';
import type { LoanEvents } from './loan.events.js';
import type { LoanRefusals } from './loan.rules.js';
import type { LoanStatus } from './loan.summary.js';
import type { LoanMethod } from './loan.terms.schedule.js';

const vnd = (amount: number) => amount.toLocaleString('vi-VN');

const statuses: Readonly<Record<LoanStatus, Words>> = {
  none: { vi: 'Chưa có', en: 'None' },
  applied: { vi: 'Đã tiếp nhận hồ sơ', en: 'Applied for' },
  appraised: { vi: 'Đã thẩm định', en: 'Appraised' },
  rejected: { vi: 'Bị từ chối', en: 'Rejected' },
  approved: { vi: 'Đã phê duyệt', en: 'Approved' },
  cancelled: { vi: 'Đã huỷ', en: 'Cancelled' },
  disbursed: { vi: 'Đang vay', en: 'Disbursed' },
  settled: { vi: 'Đã tất toán', en: 'Settled' },
};

const steps: Readonly<Record<LoanRefusals['SamePerson']['step'], Words>> = {
  application: { vi: 'tiếp nhận hồ sơ', en: 'took the application' },
  appraisal: { vi: 'thẩm định', en: 'appraised it' },
  approval: { vi: 'phê duyệt', en: 'approved it' },
};

const methods: Readonly<Record<LoanMethod, Words>> = {
  equalPrincipal: { vi: 'Gốc trả đều từng kỳ', en: 'Equal principal each period' },
  bullet: { vi: 'Trả gốc một lần khi đến hạn', en: 'All principal at the end' },
  annuity: { vi: 'Gốc và lãi trả đều từng kỳ', en: 'Equal principal and interest together' },
  percentOfPrincipal: { vi: 'Gốc theo tỷ lệ, còn lại khi đến hạn', en: 'A part of the principal each time, the rest at the end' },
  fixedInstalment: { vi: 'Số tiền mỗi kỳ cố định, còn lại khi đến hạn', en: 'A fixed instalment, the rest at the end' },
  custom: { vi: 'Theo kế hoạch riêng', en: 'A plan of its own' },
};

const ofMethods: Readonly<Record<LoanRefusals['NotOfMethod']['field'], Words>> = {
  principalBasisPoints: { vi: 'Gốc trả mỗi kỳ (điểm cơ bản của số vay)', en: 'Principal each time (basis points of the loan)' },
  instalmentVnd: { vi: 'Số tiền trả mỗi kỳ, gồm gốc và lãi (đồng)', en: 'Instalment, principal and interest (VND)' },
  instalments: { vi: 'Kế hoạch trả gốc', en: 'Plan of repayment' },
};

export const loanTexts: Texts<LoanEvents, LoanCommands, LoanRefusals, LoanStatus> = {
  name: { vi: 'Khoản vay', en: 'Loan' },
  plural: { vi: 'Các khoản vay', en: 'Loans' },
  events: {
    LoanApplied: { vi: 'Đã tiếp nhận hồ sơ vay vốn', en: 'Loan applied for' },
    LoanAppraised: { vi: 'Đã thẩm định', en: 'Loan appraised' },
    LoanApproved: { vi: 'Đã phê duyệt cho vay', en: 'Loan approved' },
    LoanRejected: { vi: 'Đã từ chối cho vay', en: 'Loan rejected' },
    LoanCancelled: { vi: 'Đã huỷ khoản vay', en: 'Loan cancelled' },
    LoanBalanceOpened: { vi: 'Đã ghi số dư khoản vay đầu kỳ', en: 'Opening balance of a loan recorded' },
    LoanDisbursed: { vi: 'Đã giải ngân', en: 'Loan disbursed' },
    UndrawnCapitalReleased: { vi: 'Đã bỏ phần chưa giải ngân', en: 'Undrawn capital released' },
    RepaymentReceived: { vi: 'Đã thu nợ', en: 'Repayment received' },
  },
  commands: {
    ApplyForLoan: { vi: 'Tiếp nhận hồ sơ vay vốn', en: 'Apply for a loan' },
    AppraiseLoan: { vi: 'Thẩm định', en: 'Appraise a loan' },
    ApproveLoan: { vi: 'Phê duyệt cho vay', en: 'Approve a loan' },
    RejectLoan: { vi: 'Từ chối cho vay', en: 'Reject a loan' },
    CancelLoan: { vi: 'Huỷ khoản vay', en: 'Cancel a loan' },
    DisburseLoan: { vi: 'Giải ngân', en: 'Disburse a loan' },
    ReleaseUndrawnCapital: { vi: 'Bỏ phần chưa giải ngân', en: 'Release undrawn capital' },
    RecordRepayment: { vi: 'Ghi thu nợ', en: 'Record a repayment' },
    OpenLoanBalance: { vi: 'Ghi số dư khoản vay đầu kỳ', en: 'Record the opening balance of a loan' },
  },
  fields: {
    loanId: { vi: 'Khoản vay', en: 'Loan' },
    fundId: { vi: 'Quỹ', en: 'Fund' },
    organisationId: { vi: 'Khách hàng vay', en: 'Borrower' },
    relatedOrganisationIds: { vi: 'Người có liên quan', en: 'Related persons' },
    purpose: { vi: 'Phương án sử dụng vốn', en: 'Purpose' },
    amountVnd: { vi: 'Số tiền (đồng)', en: 'Amount (VND)' },
    termMonths: { vi: 'Thời hạn (tháng)', en: 'Term (months)' },
    totalInvestmentVnd: { vi: 'Tổng vốn đầu tư (đồng)', en: 'Total investment (VND)' },
    ownEquityVnd: { vi: 'Vốn tự có (đồng)', en: 'Own equity (VND)' },
    recommendedAmountVnd: { vi: 'Mức đề xuất (đồng)', en: 'Recommended amount (VND)' },
    recommendedRateBasisPoints: { vi: 'Lãi suất đề xuất (điểm cơ bản/năm)', en: 'Recommended rate (basis points a year)' },
    findings: { vi: 'Kết quả thẩm định', en: 'Findings' },
    annualRateBasisPoints: { vi: 'Lãi suất trong hạn (điểm cơ bản/năm)', en: 'In-term rate (basis points a year)' },
    overdueRatePercent: { vi: 'Lãi suất quá hạn (% lãi suất trong hạn)', en: 'Overdue rate (% of the in-term rate)' },
    method: { vi: 'Cách trả gốc', en: 'Repayment of principal' },
    instalmentEveryMonths: { vi: 'Kỳ trả gốc (tháng)', en: 'Principal every (months)' },
    interestEveryMonths: { vi: 'Kỳ trả lãi (tháng)', en: 'Interest every (months)' },
    paymentDay: { vi: 'Ngày trả trong tháng', en: 'Payment day of the month' },
    allocation: { vi: 'Thứ tự thu nợ', en: 'Order of allocation' },
    ...ofMethods,
    graceMonths: { vi: 'Ân hạn gốc (tháng)', en: 'Grace on principal (months)' },
    multipleOfVnd: { vi: 'Làm tròn kỳ trả đến bội số của (đồng)', en: 'Instalments in multiples of (VND)' },
    dayCount: { vi: 'Cách đếm ngày tính lãi', en: 'Day count' },
    prepayment: { vi: 'Cách tính khi trả gốc trước hạn', en: 'Early repayment of principal' },
    lateInterestBasisPoints: { vi: 'Lãi suất chậm trả lãi (điểm cơ bản/năm)', en: 'Rate on late interest (basis points a year)' },
    lateInterestCapPercent: { vi: 'Mức trần lãi chậm trả (% số lãi chậm trả)', en: 'Cap of late interest (% of that interest)' },
    noBadDebtElsewhere: { vi: 'Không có nợ xấu tại tổ chức tín dụng khác', en: 'No bad debt elsewhere' },
    principalVnd: { vi: 'Nợ gốc (đồng)', en: 'Principal (VND)' },
    interestVnd: { vi: 'Tiền lãi (đồng)', en: 'Interest (VND)' },
    lentVnd: { vi: 'Số tiền đã cho vay (đồng)', en: 'Originally lent (VND)' },
    lentOn: { vi: 'Ngày giải ngân', en: 'Originally lent on' },
    remainingSchedule: { vi: 'Lịch trả nợ còn lại', en: 'Remaining schedule' },
    overdueSince: { vi: 'Quá hạn từ ngày', en: 'Overdue since' },
    overdueInterestVnd: { vi: 'Lãi đến hạn chưa trả (đồng)', en: 'Interest due and unpaid (VND)' },
    accruedInterestVnd: { vi: 'Lãi phát sinh chưa đến hạn (đồng)', en: 'Interest run up, not due (VND)' },
  },
  refusals: {
    StepNotOpen: {
      vi: ({ status }) => `Không thực hiện được ở bước này: khoản vay "${statuses[status].vi.toLowerCase()}".`,
      en: ({ status }) => `Not at this step: the loan is "${statuses[status].en.toLowerCase()}".`,
    },
    BeforePrecedingStep: {
      vi: ({ earliestOn }) => `Không thể trước bước liền trước, ngày ${earliestOn}.`,
      en: ({ earliestOn }) => `It cannot precede the step before it, of ${earliestOn}.`,
    },
    SamePerson: {
      vi: ({ step }) => `Người đã ${steps[step].vi} khoản vay này không được làm tiếp bước này.`,
      en: ({ step }) => `Whoever ${steps[step].en} cannot take this step of the loan.`,
    },
    EquityAboveInvestment: {
      vi: ({ ownEquityVnd, totalInvestmentVnd }) =>
        `Vốn tự có ${vnd(ownEquityVnd)} đ lớn hơn tổng vốn đầu tư ${vnd(totalInvestmentVnd)} đ.`,
      en: ({ ownEquityVnd, totalInvestmentVnd }) =>
        `Own equity of ${vnd(ownEquityVnd)} đ exceeds the investment of ${vnd(totalInvestmentVnd)} đ.`,
    },
    OwnEquityTooLow: {
      vi: ({ ownEquityVnd, leastVnd, source }) =>
        `Vốn tự có ${vnd(ownEquityVnd)} đ thấp hơn mức tối thiểu ${vnd(leastVnd)} đ (${source}).`,
      en: ({ ownEquityVnd, leastVnd, source }) =>
        `Own equity of ${vnd(ownEquityVnd)} đ is below the minimum of ${vnd(leastVnd)} đ (${source}).`,
    },
    MoreThanRequested: {
      vi: ({ amountVnd, requestedVnd }) => `Số duyệt ${vnd(amountVnd)} đ nhiều hơn số đề nghị ${vnd(requestedVnd)} đ.`,
      en: ({ amountVnd, requestedVnd }) => `Approving ${vnd(amountVnd)} đ exceeds the ${vnd(requestedVnd)} đ applied for.`,
    },
    OverdueRateTooHigh: {
      vi: ({ overdueRatePercent, highestPercent, source }) =>
        `Lãi suất quá hạn ${overdueRatePercent}% lãi suất trong hạn vượt mức tối đa ${highestPercent}% (${source}).`,
      en: ({ overdueRatePercent, highestPercent, source }) =>
        `An overdue rate of ${overdueRatePercent}% of the in-term rate exceeds the maximum of ${highestPercent}% (${source}).`,
    },
    LateRateTooHigh: {
      vi: ({ lateInterestBasisPoints, highestBasisPoints, source }) =>
        `Lãi suất chậm trả lãi ${lateInterestBasisPoints} điểm cơ bản/năm vượt mức tối đa ${highestBasisPoints} (${source}).`,
      en: ({ lateInterestBasisPoints, highestBasisPoints, source }) =>
        `A rate on late interest of ${lateInterestBasisPoints} basis points a year exceeds the maximum of ${highestBasisPoints} (${source}).`,
    },
    NotOfMethod: {
      vi: ({ field, method }) => `"${ofMethods[field].vi}" không thuộc cách trả gốc "${methods[method].vi.toLowerCase()}".`,
      en: ({ field, method }) => `"${ofMethods[field].en}" is no part of the repayment "${methods[method].en.toLowerCase()}".`,
    },
    TermsMakeNoLoan: {
      vi: ({ sentence }) => sentence.vi,
      en: ({ sentence }) => sentence.en,
    },
    PeriodLongerThanTerm: {
      vi: ({ everyMonths, termMonths }) => `Kỳ trả ${everyMonths} tháng dài hơn thời hạn vay ${termMonths} tháng.`,
      en: ({ everyMonths, termMonths }) => `A period of ${everyMonths} months is longer than the term of ${termMonths}.`,
    },
    BadDebtElsewhere: {
      vi: ({ checkedOn }) => `Khách hàng có nợ xấu tại tổ chức tín dụng khác ngày ${checkedOn}, không được giải ngân lần đầu.`,
      en: ({ checkedOn }) => `The borrower has bad debt elsewhere on ${checkedOn}; the first disbursement cannot be made.`,
    },
    MoreThanApproved: {
      vi: ({ amountVnd, undrawnVnd }) => `Giải ngân ${vnd(amountVnd)} đ nhiều hơn số được duyệt còn lại ${vnd(undrawnVnd)} đ.`,
      en: ({ amountVnd, undrawnVnd }) =>
        `Disbursing ${vnd(amountVnd)} đ exceeds the ${vnd(undrawnVnd)} đ approved and not drawn.`,
    },
    AfterLastDueDay: {
      vi: ({ lastDueOn }) => `Khoản vay đến hạn cuối ngày ${lastDueOn}, không giải ngân thêm.`,
      en: ({ lastDueOn }) => `The loan falls due for the last time on ${lastDueOn}; nothing more can be drawn.`,
    },
    MoreThanOwed: {
      vi: ({ amountVnd, owedVnd, principalVnd, interestVnd }) =>
        `Trả ${vnd(amountVnd)} đ nhiều hơn số còn nợ ${vnd(owedVnd)} đ (gốc ${vnd(principalVnd)} đ, lãi ${vnd(interestVnd)} đ).`,
      en: ({ amountVnd, owedVnd, principalVnd, interestVnd }) =>
        `Paying ${vnd(amountVnd)} đ exceeds the ${vnd(owedVnd)} đ owed (principal ${vnd(principalVnd)} đ, interest ${vnd(interestVnd)} đ).`,
    },
    SplitDoesNotAddUp: {
      vi: ({ amountVnd, principalVnd, interestVnd }) =>
        `Gốc ${vnd(principalVnd)} đ và lãi ${vnd(interestVnd)} đ không cộng thành ${vnd(amountVnd)} đ.`,
      en: ({ amountVnd, principalVnd, interestVnd }) =>
        `Principal ${vnd(principalVnd)} đ and interest ${vnd(interestVnd)} đ do not add up to ${vnd(amountVnd)} đ.`,
    },
    LaterRepaymentAffected: {
      vi: ({ repaidOn }) => `Khi đó lần trả nợ ngày ${repaidOn} sẽ thu quá số nợ; phải huỷ bút toán đó trước.`,
      en: ({ repaidOn }) => `The repayment of ${repaidOn} would then have taken more than was owed; take that one back first.`,
    },
    VoucherAlreadyUsed: {
      vi: ({ voucher, repaidOn }) => `Chứng từ ${voucher} đã ghi cho lần trả nợ ngày ${repaidOn}.`,
      en: ({ voucher, repaidOn }) => `Voucher ${voucher} is booked for the repayment of ${repaidOn}.`,
    },
    DueBeforeOpening: {
      vi: ({ dueOn }) => `Kỳ trả ngày ${dueOn} không sau ngày ghi số dư đầu kỳ.`,
      en: ({ dueOn }) => `The due day ${dueOn} is not after the opening day.`,
    },
    DueTwice: {
      vi: ({ dueOn }) => `Kỳ trả ngày ${dueOn} ghi hai lần.`,
      en: ({ dueOn }) => `The due day ${dueOn} is given twice.`,
    },
    ScheduleExceedsPrincipal: {
      vi: ({ principalVnd, scheduledVnd }) => `Lịch trả nợ ${vnd(scheduledVnd)} đ nhiều hơn dư nợ ${vnd(principalVnd)} đ.`,
      en: ({ principalVnd, scheduledVnd }) =>
        `The schedule of ${vnd(scheduledVnd)} đ exceeds the principal of ${vnd(principalVnd)} đ.`,
    },
    OverdueSinceUnclear: {
      vi: ({ overduePrincipalVnd, overdueInterestVnd }) =>
        `Gốc ngoài lịch trả nợ ${vnd(overduePrincipalVnd)} đ và lãi quá hạn ${vnd(overdueInterestVnd)} đ: phải ghi ngày quá hạn, trước ngày số dư, khi và chỉ khi có nợ quá hạn.`,
      en: ({ overduePrincipalVnd, overdueInterestVnd }) =>
        `Principal outside the schedule ${vnd(overduePrincipalVnd)} đ, overdue interest ${vnd(overdueInterestVnd)} đ: say since when it is overdue, a day before the opening, if and only if something is.`,
    },
    RepaidSince: {
      vi: ({ repaidOn }) => `Đã thu nợ ngày ${repaidOn}; phải huỷ bút toán thu nợ trước.`,
      en: ({ repaidOn }) => `A repayment was received on ${repaidOn}; take it back first.`,
    },
    FirstDisbursementFixesSchedule: {
      vi: ({ disbursedOn }) => `Lần giải ngân ngày ${disbursedOn} dựa vào lịch trả nợ của lần đầu; phải huỷ lần đó trước.`,
      en: ({ disbursedOn }) => `The disbursement of ${disbursedOn} rests on the schedule of the first; take it back first.`,
    },
  },
  choices: {
    method: methods,
    allocation: {
      overduePrincipalFirst: { vi: 'Gốc quá hạn trước', en: 'Overdue principal first' },
      interestFirst: { vi: 'Lãi trước', en: 'Interest first' },
      byInstalment: { vi: 'Lần lượt từng kỳ', en: 'Instalment by instalment' },
      byKind: { vi: 'Lãi chậm trả, lãi quá hạn, lãi, gốc', en: 'Late interest, overdue interest, interest, principal' },
    },
    dayCount: {
      'actual/365': { vi: 'Ngày thực tế/365', en: 'Actual days over 365' },
      'actual/actual': { vi: 'Ngày thực tế/số ngày của năm', en: 'Actual days over those of the year' },
      '30/360': { vi: 'Tháng 30 ngày/360', en: 'Months of 30 days over 360' },
      period: { vi: 'Mỗi tháng một phần mười hai năm', en: 'Each month a twelfth of a year' },
    },
    prepayment: {
      cancelLatest: { vi: 'Trừ vào các kỳ cuối', en: 'Cancels the last instalments' },
      reduceEach: { vi: 'Giảm đều các kỳ sau', en: 'Reduces each instalment to come' },
      payNext: { vi: 'Trả trước các kỳ kế tiếp', en: 'Pays the next instalments' },
    },
  },
  parts: {
    dueOn: { vi: 'Ngày đến hạn', en: 'Due on' },
  },
  statuses,
};
