import { screenWords } from '../words/screen-words.js';

export const printWords = screenWords({
  printedAt: { vi: ({ at }: { at: string }) => `in lúc ${at}`, en: ({ at }: { at: string }) => `printed at ${at}` },
  printedBy: { vi: ({ who }: { who: string }) => `người in ${who}`, en: ({ who }: { who: string }) => `printed by ${who}` },
  sheet: { vi: 'trang', en: 'page' },
  again: {
    vi: 'Quét mã hoặc gõ địa chỉ để mở lại đúng các số liệu này:',
    en: 'Scan the code or type the address to open these very figures again:',
  },
  address: { vi: 'Địa chỉ của trang:', en: 'Address of the page:' },
});
