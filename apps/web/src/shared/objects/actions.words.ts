import { screenWords } from '../words/screen-words.js';

interface Said {
  readonly what: string;
}

export const actionWords = screenWords({
  actions: { vi: 'Việc làm được', en: 'Available actions' },
  past: { vi: 'Đang xem số liệu quá khứ, về hiện tại để ghi.', en: 'You are viewing the past; go back to now to record.' },
  roles: { vi: ({ what }: Said) => `dành cho ${what}`, en: ({ what }: Said) => `for ${what}` },
  notNow: { vi: ({ what }: Said) => `Chưa làm được khi ${what}`, en: ({ what }: Said) => `Not possible while ${what}` },
  others: { vi: 'Việc khác của loại này', en: 'Other actions of this kind' },
  rest: { vi: 'Không còn bước nào tiếp theo.', en: 'There is no further step.' },
});
