import type { Words } from '@soquy/kernel';
import { DIMENSIONS } from '../figures/dimensions.js';
import type { ColumnKind } from './xlsx/cells.js';

/** What the columns of workbooks are called; fields of a slice bring their own words. */
const columnWords: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(Object.entries(DIMENSIONS).map(([name, { words }]) => [name, words])),
  id: { vi: 'Định danh', en: 'Id' },
  code: { vi: 'Mã', en: 'Code' },
  title: { vi: 'Tên', en: 'Title' },
  status: { vi: 'Trạng thái', en: 'Status' },
  effectiveFrom: { vi: 'Tình trạng này từ ngày', en: 'So since' },
  revision: { vi: 'Bản', en: 'Revision' },
  metric: { vi: 'Chỉ tiêu', en: 'Metric' },
  key: { vi: 'Nhóm', en: 'Group' },
  label: { vi: 'Tên nhóm', en: 'Label' },
  value: { vi: 'Giá trị', en: 'Value' },
  valueTo: { vi: 'Giá trị cận trên', en: 'Upper value' },
  qualifier: { vi: 'Mức chính xác', en: 'Qualifier' },
  qualifiers: { vi: 'Số không chính xác', en: 'What is not exact' },
  unknown: { vi: 'Ghi nhận chưa có số', en: 'Facts without a number' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  figureId: { vi: 'Mã số liệu', en: 'Figure id' },
  role: { vi: 'Vai trò', en: 'Role' },
  eventId: { vi: 'Mã sự kiện', en: 'Event id' },
  type: { vi: 'Loại sự kiện', en: 'Event type' },
  words: { vi: 'Sự kiện', en: 'Event' },
  objectId: { vi: 'Định danh đối tượng', en: 'Object id' },
  objectCode: { vi: 'Mã đối tượng', en: 'Object code' },
  objectTitle: { vi: 'Tên đối tượng', en: 'Object title' },
  effectiveOn: { vi: 'Ngày hiệu lực', en: 'Effective day' },
  recordedAt: { vi: 'Thời điểm ghi', en: 'Recorded at' },
  personId: { vi: 'Người ghi', en: 'Person' },
  person: { vi: 'Tên người ghi', en: 'Name of the person' },
  voucher: { vi: 'Số chứng từ', en: 'Voucher' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reverses: { vi: 'Thu hồi sự kiện', en: 'Takes back' },
  position: { vi: 'Vị trí trong sổ', en: 'Position in the log' },
  data: { vi: 'Nội dung', en: 'Content' },
  document: { vi: 'Số văn bản', en: 'Document number' },
  negates: { vi: 'Huỷ sự kiện', en: 'Negates' },
  reversedBy: { vi: 'Bị huỷ bởi', en: 'Reversed by' },
  entries: { vi: 'Số bút toán', en: 'Entries' },
  from: { vi: 'Trước', en: 'Before' },
  to: { vi: 'Sau', en: 'After' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
};

/** The heading of a column; one without words keeps its name. */
export const headingOf = (name: string, own: Readonly<Record<string, Words>>): Words =>
  own[name] ?? columnWords[name] ?? { vi: name, en: name };

const AMOUNTS = ['value', 'valueTo', 'numerator', 'denominator', 'from', 'to', 'difference'];
const DAYS = ['effectiveFrom', 'effectiveTo'];

/** Days end in `On` and money in `Vnd`, as everywhere. */
export function kindOf(name: string): ColumnKind {
  if (name.endsWith('On') || DAYS.includes(name)) return 'day';
  return name.endsWith('Vnd') || AMOUNTS.includes(name) ? 'amount' : 'plain';
}
