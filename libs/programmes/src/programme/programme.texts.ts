import type { Texts } from '@soquy/kernel';
import type { Programme, ProgrammeCommands, ProgrammeRefusals } from './programme.decider.js';
import type { ProgrammeEvents } from './programme.events.js';

export const programmeTexts: Texts<ProgrammeEvents, ProgrammeCommands, ProgrammeRefusals, Programme['status']> = {
  name: { vi: 'Chương trình hỗ trợ', en: 'Support programme' },
  plural: { vi: 'Các chương trình hỗ trợ', en: 'Support programmes' },
  events: {
    ProgrammeOpened: { vi: 'Đã mở chương trình', en: 'Programme opened' },
    ProgrammeExtended: { vi: 'Đã kéo dài chương trình', en: 'Programme extended' },
    ProgrammeClosed: { vi: 'Đã kết thúc chương trình', en: 'Programme closed' },
  },
  commands: {
    OpenProgramme: { vi: 'Mở chương trình', en: 'Open a programme' },
    ExtendProgramme: { vi: 'Kéo dài chương trình', en: 'Extend a programme' },
    CloseProgramme: { vi: 'Kết thúc chương trình', en: 'Close a programme' },
  },
  fields: {
    programmeId: { vi: 'Chương trình', en: 'Programme' },
    name: { vi: 'Tên chương trình', en: 'Name' },
    legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
    periodFromYear: { vi: 'Từ năm', en: 'From year' },
    periodToYear: { vi: 'Đến năm', en: 'To year' },
    leadAgency: { vi: 'Cơ quan chủ trì', en: 'Lead agency' },
  },
  refusals: {
    PeriodReversed: {
      vi: ({ periodFromYear, periodToYear }) => `Giai đoạn ${periodFromYear}–${periodToYear} kết thúc trước khi bắt đầu.`,
      en: ({ periodFromYear, periodToYear }) => `The period ${periodFromYear}-${periodToYear} ends before it begins.`,
    },
    NotLonger: {
      vi: ({ periodToYear }) => `Chương trình đã kéo dài đến năm ${periodToYear}; chỉ có thể kéo dài thêm.`,
      en: ({ periodToYear }) => `The programme runs to ${periodToYear} already; it can only be extended.`,
    },
    BeforeOpening: {
      vi: ({ openedOn }) => `Ngày ghi nhận không thể trước ngày mở chương trình ${openedOn}.`,
      en: ({ openedOn }) => `The day cannot precede the opening of ${openedOn}.`,
    },
    ProgrammeClosedBefore: {
      vi: ({ closedOn }) => `Chương trình đã kết thúc ngày ${closedOn}.`,
      en: ({ closedOn }) => `The programme was closed on ${closedOn}.`,
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    open: { vi: 'Đang thực hiện', en: 'Under way' },
    closed: { vi: 'Đã kết thúc', en: 'Closed' },
  },
};
