import { screenWords } from '../words/screen-words.js';

interface Told {
  /** "Số liệu đến 31/12/2025", as the bar of dates says it. */
  readonly figures: string;
  readonly at: string;
}

export const printWords = screenWords({
  told: {
    vi: ({ figures, at }: Told) => `${figures} · in lúc ${at}`,
    en: ({ figures, at }: Told) => `${figures} · printed at ${at}`,
  },
  toldBy: {
    vi: ({ figures, at, who }: Told & { who: string }) => `${figures} · in lúc ${at} · người in ${who}`,
    en: ({ figures, at, who }: Told & { who: string }) => `${figures} · printed at ${at} · printed by ${who}`,
  },
  sheet: { vi: 'trang', en: 'page' },
  again: {
    vi: 'Quét mã hoặc gõ địa chỉ để mở lại đúng các số liệu này:',
    en: 'Scan the code or type the address to open these very figures again:',
  },
});
