import type { Texts } from '@soquy/kernel';
import { activityFields, activityRefusals, activityStatuses, lineOfAnotherProgramme } from '../activity-words.js';
import type { TradeFair, TradeFairCommands, TradeFairRefusals } from './trade-fair.decider.js';
import type { TradeFairEvents } from './trade-fair.events.js';

export const tradeFairTexts: Texts<TradeFairEvents, TradeFairCommands, TradeFairRefusals, TradeFair['status']> = {
  name: { vi: 'Hội chợ, kết nối cung cầu', en: 'Trade fair' },
  plural: { vi: 'Hội chợ, phiên chợ, kết nối cung cầu', en: 'Trade fairs' },
  events: {
    TradeFairPlanned: { vi: 'Đã lập kế hoạch hội chợ', en: 'Trade fair planned' },
    TradeFairHeld: { vi: 'Đã tổ chức, tham gia hội chợ', en: 'Trade fair held' },
    TradeFairCancelled: { vi: 'Đã huỷ hội chợ', en: 'Trade fair cancelled' },
  },
  commands: {
    PlanTradeFair: { vi: 'Lập kế hoạch hội chợ', en: 'Plan a trade fair' },
    HoldTradeFair: { vi: 'Ghi nhận kết quả hội chợ', en: 'Record the result of a planned fair' },
    RecordHeldTradeFair: { vi: 'Ghi nhận hội chợ đã tổ chức', en: 'Record a fair already held' },
    CancelTradeFair: { vi: 'Huỷ hội chợ', en: 'Cancel a trade fair' },
  },
  fields: {
    tradeFairId: { vi: 'Hội chợ', en: 'Trade fair' },
    kind: { vi: 'Loại hoạt động', en: 'Kind' },
    role: { vi: 'Tham gia hay đứng ra tổ chức', en: 'Joined or organised' },
    title: { vi: 'Tên hội chợ', en: 'Title' },
    ...activityFields,
    budgetVnd: { vi: 'Dự toán (đồng)', en: 'Budget (VND)' },
    startedOn: { vi: 'Ngày khai mạc', en: 'First day' },
    organisationIds: { vi: 'Đơn vị tham gia (đã biết tên)', en: 'Organisations taking part, known by name' },
    participations: { vi: 'Tổng số lượt HTX, THT tham gia', en: 'Participations in all' },
    enterprises: { vi: 'Số doanh nghiệp tham gia', en: 'Enterprises taking part' },
    stalls: { vi: 'Số gian hàng', en: 'Stalls' },
    products: { vi: 'Số loại sản phẩm', en: 'Products on show' },
    visitors: { vi: 'Lượt khách', en: 'Visits' },
    revenue: { vi: 'Doanh thu (đồng)', en: 'Sales (VND)' },
    contracts: { vi: 'Hợp đồng, biên bản ghi nhớ', en: 'Contracts and memoranda' },
    costVnd: { vi: 'Kinh phí (đồng)', en: 'Cost (VND)' },
  },
  refusals: {
    LineOfAnotherProgramme: lineOfAnotherProgramme,
    TradeFairNotPlanned: {
      vi: () => 'Hội chợ này chưa có kế hoạch.',
      en: () => 'There is no plan of this fair.',
    },
    TradeFairAlreadyHeld: {
      vi: ({ heldOn }) => `Hội chợ đã kết thúc ngày ${heldOn}.`,
      en: ({ heldOn }) => `The fair was held on ${heldOn}.`,
    },
    TradeFairCancelledBefore: {
      vi: ({ cancelledOn }) => `Hội chợ đã huỷ ngày ${cancelledOn}.`,
      en: ({ cancelledOn }) => `The fair was cancelled on ${cancelledOn}.`,
    },
    FairBeforePlan: activityRefusals.beforePlan,
    FairStartedAfterEnd: {
      vi: ({ startedOn, heldOn }) => `Ngày khai mạc ${startedOn} sau ngày bế mạc ${heldOn}.`,
      en: ({ startedOn, heldOn }) => `The first day ${startedOn} is after the last day ${heldOn}.`,
    },
    MoreNamedThanCounted: {
      vi: ({ named, counted }) => `Số đơn vị nêu tên (${named}) lớn hơn tổng số lượt tham gia (${counted}).`,
      en: ({ named, counted }) => `Organisations named (${named}) exceed participations (${counted}).`,
    },
  },
  choices: {
    kind: {
      fair: { vi: 'Hội chợ', en: 'Fair' },
      ruralMarket: { vi: 'Phiên chợ hàng Việt về nông thôn', en: 'Rural market' },
      supplyDemandMeeting: { vi: 'Hội nghị kết nối cung cầu', en: 'Supply-demand meeting' },
      exhibition: { vi: 'Triển lãm, trưng bày', en: 'Exhibition' },
    },
    role: {
      joined: { vi: 'Tham gia', en: 'Joined' },
      organised: { vi: 'Tổ chức', en: 'Organised' },
    },
  },
  statuses: activityStatuses,
};
