import { counted } from '@soquy/kernel';
import { screenWords } from '../shared/words/screen-words.js';

interface Count {
  readonly n: number;
}

export const leaveWords = screenWords({
  title: { vi: 'Còn nội dung chưa ghi trên máy này', en: 'Something on this device is not recorded yet' },
  why: {
    vi: 'Máy có thể dùng chung, nên đăng xuất sẽ xoá khỏi máy những gì bạn chưa gửi:',
    en: 'Others may use this computer, so signing out takes off it what you have not sent:',
  },
  drafts: { vi: ({ n }: Count) => `${n} bản nháp chưa gửi`, en: ({ n }: Count) => `${counted(n, 'draft')} not sent` },
  table: {
    vi: ({ n }: Count) => `bảng dán từ Excel, ${n} dòng chưa ghi`,
    en: ({ n }: Count) => `a table pasted from Excel, ${counted(n, 'row')} not recorded`,
  },
  stay: { vi: 'Ở lại để ghi tiếp', en: 'Stay and go on' },
  leave: { vi: 'Đăng xuất và xoá', en: 'Sign out and delete' },
});
