import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

interface Said {
  readonly what: string;
}

export const correctionWords = screenWords({
  title: { vi: 'Đính chính', en: 'Corrections' },
  waiting: { vi: 'Chờ duyệt', en: 'Waiting for approval' },
  decided: { vi: 'Đã quyết định', en: 'Decided' },
  noneDecided: { vi: 'Chưa có đề nghị đính chính nào được quyết định.', en: 'No correction has been decided yet.' },
  shown: {
    vi: ({ count, total }: { count: number; total: number }) => `Đang hiện ${count}/${total} đề nghị`,
    en: ({ count, total }: { count: number; total: number }) => `${count} of ${counted(total, 'request')} shown`,
  },
  change: { vi: 'Thay đổi', en: 'Changes' },
  nextReplace: {
    vi: 'Ghi nhận cũ bị gạch bỏ từ ngày phát sinh, giá trị đúng được ghi ngay theo tên người đề nghị; cả hai vẫn xem được cùng lý do này.',
    en: 'The old record is struck through from its day on and the right value is recorded at once in the name of who asked; both stay visible with this reason.',
  },
  decidedBy: {
    vi: ({ what, who, at }: { what: string; who: string; at: string }) => `${what}: ${who}, ${at}`,
    en: ({ what, who, at }: { what: string; who: string; at: string }) => `${what}: ${who}, ${at}`,
  },
  none: {
    vi: 'Không có đề nghị đính chính nào đang chờ. Đề nghị được lập từ dòng thời gian của từng hồ sơ.',
    en: 'No correction is waiting. Corrections are requested from the timeline of each object.',
  },
  asked: {
    vi: ({ who, at }: { who: string; at: string }) => `${who} đề nghị ${at}`,
    en: ({ who, at }: { who: string; at: string }) => `${who} requested ${at}`,
  },
  reason: { vi: ({ what }: Said) => `Lý do: ${what}`, en: ({ what }: Said) => `Reason: ${what}` },
  document: { vi: ({ what }: Said) => `Văn bản: ${what}`, en: ({ what }: Said) => `Document: ${what}` },
  old: { vi: 'Đang ghi', en: 'Recorded now' },
  next: { vi: 'Sau khi duyệt', en: 'After approval' },
  nextWhy: {
    vi: 'Gạch bỏ khỏi sổ từ ngày phát sinh; vẫn xem được cùng lý do này.',
    en: 'It is struck through from its day on and stays visible with this reason.',
  },
  approve: { vi: 'Đồng ý đính chính', en: 'Approve' },
  reject: { vi: 'Trả lại', en: 'Return' },
  approveOf: { vi: ({ what }: Said) => `Đồng ý đính chính: ${what}`, en: ({ what }: Said) => `Approve the correction: ${what}` },
  rejectOf: { vi: ({ what }: Said) => `Trả lại đề nghị: ${what}`, en: ({ what }: Said) => `Return the request: ${what}` },
  self: {
    vi: 'Bạn là người đề nghị nên không thể tự duyệt.',
    en: 'You requested it, so somebody else must decide.',
  },
  roles: { vi: ({ what }: Said) => `Duyệt dành cho: ${what}.`, en: ({ what }: Said) => `Decided by: ${what}.` },
  past: { vi: 'Về hiện tại để duyệt.', en: 'Go back to now to decide.' },
  approved: {
    vi: ({ what }: Said) => `Đã đồng ý đính chính “${what}”.`,
    en: ({ what }: Said) => `Approved the correction of “${what}”.`,
  },
  notReplaced: {
    vi: ({ what, why }: Said & { why: string }) => `Đã đồng ý đính chính “${what}”, nhưng chưa ghi được giá trị đúng: ${why}`,
    en: ({ what, why }: Said & { why: string }) =>
      `Approved the correction of “${what}”, but the right value is not recorded: ${why}`,
  },
  missingReplacement: {
    vi: 'Giá trị đúng chưa được ghi khi duyệt. Hãy ghi lại từ hồ sơ.',
    en: 'The right value was not recorded with the approval. Record it from the object.',
  },
  rejected: {
    vi: ({ what }: Said) => `Đã trả lại đề nghị đính chính “${what}”.`,
    en: ({ what }: Said) => `Returned the correction of “${what}”.`,
  },
});
