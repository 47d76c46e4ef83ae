import { screenWords } from '../words/screen-words.js';

interface Dates {
  readonly day: string;
}
interface Known {
  readonly known: string;
}

export const asOfWords = screenWords({
  now: { vi: 'Số liệu hiện tại', en: 'Current figures' },
  nowShort: { vi: 'Hiện tại', en: 'Now' },
  upTo: { vi: ({ day }: Dates) => `Số liệu đến ${day}`, en: ({ day }: Dates) => `Figures to ${day}` },
  knownBy: {
    vi: ({ known }: Known) => `Như biết lúc ${known}`,
    en: ({ known }: Known) => `As known at ${known}`,
  },
  both: {
    vi: ({ day, known }: Dates & Known) => `Số liệu đến ${day}, như biết lúc ${known}`,
    en: ({ day, known }: Dates & Known) => `Figures to ${day}, as known at ${known}`,
  },
  position: { vi: ({ known }: Known) => `vị trí ${known}`, en: ({ known }: Known) => `position ${known}` },
  choose: { vi: 'Chọn ngày xem số liệu (M)', en: 'Choose the dates of the figures (M)' },
  pastTo: {
    vi: ({ day }: Dates) => `Bạn đang xem số liệu đến ${day}.`,
    en: ({ day }: Dates) => `Viewing data to ${day}.`,
  },
  pastKnown: {
    vi: ({ known }: Known) => `Bạn đang xem số liệu như biết lúc ${known}.`,
    en: ({ known }: Known) => `Viewing data as known at ${known}.`,
  },
  pastBoth: {
    vi: ({ day, known }: Dates & Known) => `Bạn đang xem số liệu đến ${day}, như biết lúc ${known}.`,
    en: ({ day, known }: Dates & Known) => `Viewing data to ${day}, as known at ${known}.`,
  },
  readOnly: { vi: 'Chỉ xem, không ghi được.', en: 'Nothing can be recorded here.' },
  backToNow: { vi: 'Về hiện tại', en: 'Back to now' },
  year: { vi: 'Năm', en: 'Year' },
  part: { vi: 'Kỳ', en: 'Period' },
  wholeYear: { vi: 'cả năm', en: 'whole year' },
  sixMonths: { vi: '6 tháng đầu', en: 'first 6 months' },
  nineMonths: { vi: '9 tháng', en: '9 months' },
});
