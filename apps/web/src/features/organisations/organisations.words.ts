import { screenWords } from '../../shared/words/screen-words.js';

export const organisationWords = screenWords({
  title: { vi: 'Tổ chức', en: 'Organisations' },
  register: { vi: 'Đăng ký tổ chức', en: 'Register an organisation' },
  paste: { vi: 'Dán từ Excel', en: 'Paste from Excel' },
  search: { vi: 'Tìm theo tên hoặc mã, không cần gõ dấu', en: 'Search by name or code; accents do not matter' },
  type: { vi: 'Loại hình', en: 'Type' },
  sector: { vi: 'Lĩnh vực', en: 'Sector' },
  status: { vi: 'Trạng thái', en: 'Status' },
  any: { vi: 'tất cả', en: 'all' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  since: { vi: 'Từ ngày', en: 'Since' },
  none: {
    vi: 'Chưa có tổ chức nào. Đăng ký tổ chức đầu tiên hoặc dán danh sách đang có từ Excel.',
    en: 'No organisations yet. Register the first one or paste your list from Excel.',
  },
  noneFound: { vi: 'Không có tổ chức nào như vậy.', en: 'No such organisation.' },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear filters' },
  tabs: { vi: 'Hồ sơ tổ chức', en: 'Parts of the profile' },
  profile: { vi: 'Hồ sơ', en: 'Profile' },
  passport: { vi: 'Hỗ trợ đã nhận', en: 'Support received' },
  loans: { vi: 'Khoản vay', en: 'Loans' },
  timeline: { vi: 'Lịch sử', en: 'History' },
  newLoan: { vi: 'Lập hồ sơ vay', en: 'New loan file' },
  onlyFor: {
    vi: ({ what }: { what: string }) => `Đăng ký, dán danh sách: dành cho ${what}`,
    en: ({ what }: { what: string }) => `Registering and pasting: for ${what}`,
  },
  full: { vi: 'Mọi thông tin và thao tác', en: 'All details and actions' },
});
