import { screenWords } from '../words/screen-words.js';

interface Text {
  readonly text: string;
}

export const timelineWords = screenWords({
  title: { vi: 'Dòng thời gian', en: 'Timeline' },
  axis: { vi: 'Xếp theo', en: 'Ordered by' },
  effective: { vi: 'phát sinh', en: 'happened' },
  recorded: { vi: 'ghi nhận', en: 'recorded' },
  none: { vi: 'Chưa có ghi nhận nào.', en: 'Nothing is recorded yet.' },
  happenedOn: { vi: ({ day }: { day: string }) => `phát sinh ${day}`, en: ({ day }: { day: string }) => `happened ${day}` },
  recordedBy: {
    vi: ({ at, who, role }: { at: string; who: string; role: string }) => `ghi nhận ${at} · ${who} (${role})`,
    en: ({ at, who, role }: { at: string; who: string; role: string }) => `recorded ${at} · ${who} (${role})`,
  },
  reversed: { vi: 'Đã huỷ bút toán', en: 'Reversed' },
  pending: { vi: 'Chờ duyệt đính chính', en: 'Correction awaits approval' },
  reason: { vi: ({ text }: Text) => `Lý do: ${text}`, en: ({ text }: Text) => `Reason: ${text}` },
  document: { vi: ({ text }: Text) => `Văn bản: ${text}`, en: ({ text }: Text) => `Document: ${text}` },
  voucher: { vi: ({ text }: Text) => `Chứng từ: ${text}`, en: ({ text }: Text) => `Voucher: ${text}` },
  correct: { vi: 'Đính chính / Huỷ bút toán…', en: 'Correct / reverse…' },
  correctOf: {
    vi: ({ text }: Text) => `Đính chính / Huỷ bút toán: ${text}`,
    en: ({ text }: Text) => `Correct / reverse: ${text}`,
  },
  repeat: { vi: 'Ghi lại với giá trị đúng', en: 'Record again with the right value' },
  correctRoles: {
    vi: ({ text }: Text) => `Đính chính dành cho: ${text}.`,
    en: ({ text }: Text) => `Corrections are for: ${text}.`,
  },
  correctPast: { vi: 'Về hiện tại để đính chính.', en: 'Go back to now to correct.' },
  dialog: { vi: 'Đề nghị đính chính', en: 'Request a correction' },
  mode: { vi: 'Cần làm gì?', en: 'What is needed?' },
  modeReverse: { vi: 'Huỷ bút toán: việc này không có, hoặc ghi hai lần', en: 'Reverse: it did not happen, or stands twice' },
  modeCorrect: { vi: 'Đính chính: có việc này, nhưng ghi sai', en: 'Correct: it happened, but was recorded wrongly' },
  rightValue: { vi: 'Giá trị đúng', en: 'The right value' },
  rightHint: { vi: 'Ví dụ: kinh phí 19.691.667 đ', en: 'For example: cost 19,691,667 VND' },
  rightReason: {
    vi: ({ reason, right }: { reason: string; right: string }) => `${reason} (giá trị đúng: ${right})`,
    en: ({ reason, right }: { reason: string; right: string }) => `${reason} (right value: ${right})`,
  },
  old: { vi: 'Đang ghi', en: 'Recorded now' },
  next: { vi: 'Sau khi duyệt', en: 'After approval' },
  nextReverse: {
    vi: 'Ghi nhận này bị gạch bỏ, vẫn xem được cùng lý do; mọi con số tính lại từ ngày phát sinh.',
    en: 'It is struck through and stays visible with the reason; all figures follow from its day on.',
  },
  oldNew: { vi: 'Giá trị cũ và mới', en: 'Old and new values' },
  sameValues: { vi: 'Các giá trị giữ nguyên.', en: 'The values stay as they are.' },
  notGiven: { vi: 'chưa ghi', en: 'not recorded' },
  change: { vi: 'Thay đổi', en: 'Changes' },
  nextReplace: {
    vi: 'Khi người khác duyệt, ghi nhận cũ bị gạch bỏ và giá trị đúng được ghi ngay, cùng một lần.',
    en: 'Once another person approves, the old record is struck through and the right value is recorded at once.',
  },
  nextCorrect: {
    vi: 'Ghi nhận này bị gạch bỏ; sau đó ghi lại với giá trị đúng ngay từ dòng thời gian.',
    en: 'It is struck through; then it is recorded again with the right value from the timeline.',
  },
  close: { vi: 'Đóng', en: 'Close' },
  send: { vi: 'Trình duyệt', en: 'Submit' },
  requested: {
    vi: ({ text }: Text) => `Đã trình đề nghị đính chính “${text}”. Người khác sẽ duyệt.`,
    en: ({ text }: Text) => `Submitted a correction of “${text}”. Another person decides.`,
  },
});
