import type { Texts } from '@soquy/kernel';
import { activityFields, activityRefusals, activityStatuses, lineOfAnotherProgramme } from '../activity-words.js';
import type { TrainingClass, TrainingClassCommands, TrainingClassRefusals } from './training-class.decider.js';
import type { TrainingClassEvents } from './training-class.events.js';

export const trainingClassTexts: Texts<
  TrainingClassEvents,
  TrainingClassCommands,
  TrainingClassRefusals,
  TrainingClass['status']
> = {
  name: { vi: 'Lớp đào tạo, tập huấn', en: 'Training class' },
  plural: { vi: 'Các lớp đào tạo, tập huấn', en: 'Training classes' },
  events: {
    TrainingClassPlanned: { vi: 'Đã lập kế hoạch lớp', en: 'Training class planned' },
    TrainingClassHeld: { vi: 'Đã tổ chức lớp', en: 'Training class held' },
    TrainingClassCancelled: { vi: 'Đã huỷ lớp', en: 'Training class cancelled' },
  },
  commands: {
    PlanTrainingClass: { vi: 'Lập kế hoạch lớp', en: 'Plan a training class' },
    HoldTrainingClass: { vi: 'Ghi nhận kết quả lớp', en: 'Record the result of a planned class' },
    RecordHeldTrainingClass: { vi: 'Ghi nhận lớp đã tổ chức', en: 'Record a class already held' },
    CancelTrainingClass: { vi: 'Huỷ lớp', en: 'Cancel a training class' },
  },
  fields: {
    trainingClassId: { vi: 'Lớp', en: 'Training class' },
    kind: { vi: 'Loại lớp', en: 'Kind' },
    title: { vi: 'Tên lớp', en: 'Title' },
    ...activityFields,
    plannedLearners: { vi: 'Số học viên dự kiến', en: 'Planned learners' },
    budgetVnd: { vi: 'Dự toán (đồng)', en: 'Budget (VND)' },
    startedOn: { vi: 'Ngày khai giảng', en: 'First day' },
    learners: { vi: 'Số người học', en: 'People taught' },
    countBasis: { vi: 'Đếm theo người hay lượt', en: 'Counted in persons or turns' },
    women: { vi: 'Trong đó nữ', en: 'Of whom women' },
    costVnd: { vi: 'Kinh phí (đồng)', en: 'Cost (VND)' },
    senders: { vi: 'Tổ chức cử học viên', en: 'Organisations that sent learners' },
  },
  parts: { organisationId: { vi: 'Tổ chức', en: 'Organisation' } },
  refusals: {
    LineOfAnotherProgramme: lineOfAnotherProgramme,
    TrainingClassNotPlanned: {
      vi: () => 'Lớp này chưa có kế hoạch.',
      en: () => 'There is no plan of this class.',
    },
    TrainingClassAlreadyHeld: {
      vi: ({ heldOn }) => `Lớp đã tổ chức xong ngày ${heldOn}.`,
      en: ({ heldOn }) => `The class was held on ${heldOn}.`,
    },
    TrainingClassCancelledBefore: {
      vi: ({ cancelledOn }) => `Lớp đã huỷ ngày ${cancelledOn}.`,
      en: ({ cancelledOn }) => `The class was cancelled on ${cancelledOn}.`,
    },
    MoreWomenThanLearners: {
      vi: ({ women, learners }) => `Số nữ (${women}) lớn hơn số người học (${learners}).`,
      en: ({ women, learners }) => `Women (${women}) exceed people taught (${learners}).`,
    },
    MoreSentThanLearners: {
      vi: ({ sent, learners }) => `Số học viên các đơn vị cử (${sent}) lớn hơn số người học (${learners}).`,
      en: ({ sent, learners }) => `Learners sent (${sent}) exceed people taught (${learners}).`,
    },
    ClassBeforePlan: activityRefusals.beforePlan,
    ClassStartedAfterEnd: {
      vi: ({ startedOn, heldOn }) => `Ngày khai giảng ${startedOn} sau ngày bế giảng ${heldOn}.`,
      en: ({ startedOn, heldOn }) => `The first day ${startedOn} is after the last day ${heldOn}.`,
    },
  },
  choices: {
    kind: {
      management: { vi: 'Bồi dưỡng cán bộ quản lý', en: 'Management training' },
      craft: { vi: 'Truyền nghề, đào tạo nghề', en: 'Craft training' },
      refresher: { vi: 'Tập huấn, bồi dưỡng ngắn hạn', en: 'Refresher course' },
    },
    countBasis: {
      persons: { vi: 'Số người, mỗi người đếm một lần', en: 'Persons, each counted once' },
      turns: { vi: 'Lượt người', en: 'Turns, not distinct persons' },
    },
  },
  statuses: activityStatuses,
};
