import { screenWords } from '../words/screen-words.js';

export const figureWords = screenWords({
  openFigure: {
    vi: ({ label, number }: { label: string; number: string }) => `${label}: ${number}. Số này từ đâu ra?`,
    en: ({ label, number }: { label: string; number: string }) => `${label}: ${number}. Where does it come from?`,
  },
  title: { vi: 'Số này từ đâu ra?', en: 'Where does this number come from?' },
});
