import type { FieldSchema } from '../api/catalogue.js';
import { pasteColumns } from './columns.js';
import { PlaceNames } from './places.js';

/** A command such as the catalogue describes, for specs. */
export const sampleSchema: FieldSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2, maxLength: 200, 'x-words': { vi: 'Tên', en: 'Name' } },
    type: {
      type: 'string',
      enum: ['cooperative', 'cooperativeGroup'],
      'x-words': { vi: 'Loại hình', en: 'Type' },
      'x-enum-words': {
        cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
        cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
      },
    },
    place: {
      type: 'string',
      pattern: '^(TCTK63|QD19-2025):\\d{2}$',
      'x-refers': 'places',
      'x-words': { vi: 'Tỉnh, thành phố (mã kèm hệ mã)', en: 'Province (code with its system)' },
    },
    commune: { type: 'string', minLength: 2, maxLength: 100, 'x-words': { vi: 'Xã, phường, đặc khu', en: 'Commune or ward' } },
    taxCode: { type: 'string', pattern: '^(\\d{10}(-\\d{3})?|\\d{12})$', 'x-words': { vi: 'Mã số thuế', en: 'Tax code' } },
    members: {
      type: 'integer',
      minimum: 1,
      maximum: 1_000_000,
      'x-unit': 'count',
      'x-words': { vi: 'Số thành viên', en: 'Members' },
    },
    capitalVnd: { type: 'integer', minimum: 0, 'x-unit': 'vnd', 'x-words': { vi: 'Vốn (đồng)', en: 'Capital (VND)' } },
    effectiveOn: { type: 'string', format: 'date', 'x-unit': 'day', 'x-words': { vi: 'Ngày hiệu lực', en: 'Effective day' } },
    evidence: {
      type: 'object',
      required: ['documentNumber'],
      properties: {
        documentNumber: { type: 'string', minLength: 1, maxLength: 100, 'x-words': { vi: 'Số văn bản', en: 'Document number' } },
      },
      'x-words': { vi: 'Căn cứ', en: 'Evidence' },
    },
    isMember: { type: 'boolean', 'x-words': { vi: 'Thành viên Liên minh', en: 'Member of the alliance' } },
    agencyId: { type: 'string', 'x-refers': 'agencies', 'x-words': { vi: 'Đơn vị', en: 'Agency' } },
  },
  required: ['name', 'type', 'place', 'effectiveOn'],
};

export const sampleColumns = pasteColumns(sampleSchema, {
  headings: { '/name': ['Tên HTX'], '/effectiveOn': ['Ngày đăng ký'] },
  values: { '/type': { HTX: 'cooperative', THT: 'cooperativeGroup' } },
});

export const samplePlaces = new PlaceNames([
  {
    codeSystem: 'TCTK63',
    validFrom: '2004-01-01',
    validTo: '2025-06-30',
    provinces: [
      { code: '84', name: 'Trà Vinh' },
      { code: '24', name: 'Bắc Giang' },
      { code: '27', name: 'Bắc Ninh' },
    ],
  },
  {
    codeSystem: 'QD19-2025',
    validFrom: '2025-07-01',
    provinces: [
      { code: '86', name: 'Vĩnh Long', formerCodes: ['84', '86'] },
      { code: '24', name: 'Bắc Ninh', formerCodes: ['24', '27'] },
    ],
  },
]);
