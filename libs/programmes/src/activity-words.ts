import type { Sentence, Words } from '@soquy/kernel';
import type { ActivityRules } from './activity.js';

/** Words that all kinds of activity share; a slice says otherwise where the office does. */
export const activityFields = {
  programmeId: { vi: 'Chương trình', en: 'Programme' },
  budgetLineId: { vi: 'Dòng dự toán', en: 'Budget line' },
  place: { vi: 'Địa bàn', en: 'Place' },
} as const satisfies Record<string, Words>;

export const activityStatuses = {
  none: { vi: 'Chưa có', en: 'None' },
  planned: { vi: 'Kế hoạch', en: 'Planned' },
  held: { vi: 'Đã tổ chức', en: 'Held' },
  cancelled: { vi: 'Đã huỷ', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const activityRefusals = {
  notPlanned: {
    vi: () => 'Chưa có kế hoạch.',
    en: () => 'There is no plan yet.',
  },
  alreadyHeld: {
    vi: ({ heldOn }) => `Đã tổ chức ngày ${heldOn}.`,
    en: ({ heldOn }) => `It was held on ${heldOn}.`,
  },
  cancelledBefore: {
    vi: ({ cancelledOn }) => `Đã huỷ ngày ${cancelledOn}.`,
    en: ({ cancelledOn }) => `It was cancelled on ${cancelledOn}.`,
  },
  beforePlan: {
    vi: ({ plannedOn }) => `Ngày ghi nhận không thể trước ngày lập kế hoạch ${plannedOn}.`,
    en: ({ plannedOn }) => `The day cannot precede the plan of ${plannedOn}.`,
  },
} as const satisfies { readonly [Rule in keyof ActivityRules]: Sentence<ActivityRules[Rule]> };

export const lineOfAnotherProgramme: Sentence<unknown> = {
  vi: () => 'Dòng dự toán thuộc chương trình khác với chương trình đã nêu.',
  en: () => 'The budget line belongs to another programme than the one named.',
};
