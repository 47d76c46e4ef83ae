import { screenWords } from '../words/screen-words.js';

export const whyWords = screenWords({
  from: { vi: 'Như biết lúc', en: 'As known at' },
  to: { vi: 'so với lúc', en: 'compared with' },
  placeholder: { vi: 'dd/mm/yyyy hh:mm hoặc vị trí', en: 'dd/mm/yyyy hh:mm or a position' },
  compare: { vi: 'So sánh', en: 'Compare' },
  unreadable: {
    vi: 'Nhập ngày có thật dạng dd/mm/yyyy hh:mm, hoặc vị trí trong sổ.',
    en: 'Enter a day that exists as dd/mm/yyyy hh:mm, or a position of the log.',
  },
  future: { vi: 'Thời điểm này chưa tới.', en: 'This moment is still to come.' },
  required: { vi: 'Nhập thời điểm cũ để so.', en: 'Enter the earlier moment to compare with.' },
  then: { vi: 'Lúc đó', en: 'Then' },
  now: { vi: 'Bây giờ', en: 'Now' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  same: { vi: 'Không đổi: không có bút toán nào được ghi trong khoảng này.', en: 'Unchanged: no entry was recorded in between.' },
  entries: { vi: 'Các bút toán được ghi trong khoảng này', en: 'Entries recorded in between' },
  objects: { vi: 'Các đối tượng có số thay đổi', en: 'Objects whose number moved' },
  parts: { vi: 'Từng thành phần', en: 'Part by part' },
  more: { vi: 'Đọc thêm', en: 'Read more' },
});
