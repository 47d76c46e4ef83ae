import { counted } from '@soquy/kernel';
import { screenWords } from '../words/screen-words.js';

interface Counted {
  readonly count: number;
}

export const objectWords = screenWords({
  code: { vi: 'Mã', en: 'Code' },
  title: { vi: 'Tên', en: 'Title' },
  status: { vi: 'Trạng thái', en: 'Status' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  place: { vi: 'Địa bàn', en: 'Place' },
  day: { vi: 'Ngày', en: 'Day' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  search: { vi: 'Tìm', en: 'Search' },
  searchHint: { vi: 'Tên hoặc mã, không cần dấu', en: 'Title or code, accents or not' },
  all: { vi: 'Tất cả', en: 'All' },
  year: { vi: 'Năm', en: 'Year' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear filters' },
  none: {
    vi: ({ kind }: { kind: string }) => `Chưa có gì trong ${kind}.`,
    en: ({ kind }: { kind: string }) => `Nothing in ${kind} yet.`,
  },
  nothing: { vi: 'Chưa ghi gì.', en: 'Nothing recorded yet.' },
  toList: {
    vi: ({ kind }: { kind: string }) => `Về danh sách: ${kind}`,
    en: ({ kind }: { kind: string }) => `To the list: ${kind}`,
  },
  noMatch: { vi: 'Không có kết quả với bộ lọc này.', en: 'Nothing matches these filters.' },
  rows: {
    vi: ({ count }: Counted) => `${count} dòng`,
    en: ({ count }: Counted) => counted(count, 'row'),
  },
  firstRows: {
    vi: ({ count }: Counted) => `đang hiện ${count} dòng đầu`,
    en: ({ count }: Counted) => `first ${counted(count, 'row')} shown`,
  },
  inAll: { vi: 'trong', en: 'of' },
  rowsName: { vi: 'Số dòng của danh sách', en: 'Rows of the list' },
  rowsFormula: { vi: 'Đếm các dòng khớp với bộ lọc', en: 'Rows that match the filters, counted' },
});
