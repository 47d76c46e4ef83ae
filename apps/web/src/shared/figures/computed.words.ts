import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

interface Counts {
  readonly checked: number;
  readonly of: number;
}

export const computedWords = screenWords({
  derived: {
    vi: 'Trang tính số này từ các số dưới đây; mở từng số để thấy nó từ đâu ra.',
    en: 'The page computed this number from those below; open each to see where it comes from.',
  },
  matches: {
    vi: ({ checked, of }: Counts) => `✔ Đọc lại từ sổ (${checked}/${of} như trên trang) và tính lại tại máy: khớp`,
    en: ({ checked, of }: Counts) => `✔ Read again from the log (${checked} of ${of} as shown) and recomputed here: matches`,
  },
  differs: {
    vi: ({ number, checked, of }: Counts & { number: string }) =>
      `✖ Lệch: đọc lại từ sổ (${checked}/${of} như trên trang) và tính lại ra ${number}`,
    en: ({ number, checked, of }: Counts & { number: string }) =>
      `✖ Differs: read again from the log (${checked} of ${of} as shown), it comes to ${number}`,
  },
  many: {
    vi: ({ n }: { n: number }) => `Số này tính từ ${n} số.`,
    en: ({ n }: { n: number }) => `This number is computed from ${counted(n, 'other')}.`,
  },
  notHere: {
    vi: 'Số này do một trang tính ra; hãy mở đúng trang đó để xem nó từ đâu ra.',
    en: 'This number is computed by a page; open that page to see where it comes from.',
  },
  failed: { vi: 'không ra số nào', en: 'no number' },
  inputs: { vi: 'Tính từ', en: 'Computed from' },
  nothing: { vi: 'Không có gì được đưa vào.', en: 'Nothing went into it.' },
});
