import { screenWords } from '../../shared/words/screen-words.js';

export const auditWords = screenWords({
  title: { vi: 'Kiểm toán', en: 'Audit' },
  evidence: { vi: 'Số này từ đâu ra?', en: 'Where does this number come from?' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  events: { vi: 'Sự kiện', en: 'Events' },
  exceptions: { vi: 'Ngoại lệ', en: 'Exceptions' },
  person: { vi: 'Một người', en: 'One person' },
  show: { vi: 'Xem', en: 'Show' },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear filters' },
});
