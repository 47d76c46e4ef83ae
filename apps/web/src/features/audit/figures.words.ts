import { counted } from '@soquy/kernel';
import { screenWords } from '../../shared/words/screen-words.js';

interface Count {
  readonly n: number;
}

export const figuresWords = screenWords({
  metric: { vi: 'Chỉ tiêu', en: 'Metric' },
  period: { vi: 'Kỳ', en: 'Period' },
  wholeTime: { vi: 'đến ngày đang xem', en: 'up to the day viewed' },
  groupBy: { vi: 'Chia theo', en: 'Grouped by' },
  notDivided: { vi: 'không chia', en: 'not grouped' },
  month: { vi: 'Tháng', en: 'Month' },
  addFilter: { vi: 'Thêm điều kiện', en: 'Add a condition' },
  value: { vi: 'Giá trị', en: 'Value' },
  valueOf: {
    vi: ({ name }: { name: string }) => `${name}: chọn hoặc gõ mã`,
    en: ({ name }: { name: string }) => `${name}: choose, or type a code`,
  },
  remove: {
    vi: ({ name }: { name: string }) => `Bỏ điều kiện ${name}`,
    en: ({ name }: { name: string }) => `Remove the condition ${name}`,
  },
  now: { vi: 'Đang xem', en: 'Viewing' },
  none: { vi: 'không ghi', en: 'not recorded' },
  tree: { vi: 'Số liệu, xuống tới sự kiện', en: 'The figure, down to its events' },
  open: { vi: ({ name }: { name: string }) => `Mở ${name}`, en: ({ name }: { name: string }) => `Open ${name}` },
  addsUp: {
    vi: ({ n }: Count) => `✔ ${n} dòng, cộng đủ bằng toàn bộ`,
    en: ({ n }: Count) => `✔ ${counted(n, 'row adds', 'rows add')} up to the total`,
  },
  addsNot: {
    vi: ({ left }: { left: string }) => `✖ Các dòng cộng lại lệch so với toàn bộ: ${left}`,
    en: ({ left }: { left: string }) => `✖ The rows differ from the total by ${left}`,
  },
  rows: { vi: ({ n }: Count) => `${n} dòng`, en: ({ n }: Count) => counted(n, 'row') },
  overlap: {
    vi: 'các dòng không cộng được vì có thể trùng nhau hoặc là tỷ lệ',
    en: 'the rows do not add up: they may overlap, or are ratios',
  },
  compare: { vi: 'So với…', en: 'Compare with…' },
  withDay: { vi: 'số liệu đến ngày', en: 'figures to' },
  withKnown: { vi: 'như biết lúc', en: 'as known at' },
  wrongDay: { vi: 'Nhập một ngày có thật, dạng dd/mm/yyyy.', en: 'Enter a day that exists, as dd/mm/yyyy.' },
  unreadable: {
    vi: 'Nhập ngày giờ có thật dạng dd/mm/yyyy hh:mm, hoặc vị trí trong sổ.',
    en: 'Enter a moment that exists as dd/mm/yyyy hh:mm, or a position of the log.',
  },
  future: { vi: 'Thời điểm này chưa tới.', en: 'This moment is still to come.' },
  stop: { vi: 'Thôi so', en: 'Stop comparing' },
  then: { vi: 'Khi so', en: 'Compared' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  whyRecorded: { vi: 'Vì sao: những gì được ghi nhận giữa hai thời điểm', en: 'Why: what was recorded between the two moments' },
  whyHappened: {
    vi: 'Hai ngày phát sinh khác nhau: mở từng số để xem các sự kiện của mỗi ngày.',
    en: 'The two figures are of different days: open each number to see the events of its day.',
  },
  whichMetric: {
    vi: 'Chọn một chỉ tiêu để mở nó xuống tới từng sự kiện.',
    en: 'Choose a metric to open it down to every event.',
  },
});
