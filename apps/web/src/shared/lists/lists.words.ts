import { screenWords } from '../words/screen-words.js';

export const listWords = screenWords({
  figure: { vi: 'Chỉ tiêu', en: 'Figure' },
  value: { vi: 'Kết quả', en: 'Result' },
  noFigures: { vi: 'Chưa có kết quả nào.', en: 'No results yet.' },
  code: { vi: 'Mã', en: 'Code' },
  when: { vi: 'Ngày', en: 'Day' },
  status: { vi: 'Trạng thái', en: 'State' },
  none: { vi: 'Chưa ghi gì.', en: 'Nothing recorded yet.' },
  more: { vi: 'Xem thêm', en: 'Show more' },
});
