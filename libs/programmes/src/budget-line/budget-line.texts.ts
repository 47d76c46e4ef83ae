import type { Texts } from '@soquy/kernel';
import type { BudgetLineCommands } from './budget-line.decider.js';
import type { BudgetLineEvents } from './budget-line.events.js';
import type { BudgetLineRefusals } from './budget-line.rules.js';
import type { BudgetLine } from './budget-line.state.js';

/** 1.234.567 in Vietnamese, 1,234,567 in English (domain.md R3). */
const dong = (vnd: number) => vnd.toLocaleString('vi-VN');
const vnd = (amount: number) => amount.toLocaleString('en-GB');

export const budgetLineTexts: Texts<BudgetLineEvents, BudgetLineCommands, BudgetLineRefusals, BudgetLine['status']> = {
  name: { vi: 'Dòng dự toán', en: 'Budget line' },
  plural: { vi: 'Các dòng dự toán', en: 'Budget lines' },
  events: {
    BudgetAllocated: { vi: 'Đã phân bổ dự toán', en: 'Budget allocated' },
    BudgetIncreased: { vi: 'Đã điều chỉnh tăng dự toán', en: 'Budget increased' },
    BudgetDecreased: { vi: 'Đã điều chỉnh giảm dự toán', en: 'Budget decreased' },
    BudgetCommitted: { vi: 'Đã cam kết chi', en: 'Budget committed' },
    BudgetCommitmentReleased: { vi: 'Đã giảm cam kết chi', en: 'Commitment released' },
    BudgetReserved: { vi: 'Hoạt động đã giữ dự toán', en: 'Budget reserved by an activity' },
    BudgetReservationReleased: { vi: 'Đã trả lại dự toán đã giữ', en: 'Reservation released' },
    BudgetDisbursed: { vi: 'Đã giải ngân', en: 'Budget disbursed' },
    BudgetRecovered: { vi: 'Đã thu hồi', en: 'Disbursement recovered' },
  },
  commands: {
    AllocateBudgetLine: { vi: 'Phân bổ dự toán', en: 'Allocate a budget line' },
    AdjustBudgetLine: { vi: 'Điều chỉnh dự toán', en: 'Adjust a budget line' },
    CommitBudget: { vi: 'Cam kết chi', en: 'Commit budget' },
    ReleaseCommitment: { vi: 'Giảm, huỷ cam kết chi', en: 'Release a commitment' },
    DisburseBudget: { vi: 'Giải ngân', en: 'Disburse' },
    RecoverDisbursement: { vi: 'Ghi nhận thu hồi', en: 'Record a recovery' },
  },
  fields: {
    budgetLineId: { vi: 'Dòng dự toán', en: 'Budget line' },
    programmeId: { vi: 'Chương trình', en: 'Programme' },
    title: { vi: 'Nội dung', en: 'Title' },
    source: { vi: 'Nguồn vốn', en: 'Source of money' },
    budgetYear: { vi: 'Năm ngân sách', en: 'Budget year' },
    allocatedVnd: { vi: 'Số phân bổ (đồng)', en: 'Allocated (VND)' },
    increaseVnd: { vi: 'Tăng (đồng)', en: 'Increase (VND)' },
    decreaseVnd: { vi: 'Giảm (đồng)', en: 'Decrease (VND)' },
    purpose: { vi: 'Nội dung chi', en: 'Purpose' },
    amountVnd: { vi: 'Số tiền (đồng)', en: 'Amount (VND)' },
    commitmentNumber: { vi: 'Cam kết số', en: 'Commitment number' },
    acceptedOn: { vi: 'Ngày nghiệm thu', en: 'Work accepted on' },
  },
  refusals: {
    BudgetLineExhausted: {
      vi: ({ availableVnd, amountVnd }) =>
        `Dự toán chỉ còn ${dong(availableVnd)} đồng chưa cam kết, không đủ ${dong(amountVnd)} đồng.`,
      en: ({ availableVnd, amountVnd }) =>
        `Only ${vnd(availableVnd)} VND of the line are not committed, less than ${vnd(amountVnd)} VND.`,
    },
    BeforeAllocation: {
      vi: ({ allocatedOn }) => `Ngày ghi nhận không thể trước ngày phân bổ ${allocatedOn}.`,
      en: ({ allocatedOn }) => `The day cannot precede the allocation of ${allocatedOn}.`,
    },
    IncreaseOrDecrease: {
      vi: () => 'Ghi số tăng hoặc số giảm, không ghi cả hai.',
      en: () => 'Give either an increase or a decrease.',
    },
    AllocationTooLarge: {
      vi: ({ mostVnd }) => `Chỉ có thể tăng tối đa ${dong(mostVnd)} đồng.`,
      en: ({ mostVnd }) => `The increase can be at most ${vnd(mostVnd)} VND.`,
    },
    UnknownCommitment: {
      vi: ({ commitmentNumber }) => `Dòng dự toán không có cam kết số ${commitmentNumber}.`,
      en: ({ commitmentNumber }) => `The line has no commitment number ${commitmentNumber}.`,
    },
    BeyondCommitment: {
      vi: ({ availableVnd, amountVnd }) =>
        `Cam kết chi chỉ còn ${dong(availableVnd)} đồng chưa giải ngân, không đủ ${dong(amountVnd)} đồng.`,
      en: ({ availableVnd, amountVnd }) =>
        `Only ${vnd(availableVnd)} VND are committed and not paid, less than ${vnd(amountVnd)} VND.`,
    },
    BeyondDisbursed: {
      vi: ({ disbursedVnd, amountVnd }) => `Mới giải ngân ${dong(disbursedVnd)} đồng, không thể thu hồi ${dong(amountVnd)} đồng.`,
      en: ({ disbursedVnd, amountVnd }) => `Only ${vnd(disbursedVnd)} VND were paid, so ${vnd(amountVnd)} VND cannot come back.`,
    },
    AcceptedInAnotherYear: {
      vi: ({ budgetYear, acceptedOn }) => `Khối lượng nghiệm thu ngày ${acceptedOn} không thuộc năm ngân sách ${budgetYear}.`,
      en: ({ budgetYear, acceptedOn }) => `Work accepted on ${acceptedOn} does not belong to the budget year ${budgetYear}.`,
    },
    BudgetYearSettled: {
      vi: ({ budgetYear, settlementEndOn }) =>
        `Năm ngân sách ${budgetYear} đã hết thời gian chỉnh lý quyết toán ngày ${settlementEndOn}.`,
      en: ({ budgetYear, settlementEndOn }) => `The settlement of the budget year ${budgetYear} ended on ${settlementEndOn}.`,
    },
    ProgrammeClosedBefore: {
      vi: ({ closedOn }) => `Chương trình đã kết thúc ngày ${closedOn}.`,
      en: ({ closedOn }) => `The programme was closed on ${closedOn}.`,
    },
    LaterFactsRestOnIt: {
      vi: ({ missingVnd }) => `Không thể huỷ: các khoản ghi nhận khác còn dựa vào số này, sẽ thiếu ${dong(missingVnd)} đồng.`,
      en: ({ missingVnd }) => `It cannot be taken back: other facts rest on it and would lack ${vnd(missingVnd)} VND.`,
    },
  },
  choices: {
    source: {
      centralBudget: { vi: 'Ngân sách trung ương', en: 'Central budget' },
      provincialBudget: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' },
      districtBudget: { vi: 'Ngân sách huyện (đến 30/06/2025)', en: 'District budget (until 30/06/2025)' },
      communeBudget: { vi: 'Ngân sách xã', en: 'Commune budget' },
      nationalTargetProgramme: { vi: 'Chương trình mục tiêu quốc gia', en: 'National target programme' },
      centralReserve: { vi: 'Dự phòng ngân sách trung ương', en: 'Reserve of the central budget' },
      nationalIndustrialPromotion: { vi: 'Kinh phí khuyến công quốc gia', en: 'National industrial promotion' },
      industrialPromotion: { vi: 'Kinh phí khuyến công địa phương', en: 'Local industrial promotion' },
      matchingFund: { vi: 'Vốn đối ứng địa phương', en: 'Local matching fund' },
      beneficiaryShare: { vi: 'Vốn đối ứng của đơn vị thụ hưởng', en: "Beneficiary's share" },
      sponsorship: { vi: 'Tài trợ', en: 'Sponsorship' },
      fundEquity: { vi: 'Vốn chủ sở hữu của Quỹ', en: 'Own capital of the fund' },
      mobilisedCapital: { vi: 'Vốn huy động', en: 'Mobilised capital' },
      entrustedCapital: { vi: 'Vốn nhận uỷ thác', en: 'Entrusted capital' },
      nationalJobFund: { vi: 'Quỹ quốc gia về việc làm', en: 'National employment fund' },
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    allocated: { vi: 'Đã phân bổ', en: 'Allocated' },
  },
};
