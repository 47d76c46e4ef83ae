import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

export const stateWords = screenWords({
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  failed: { vi: 'Chưa đọc được. Dữ liệu đã ghi vẫn nguyên vẹn.', en: 'This could not be read. Recorded data is intact.' },
  catchingUp: {
    vi: 'Đang cập nhật số liệu: chưa gồm những gì vừa ghi.',
    en: 'Catching up: what was just recorded is not in it yet.',
  },
  notReadAgain: {
    vi: 'Chưa đọc lại được; số liệu bên dưới có thể đã cũ.',
    en: 'It could not be read again; the figures below may be old.',
  },
  offline: { vi: 'Mất mạng hoặc máy chủ không trả lời.', en: 'There is no connection, or the server does not answer.' },
  again: { vi: 'Thử lại', en: 'Try again' },
  code: { vi: ({ code }: { code: string }) => `Mã lỗi ${code}`, en: ({ code }: { code: string }) => `Error code ${code}` },
  more: { vi: 'Xem thêm', en: 'Show more' },
  cut: {
    vi: ({ count }: { count: number }) => `${count} dòng đầu, còn nữa`,
    en: ({ count }: { count: number }) => `First ${counted(count, 'row')}, there are more`,
  },
});
