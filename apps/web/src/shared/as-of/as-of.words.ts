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
});
