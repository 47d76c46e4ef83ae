import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

interface Count {
  readonly n: number;
}
/** Many, or more than so many: "200+". */
interface Shown {
  readonly n: string;
}
interface Times {
  readonly checked: string;
  readonly of: string;
  readonly ms: string;
}
interface Differs {
  readonly number: string;
  readonly checked: string;
  readonly of: string;
}
interface Days {
  readonly from: string;
  readonly to: string;
}
interface Known {
  readonly instant: string;
  readonly position: string;
}

export const evidenceWords = screenWords({
  back: { vi: 'Quay lại số trước', en: 'Back to the previous number' },
  close: { vi: 'Đóng', en: 'Close' },
  formula: { vi: 'Cách tính', en: 'How it is computed' },
  filters: { vi: 'Phạm vi', en: 'Scope' },
  everything: { vi: 'toàn bộ, không lọc', en: 'everything, no filter' },
  dates: { vi: 'Hai ngày', en: 'The two dates' },
  within: {
    vi: ({ from, to }: Days) => `phát sinh từ ${from} đến hết ${to}`,
    en: ({ from, to }: Days) => `happened from ${from} to the end of ${to}`,
  },
  upTo: {
    vi: ({ to }: { to: string }) => `phát sinh đến hết ngày ${to}`,
    en: ({ to }: { to: string }) => `happened by the end of ${to}`,
  },
  knownAt: {
    vi: ({ instant, position }: Known) => `ghi nhận đến ${instant} (vị trí ${position} trong sổ)`,
    en: ({ instant, position }: Known) => `recorded by ${instant} (position ${position} of the log)`,
  },
  unknownDimension: { vi: 'không ghi', en: 'not recorded' },
  agencies: { vi: 'Đơn vị được xem', en: 'Agencies you may see' },
  checking: { vi: 'Đang tính lại tại máy…', en: 'Recomputing on this machine…' },
  matches: {
    vi: ({ checked, of, ms }: Times) => `✔ Tính lại tại máy: khớp (${checked}/${of}) · ${ms} ms`,
    en: ({ checked, of, ms }: Times) => `✔ Recomputed on this machine: matches (${checked}/${of}) · ${ms} ms`,
  },
  differs: {
    vi: ({ number, checked, of }: Differs) => `✖ Lệch: máy tính ra ${number} (khớp ${checked}/${of})`,
    en: ({ number, checked, of }: Differs) => `✖ Differs: this machine computed ${number} (${checked} of ${of} agree)`,
  },
  differsWhy: {
    vi: 'Đừng dùng số này; hãy sao chép liên kết và gửi cho quản trị.',
    en: 'Do not use this number; copy the link and send it to the administrator.',
  },
  tooMany: {
    vi: ({ n }: Count) => `Có hơn ${n} dòng phía sau số này.`,
    en: ({ n }: Count) => `More than ${counted(n, 'row stands', 'rows stand')} behind this number.`,
  },
  checkAll: { vi: 'Đọc hết và tính lại tại máy', en: 'Read all and recompute here' },
  noMeasure: {
    vi: 'Trang này chưa có công thức của chỉ tiêu; tải lại trang để có bản mới.',
    en: 'This page does not know the formula of this metric; reload it for the newest version.',
  },
  serverMatches: { vi: 'Máy chủ tính lại từ sự kiện: khớp.', en: 'The server recomputed it from the events: matches.' },
  serverDiffers: {
    vi: ({ number }: { number: string }) => `✖ Lệch: máy chủ tính lại từ sự kiện ra ${number}`,
    en: ({ number }: { number: string }) => `✖ Differs: the server recomputed ${number} from the events`,
  },
  serverDid: { vi: 'Máy chủ không tính lại:', en: 'The server did not recompute it:' },
  how: { vi: 'Tính lại thế nào?', en: 'How is it recomputed?' },
  entriesBehind: {
    vi: ({ n }: Shown) => `${n} bút toán phía sau số này`,
    en: ({ n }: Shown) => `${counted(n, 'entry', 'entries')} behind this number`,
  },
  keysBehind: {
    vi: ({ n }: Shown) => `${n} đối tượng khác nhau phía sau số này`,
    en: ({ n }: Shown) => `${counted(n, 'different object')} behind this number`,
  },
  objectsBehind: {
    vi: ({ n }: Shown) => `${n} đối tượng phía sau số này`,
    en: ({ n }: Shown) => `${counted(n, 'object')} behind this number`,
  },
  partsBehind: { vi: 'Số này được tính từ', en: 'This number is computed from' },
  nothingBehind: {
    vi: 'Không có sự kiện nào trong phạm vi này: số là 0 vì chưa ghi nhận gì.',
    en: 'No event stands in this scope: it is zero because nothing was recorded.',
  },
  noObjects: {
    vi: 'Không đối tượng nào trong phạm vi này được tính vào số.',
    en: 'No object of this scope counts towards the number.',
  },
  showMore: { vi: ({ n }: Count) => `Hiện thêm ${n} dòng`, en: ({ n }: Count) => `Show ${n} more` },
  event: { vi: 'Sự kiện', en: 'Event' },
  object: { vi: 'Đối tượng', en: 'Object' },
  value: { vi: 'Giá trị', en: 'Value' },
  day: { vi: 'Ngày phát sinh', en: 'Day it happened' },
  entries: { vi: 'Số bút toán', en: 'Entries' },
  key: { vi: 'Đối tượng được đếm', en: 'Counted object' },
  part: { vi: 'Thành phần', en: 'Part' },
  notKnown: { vi: 'chưa rõ', en: 'not known' },
  takenBack: { vi: 'đã bị huỷ', en: 'reversed' },
  takesBack: { vi: 'bút toán huỷ', en: 'reversal' },
  recordedBy: {
    vi: ({ person, instant }: { person: string; instant: string }) => `${person} ghi ${instant}`,
    en: ({ person, instant }: { person: string; instant: string }) => `recorded by ${person}, ${instant}`,
  },
  reason: { vi: ({ text }: { text: string }) => `Lý do: ${text}`, en: ({ text }: { text: string }) => `Reason: ${text}` },
  events: { vi: ({ n }: Count) => `${n} sự kiện`, en: ({ n }: Count) => counted(n, 'event') },
  numerator: { vi: 'tử số', en: 'numerator' },
  denominator: { vi: 'mẫu số', en: 'denominator' },
  plus: { vi: 'cộng', en: 'plus' },
  minus: { vi: 'trừ', en: 'minus' },
  why: { vi: 'Vì sao thay đổi?', en: 'Why did it change?' },
  copyLink: { vi: 'Sao chép liên kết', en: 'Copy link' },
  copyZalo: { vi: 'Sao chép gửi Zalo', en: 'Copy for Zalo' },
  copied: { vi: 'Đã sao chép.', en: 'Copied.' },
  notCopied: { vi: 'Trình duyệt không cho sao chép; hãy chọn và chép tay:', en: 'The browser refused; select and copy:' },
  zaloDates: {
    vi: ({ to, instant }: { to: string; instant: string }) => `Số liệu đến ${to}, ghi nhận đến ${instant}`,
    en: ({ to, instant }: { to: string; instant: string }) => `Figures to ${to}, recorded by ${instant}`,
  },
});
