import { screenWords } from '../words/screen-words.js';

export const asOfWords = screenWords({
  upTo: { vi: 'Số liệu đến', en: 'Figures to' },
  now: { vi: 'hiện tại', en: 'now' },
  knownAt: { vi: 'như biết lúc', en: 'as known at' },
  effective: { vi: 'Phát sinh đến hết ngày', en: 'Facts to the end of' },
  known: { vi: 'Ghi nhận đến lúc', en: 'Recorded until' },
  apply: { vi: 'Xem', en: 'Show' },
  backToNow: { vi: 'Về hiện tại', en: 'Back to now' },
  past: {
    vi: ({ day }: { day: string }) => `Bạn đang xem số liệu đến ${day}`,
    en: ({ day }: { day: string }) => `Viewing data to ${day}`,
  },
  year: { vi: 'Năm', en: 'Year' },
  part: { vi: 'Kỳ', en: 'Period' },
  wholeYear: { vi: 'cả năm', en: 'whole year' },
  sixMonths: { vi: '6 tháng đầu', en: 'first 6 months' },
  nineMonths: { vi: '9 tháng', en: '9 months' },
});
