import type { Words } from '@soquy/kernel';

interface CorrectionTexts {
  readonly commands: Readonly<Record<string, Words>>;
  readonly fields: Readonly<Record<string, Words>>;
  readonly parts: Readonly<Record<string, Words>>;
}

export const correctionTexts: CorrectionTexts = {
  commands: {
    RequestCorrection: { vi: 'Đề nghị đính chính một ghi nhận', en: 'Ask for a recorded event to be taken back' },
    ApproveCorrection: { vi: 'Duyệt đính chính', en: 'Approve a correction' },
    RejectCorrection: { vi: 'Không duyệt đính chính', en: 'Reject a correction' },
  },
  fields: {
    eventId: { vi: 'Ghi nhận cần đính chính', en: 'Event to correct' },
    correctionId: { vi: 'Đề nghị đính chính', en: 'Correction' },
    replacement: { vi: 'Ghi nhận thay thế', en: 'Recorded instead' },
  },
  parts: {
    command: { vi: 'Lệnh ghi', en: 'Command' },
    fields: { vi: 'Các giá trị', en: 'Fields' },
  },
};
