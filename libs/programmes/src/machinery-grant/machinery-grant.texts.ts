import type { Texts, Words } from '@soquy/kernel';
import { lineOfAnotherProgramme } from '../activity-words.js';
import type { MachineryGrantCommands } from './machinery-grant.decider.js';
import type { MachineryGrantEvents } from './machinery-grant.events.js';
import type { MachineryGrantRefusals } from './machinery-grant.rules.js';
import type { MachineryGrant } from './machinery-grant.state.js';

const statuses: Record<MachineryGrant['status'], Words> = {
  none: { vi: 'Chưa có', en: 'None' },
  requested: { vi: 'Đã đề nghị', en: 'Requested' },
  appraised: { vi: 'Đã thẩm định', en: 'Appraised' },
  rejected: { vi: 'Bị từ chối', en: 'Rejected' },
  approved: { vi: 'Đã phê duyệt', en: 'Approved' },
  contracted: { vi: 'Đã ký hợp đồng', en: 'Contract signed' },
  accepted: { vi: 'Đã nghiệm thu', en: 'Accepted' },
  settled: { vi: 'Đã quyết toán', en: 'Settled' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
};

const steps = {
  request: { vi: 'người đề nghị', en: 'who requested it' },
  appraisal: { vi: 'người thẩm định', en: 'who appraised it' },
};

const vi = (amountVnd: number) => `${amountVnd.toLocaleString('vi-VN')} đồng`;
const en = (amountVnd: number) => `${amountVnd.toLocaleString('en-US')} VND`;

export const machineryGrantTexts: Texts<
  MachineryGrantEvents,
  MachineryGrantCommands,
  MachineryGrantRefusals,
  MachineryGrant['status']
> = {
  name: { vi: 'Hỗ trợ máy móc thiết bị', en: 'Machinery grant' },
  plural: { vi: 'Các đề án hỗ trợ máy móc thiết bị', en: 'Machinery grants' },
  suggested: {
    ApproveMachineryGrant: { approvedSupportVnd: { vi: 'mức thẩm định đề xuất', en: 'what the appraisal recommends' } },
    PayGrant: { amountVnd: { vi: 'phần chưa trả của kinh phí được nghiệm thu', en: 'the unpaid part of the accepted support' } },
  },
  events: {
    MachineryGrantRequested: { vi: 'Đã đề nghị hỗ trợ', en: 'Support requested' },
    MachineryGrantAppraised: { vi: 'Đã thẩm định', en: 'Appraised' },
    MachineryGrantApproved: { vi: 'Đã phê duyệt', en: 'Approved' },
    MachineryGrantRejected: { vi: 'Đã từ chối', en: 'Rejected' },
    MachineryGrantContractSigned: { vi: 'Đã ký hợp đồng', en: 'Contract signed' },
    MachineryGrantAdvancePaid: { vi: 'Đã tạm ứng', en: 'Advance paid' },
    MachineryGrantAccepted: { vi: 'Đã nghiệm thu', en: 'Accepted' },
    MachineryGrantPaid: { vi: 'Đã thanh toán', en: 'Paid' },
    MachineryGrantSettled: { vi: 'Đã quyết toán', en: 'Settled' },
    MachineryGrantStopped: { vi: 'Đã dừng đề án', en: 'Project stopped' },
    MachineryGrantRecovered: { vi: 'Đã thu hồi kinh phí', en: 'Money recovered' },
  },
  commands: {
    RequestMachineryGrant: { vi: 'Đề nghị hỗ trợ máy móc', en: 'Request a machinery grant' },
    AppraiseMachineryGrant: { vi: 'Thẩm định đề án', en: 'Appraise the project' },
    ApproveMachineryGrant: { vi: 'Phê duyệt hỗ trợ', en: 'Approve the support' },
    RejectMachineryGrant: { vi: 'Từ chối hỗ trợ', en: 'Reject the request' },
    SignGrantContract: { vi: 'Ký hợp đồng', en: 'Sign the contract' },
    PayGrantAdvance: { vi: 'Tạm ứng kinh phí', en: 'Pay an advance' },
    RecordAcceptance: { vi: 'Ghi nhận nghiệm thu', en: 'Record the acceptance' },
    PayGrant: { vi: 'Thanh toán kinh phí', en: 'Pay support' },
    SettleGrant: { vi: 'Quyết toán đề án', en: 'Settle the grant' },
    StopMachineryGrant: { vi: 'Dừng đề án', en: 'Stop the project' },
    RecoverGrant: { vi: 'Thu hồi kinh phí', en: 'Recover money' },
  },
  fields: {
    machineryGrantId: { vi: 'Đề án', en: 'Grant' },
    organisationId: { vi: 'Đơn vị thụ hưởng', en: 'Beneficiary' },
    programmeId: { vi: 'Chương trình', en: 'Programme' },
    budgetLineId: { vi: 'Dòng dự toán', en: 'Budget line' },
    tier: { vi: 'Khuyến công quốc gia hay địa phương', en: 'National or provincial' },
    title: { vi: 'Tên đề án', en: 'Project' },
    item: { vi: 'Máy móc, thiết bị', en: 'Machinery' },
    totalInvestmentVnd: { vi: 'Tổng vốn đầu tư (đồng)', en: 'Total investment (VND)' },
    requestedSupportVnd: { vi: 'Kinh phí đề nghị hỗ trợ (đồng)', en: 'Support requested (VND)' },
    recommendedSupportVnd: { vi: 'Mức hỗ trợ đề xuất (đồng)', en: 'Support recommended (VND)' },
    note: { vi: 'Ý kiến thẩm định', en: 'Note' },
    approvedSupportVnd: { vi: 'Kinh phí được duyệt (đồng)', en: 'Support approved (VND)' },
    contractNumber: { vi: 'Số hợp đồng', en: 'Contract number' },
    amountVnd: { vi: 'Số tiền (đồng)', en: 'Amount (VND)' },
    actualInvestmentVnd: { vi: 'Vốn đầu tư thực tế (đồng)', en: 'Actual investment (VND)' },
    acceptedSupportVnd: { vi: 'Kinh phí được nghiệm thu (đồng)', en: 'Support accepted (VND)' },
  },
  refusals: {
    LineOfAnotherProgramme: lineOfAnotherProgramme,
    StepNotOpen: {
      vi: ({ status }) => `Chưa hoặc không còn làm được bước này: đề án đang ở trạng thái "${statuses[status].vi}".`,
      en: ({ status }) => `This step is not open: the grant stands at "${statuses[status].en}".`,
    },
    BeforePrecedingStep: {
      vi: ({ earliestOn }) => `Ngày ghi nhận không thể trước bước liền trước, ngày ${earliestOn}.`,
      en: ({ earliestOn }) => `The day cannot precede the step before it, of ${earliestOn}.`,
    },
    SamePerson: {
      vi: ({ step }) => `Người phê duyệt phải khác ${steps[step].vi}.`,
      en: ({ step }) => `A grant is approved by another person than ${steps[step].en}.`,
    },
    MoreThanInvestment: {
      vi: ({ supportVnd, investmentVnd }) => `Mức hỗ trợ ${vi(supportVnd)} lớn hơn vốn đầu tư ${vi(investmentVnd)}.`,
      en: ({ supportVnd, investmentVnd }) => `Support of ${en(supportVnd)} exceeds the investment of ${en(investmentVnd)}.`,
    },
    MoreThanRequested: {
      vi: ({ supportVnd, requestedVnd }) => `Mức hỗ trợ ${vi(supportVnd)} lớn hơn mức đề nghị ${vi(requestedVnd)}.`,
      en: ({ supportVnd, requestedVnd }) => `Support of ${en(supportVnd)} exceeds the ${en(requestedVnd)} requested.`,
    },
    AboveCeiling: {
      vi: ({ supportVnd, highestVnd, rule, source }) =>
        `Mức hỗ trợ ${vi(supportVnd)} vượt trần ${vi(highestVnd)} (${rule}, ${source}).`,
      en: ({ supportVnd, highestVnd, rule, source }) =>
        `Support of ${en(supportVnd)} exceeds the ceiling of ${en(highestVnd)} (${rule}, ${source}).`,
    },
    MoreThanApproved: {
      vi: ({ supportVnd, approvedVnd }) => `Kinh phí nghiệm thu ${vi(supportVnd)} lớn hơn mức được duyệt ${vi(approvedVnd)}.`,
      en: ({ supportVnd, approvedVnd }) => `Accepted support of ${en(supportVnd)} exceeds the ${en(approvedVnd)} approved.`,
    },
    AdvanceTooHigh: {
      vi: ({ askedVnd, highestVnd }) => `Tạm ứng ${vi(askedVnd)} vượt mức còn được tạm ứng ${vi(highestVnd)}.`,
      en: ({ askedVnd, highestVnd }) => `An advance of ${en(askedVnd)} exceeds the ${en(highestVnd)} that may still be advanced.`,
    },
    MoreThanLeft: {
      vi: ({ askedVnd, leftVnd }) => `Thanh toán ${vi(askedVnd)} vượt số còn được thanh toán ${vi(leftVnd)}.`,
      en: ({ askedVnd, leftVnd }) => `A payment of ${en(askedVnd)} exceeds the ${en(leftVnd)} left to pay.`,
    },
    MoreThanPaidOut: {
      vi: ({ askedVnd, paidOutVnd }) => `Thu hồi ${vi(askedVnd)} lớn hơn số đơn vị đang giữ ${vi(paidOutVnd)}.`,
      en: ({ askedVnd, paidOutVnd }) => `A recovery of ${en(askedVnd)} exceeds the ${en(paidOutVnd)} the beneficiary holds.`,
    },
    SupportNotPaid: {
      vi: ({ leftVnd }) => `Chưa quyết toán được: còn ${vi(leftVnd)} đã nghiệm thu chưa thanh toán.`,
      en: ({ leftVnd }) => `Not yet: ${en(leftVnd)} of the accepted support is unpaid.`,
    },
    AdvanceNotRecovered: {
      vi: ({ excessVnd }) => `Cần thu hồi ${vi(excessVnd)} tạm ứng thừa trước.`,
      en: ({ excessVnd }) => `${en(excessVnd)} of the advance must be recovered first.`,
    },
    VoucherAlreadyUsed: {
      vi: ({ voucher, on }) => `Chứng từ ${voucher} đã ghi cho một khoản khác ngày ${on}.`,
      en: ({ voucher, on }) => `Voucher ${voucher} is recorded for other money of ${on}.`,
    },
    SameMoneyStands: {
      vi: ({ amountVnd, on }) => `Đã ghi một khoản ${vi(amountVnd)} ngày ${on}. Nếu là khoản khác, hãy nêu số chứng từ.`,
      en: ({ amountVnd, on }) => `${en(amountVnd)} of ${on} is recorded already. If this is other money, name its voucher.`,
    },
    LaterFactStands: {
      vi: ({ status }) => `Chưa huỷ được: còn việc ghi sau dựa vào đó (trạng thái "${statuses[status].vi}").`,
      en: ({ status }) => `Not yet: a later fact rests on it (the grant stands at "${statuses[status].en}").`,
    },
  },
  choices: {
    tier: {
      national: { vi: 'Khuyến công quốc gia', en: 'National industrial promotion' },
      provincial: { vi: 'Khuyến công địa phương', en: 'Provincial industrial promotion' },
    },
  },
  statuses,
};
