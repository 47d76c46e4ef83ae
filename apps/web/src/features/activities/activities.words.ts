import { screenWords } from '../../shared/words/screen-words.js';

export const activityWords = screenWords({
  title: { vi: 'Hoạt động', en: 'Activities' },
  kinds: { vi: 'Loại hoạt động', en: 'Kinds of activities' },
  record: { vi: 'Ghi hoạt động', en: 'Record an activity' },
  recordOf: {
    vi: ({ kind }: { kind: string }) => `Ghi: ${kind}`,
    en: ({ kind }: { kind: string }) => `Record: ${kind}`,
  },
  paste: { vi: 'Dán từ Excel', en: 'Paste from Excel' },
  whichKind: { vi: 'Ghi loại hoạt động nào?', en: 'Record which kind of activity?' },
  step: { vi: 'Ghi bước nào?', en: 'Record which step?' },
  past: { vi: 'Đang xem số liệu quá khứ, về hiện tại để ghi.', en: 'You are viewing the past; go back to now to record.' },
  drafts: { vi: 'Nháp trên máy này', en: 'Drafts on this device' },
  draftsWhile: {
    vi: 'Giữ trên máy này đến khi bạn ghi, bỏ hoặc đăng xuất.',
    en: 'Kept on this device until you record or drop them, or sign out.',
  },
  draftAt: { vi: ({ at }: { at: string }) => `lưu lúc ${at}`, en: ({ at }: { at: string }) => `saved ${at}` },
  draftWaits: { vi: 'Chờ có mạng: xem lại rồi ghi.', en: 'Waiting for a connection: review it, then record it.' },
  open: { vi: 'Mở', en: 'Open' },
  drop: { vi: 'Bỏ', en: 'Discard' },
  near: { vi: 'Có hoạt động gần giống', en: 'A similar activity is already recorded' },
  nearWhy: {
    vi: 'Trùng tên trong vòng 7 ngày. Xem để khỏi ghi hai lần; khác thì cứ ghi.',
    en: 'Nearly the same title within 7 days. Check it so that it is not recorded twice; if it is different, go on.',
  },
  lineLeft: { vi: 'Còn lại của dòng dự toán', en: 'Left on the budget line' },
  lineAfter: { vi: 'Còn lại sau khi ghi', en: 'Left after recording' },
  lineOver: { vi: 'Vượt số còn lại của dòng.', en: 'More than is left on the line.' },
  after: { vi: 'sau khi ghi', en: 'after recording' },
  cost: { vi: 'Kinh phí đang nhập', en: 'Amount typed' },
});
