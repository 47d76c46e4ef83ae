import { screenWords } from '../words/screen-words.js';

export const figureWords = screenWords({
  openFigure: {
    vi: ({ label, number }: { label: string; number: string }) => `${label}: ${number}. Số này từ đâu ra?`,
    en: ({ label, number }: { label: string; number: string }) => `${label}: ${number}. Where does it come from?`,
  },
  figure: { vi: 'Chỉ tiêu', en: 'Figure' },
  value: { vi: 'Kết quả', en: 'Result' },
  noFigures: { vi: 'Chưa có kết quả nào.', en: 'No results yet.' },
  title: { vi: 'Số này từ đâu ra?', en: 'Where does this number come from?' },
});
