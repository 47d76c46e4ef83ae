import type { Words } from '@soquy/kernel';

/** What stands in a usage line for something of the caller's own. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  address: 'địa chỉ',
  agency: 'đơn vị',
  command: 'lệnh',
  figure: 'số liệu',
  'figure-id': 'mã số liệu',
  file: 'tệp',
  'key-id': 'mã khoá',
  metric: 'chỉ tiêu',
  name: 'tên',
  reason: 'lý do',
  role: 'vai trò',
  slice: 'bảng',
  text: 'lời',
  username: 'tên đăng nhập',
};

/** A line with its places, `<file>` or `[slice]`, named in a language; what is no place stays. */
export function placesIn(line: string, language: keyof Words): string {
  if (language === 'en') return line;
  return line.replace(/([<[])([a-z-]+)([>\]])/g, (place, open: string, name: string, close: string) =>
    VIETNAMESE[name] === undefined ? place : `${open}${VIETNAMESE[name]}${close}`,
  );
}
