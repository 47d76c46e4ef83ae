import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

export const fileWords = screenWords({
  download: { vi: 'Tải tệp', en: 'Download' },
  as: { vi: ({ format }: { format: string }) => `Tải ${format}`, en: ({ format }: { format: string }) => `Download ${format}` },
  writing: {
    vi: ({ rows }: { rows: string }) => `Đang tạo tệp: ${rows} dòng…`,
    en: ({ rows }: { rows: string }) => `Writing the file: ${counted(rows, 'row')}…`,
  },
  done: {
    vi: ({ rows, sha256 }: { rows: string; sha256: string }) => `Đã tải: ${rows} dòng, SHA-256 ${sha256}.`,
    en: ({ rows, sha256 }: { rows: string; sha256: string }) => `Downloaded: ${counted(rows, 'row')}, SHA-256 ${sha256}.`,
  },
  manifest: { vi: 'Bản kê', en: 'Manifest' },
  damaged: {
    vi: 'Tệp nhận được không khớp mã SHA-256 của bản kê. Hãy tải lại.',
    en: 'The file received does not match the SHA-256 of its manifest. Download it again.',
  },
});
