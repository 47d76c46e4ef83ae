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
  search: { vi: 'Tìm', en: 'Search' },
  searchHint: { vi: 'Tên hoặc mã, không cần dấu', en: 'Title or code, accents or not' },
  all: { vi: 'Tất cả', en: 'All' },
  year: { vi: 'Năm', en: 'Year' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  clear: { vi: 'Bỏ bộ lọc', en: 'Clear the filters' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  file: { vi: 'Tải .xlsx', en: 'Download .xlsx' },
  none: {
    vi: ({ kind }: { kind: string }) => `Chưa có gì trong ${kind}.`,
    en: ({ kind }: { kind: string }) => `Nothing in ${kind} yet.`,
  },
  noMatch: { vi: 'Không có kết quả với bộ lọc này.', en: 'Nothing matches these filters.' },
  shown: {
    vi: ({ count }: Counted) => `đang hiện ${count} dòng`,
    en: ({ count }: Counted) => `${count} rows shown`,
  },
});
