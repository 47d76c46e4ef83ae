import { screenWords } from '../words/screen-words.js';

export const computedWords = screenWords({
  notHere: {
    vi: 'Số này do một trang tính ra; hãy mở đúng trang đó để xem nó từ đâu ra.',
    en: 'This number is computed by a page; open that page to see where it comes from.',
  },
  failed: { vi: 'không ra số nào', en: 'no number' },
  inputs: { vi: 'Tính từ', en: 'Computed from' },
  nothing: { vi: 'Không có gì được đưa vào.', en: 'Nothing went into it.' },
});
