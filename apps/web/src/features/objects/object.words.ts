import { screenWords } from '../../shared/words/screen-words.js';

interface Said {
  readonly what: string;
}

export const objectPageWords = screenWords({
  unknownKind: { vi: 'Không có loại này', en: 'No such kind' },
  record: { vi: ({ what }: Said) => `Ghi: ${what}`, en: ({ what }: Said) => `Record: ${what}` },
  past: { vi: 'Đang xem số liệu quá khứ, về hiện tại để ghi.', en: 'You are viewing the past; go back to now to record.' },
  roles: { vi: ({ what }: Said) => `dành cho ${what}`, en: ({ what }: Said) => `for ${what}` },
  facts: { vi: 'Thông tin', en: 'Facts' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  since: { vi: 'Trạng thái từ ngày', en: 'Status since' },
  revision: { vi: 'Lần ghi', en: 'Revision' },
  json: { vi: 'Xem JSON', en: 'View JSON' },
  jsonOpen: { vi: 'Mở riêng', en: 'Open separately' },
  cli: {
    vi: 'Lệnh lấy dữ liệu này (cần khoá API trong SOQUY_API_KEY)',
    en: 'Command that reads this data (needs an API key in SOQUY_API_KEY)',
  },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  again: { vi: 'Ghi lại ở nơi khác', en: 'Repeat elsewhere' },
  repeat: { vi: 'Ghi lại với giá trị đúng', en: 'Record again with the right value' },
});
