import type { PlaceMapTable, Province } from '../place-map/place-map.events.js';

/** New code and name of each unit since 01/07/2025, and the old units (code, name) that went into it whole (domain.md section 6). */
const MERGERS: readonly (readonly [code: string, name: string, from: Readonly<Record<string, string>>])[] = [
  ['01', 'Hà Nội', { '01': 'Hà Nội' }],
  ['04', 'Cao Bằng', { '04': 'Cao Bằng' }],
  ['08', 'Tuyên Quang', { '02': 'Hà Giang', '08': 'Tuyên Quang' }],
  ['11', 'Điện Biên', { '11': 'Điện Biên' }],
  ['12', 'Lai Châu', { '12': 'Lai Châu' }],
  ['14', 'Sơn La', { '14': 'Sơn La' }],
  ['15', 'Lào Cai', { '15': 'Yên Bái', '10': 'Lào Cai' }],
  ['19', 'Thái Nguyên', { '06': 'Bắc Kạn', '19': 'Thái Nguyên' }],
  ['20', 'Lạng Sơn', { '20': 'Lạng Sơn' }],
  ['22', 'Quảng Ninh', { '22': 'Quảng Ninh' }],
  ['24', 'Bắc Ninh', { '24': 'Bắc Giang', '27': 'Bắc Ninh' }],
  ['25', 'Phú Thọ', { '26': 'Vĩnh Phúc', '17': 'Hòa Bình', '25': 'Phú Thọ' }],
  ['31', 'Hải Phòng', { '30': 'Hải Dương', '31': 'Hải Phòng' }],
  ['33', 'Hưng Yên', { '34': 'Thái Bình', '33': 'Hưng Yên' }],
  ['37', 'Ninh Bình', { '35': 'Hà Nam', '36': 'Nam Định', '37': 'Ninh Bình' }],
  ['38', 'Thanh Hóa', { '38': 'Thanh Hóa' }],
  ['40', 'Nghệ An', { '40': 'Nghệ An' }],
  ['42', 'Hà Tĩnh', { '42': 'Hà Tĩnh' }],
  ['44', 'Quảng Trị', { '44': 'Quảng Bình', '45': 'Quảng Trị' }],
  ['46', 'Huế', { '46': 'Huế' }],
  ['48', 'Đà Nẵng', { '49': 'Quảng Nam', '48': 'Đà Nẵng' }],
  ['51', 'Quảng Ngãi', { '62': 'Kon Tum', '51': 'Quảng Ngãi' }],
  ['52', 'Gia Lai', { '52': 'Bình Định', '64': 'Gia Lai' }],
  ['56', 'Khánh Hòa', { '58': 'Ninh Thuận', '56': 'Khánh Hòa' }],
  ['66', 'Đắk Lắk', { '54': 'Phú Yên', '66': 'Đắk Lắk' }],
  ['68', 'Lâm Đồng', { '67': 'Đắk Nông', '60': 'Bình Thuận', '68': 'Lâm Đồng' }],
  ['75', 'Đồng Nai', { '70': 'Bình Phước', '75': 'Đồng Nai' }],
  ['79', 'Hồ Chí Minh', { '77': 'Bà Rịa – Vũng Tàu', '74': 'Bình Dương', '79': 'Hồ Chí Minh' }],
  ['80', 'Tây Ninh', { '80': 'Long An', '72': 'Tây Ninh' }],
  ['82', 'Đồng Tháp', { '82': 'Tiền Giang', '87': 'Đồng Tháp' }],
  ['86', 'Vĩnh Long', { '83': 'Bến Tre', '84': 'Trà Vinh', '86': 'Vĩnh Long' }],
  ['91', 'An Giang', { '91': 'Kiên Giang', '89': 'An Giang' }],
  ['92', 'Cần Thơ', { '94': 'Sóc Trăng', '93': 'Hậu Giang', '92': 'Cần Thơ' }],
  ['96', 'Cà Mau', { '95': 'Bạc Liêu', '96': 'Cà Mau' }],
];

const byCode = (provinces: readonly Province[]) => provinces.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** 63 units, since Hà Tây went into Hà Nội. */
const OLD: PlaceMapTable = {
  codeSystem: 'TCTK63',
  validFrom: '2008-08-01',
  validTo: '2025-06-30',
  provinces: byCode(MERGERS.flatMap(([, , from]) => Object.entries(from).map(([code, name]) => ({ code, name })))),
  source: 'QĐ 124/2004/QĐ-TTg; NQ 15/2008/QH12',
};

/** 34 units; districts end. */
const NEW: PlaceMapTable = {
  codeSystem: 'QD19-2025',
  validFrom: '2025-07-01',
  predecessor: 'TCTK63',
  provinces: byCode(MERGERS.map(([code, name, from]) => ({ code, name, formerCodes: Object.keys(from).sort() }))),
  source: 'QĐ 19/2025/QĐ-TTg; NQ 202/2025/QH15',
};

export const publishedPlaceMaps: readonly PlaceMapTable[] = [OLD, NEW];
