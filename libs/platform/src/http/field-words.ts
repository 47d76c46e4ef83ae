import { counted, type Qualifier, type Words } from '@soquy/kernel';

/** Fields that many commands share, worded once. */
export const commonFields: Readonly<Record<string, Words>> = {
  effectiveOn: { vi: 'Ngày hiệu lực', en: 'Effective day' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  reason: { vi: 'Lý do', en: 'Reason' },
  agencyId: { vi: 'Đơn vị', en: 'Agency' },
  documentNumber: { vi: 'Số văn bản', en: 'Document number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Day of issue' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  voucher: { vi: 'Số chứng từ', en: 'Voucher' },
  fileSha256: { vi: 'Mã SHA-256 của tệp', en: 'SHA-256 of the file' },
  value: { vi: 'Giá trị', en: 'Value' },
  valueTo: { vi: 'Giá trị cận trên', en: 'Upper value' },
  qualifier: { vi: 'Mức chính xác', en: 'Qualifier' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  current: { vi: 'Mật khẩu hiện tại', en: 'Current password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  name: { vi: 'Tên', en: 'Name' },
  role: { vi: 'Vai trò', en: 'Role' },
  agencyIds: { vi: 'Đơn vị', en: 'Agencies' },
  label: { vi: 'Nhãn', en: 'Label' },
};

/** Field -> value -> words, of fields whose values are one of few words. */
export type Choices = Readonly<Record<string, Readonly<Record<string, Words>>>>;

const qualifierWords: Readonly<Record<Qualifier, Words>> = {
  exact: { vi: 'Chính xác', en: 'Exactly' },
  over: { vi: 'Hơn, trên', en: 'Over' },
  almost: { vi: 'Gần', en: 'Almost' },
  about: { vi: 'Khoảng', en: 'About' },
  range: { vi: 'Từ … đến …', en: 'From … to …' },
};

/** Choices of fields that many commands share. */
export const commonChoices = { qualifier: qualifierWords } satisfies Choices;

type Rule = (...args: never[]) => Words;

/** What each broken constraint means to a person. The arguments are the limits the field was declared with. */
const rules: Readonly<Record<string, Rule>> = {
  required: () => ({ vi: 'chưa có', en: 'is missing' }),
  unknownField: () => ({ vi: 'không phải là một trường ở đây', en: 'is no field here' }),
  unknownParameter: () => ({ vi: 'không phải là một tham số ở đây', en: 'is no parameter here' }),
  notNull: () => ({ vi: 'không nhận null; không có thì bỏ trường này', en: 'may not be null; leave the field out instead' }),
  notText: () => ({ vi: 'có ký tự điều khiển hoặc mã Unicode hỏng', en: 'holds control characters or broken Unicode' }),
  tooDeep: () => ({ vi: 'lồng quá nhiều lớp', en: 'is nested too deep' }),
  contradictsPath: () => ({ vi: 'khác với địa chỉ', en: 'differs from the path' }),
  isInt: () => ({ vi: 'phải là số nguyên', en: 'must be a whole number' }),
  isNumber: () => ({ vi: 'phải là số', en: 'must be a number' }),
  onlyOfRange: () => ({ vi: 'chỉ dùng khi mức chính xác là range', en: 'is only for the qualifier range' }),
  belowValue: () => ({ vi: 'không được nhỏ hơn giá trị', en: 'must not be less than the value' }),
  isPositive: () => ({ vi: 'phải lớn hơn 0', en: 'must be above 0' }),
  isString: () => ({ vi: 'phải là chuỗi ký tự', en: 'must be text' }),
  isText: () => ({ vi: 'để trống hoặc có ký tự điều khiển', en: 'is blank or holds control characters' }),
  isBoolean: () => ({ vi: 'phải là true hoặc false', en: 'must be true or false' }),
  isArray: () => ({ vi: 'phải là một danh sách', en: 'must be a list' }),
  isObject: () => ({ vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' }),
  nestedValidation: () => ({ vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' }),
  unknownValue: () => ({ vi: 'phải là một đối tượng JSON', en: 'must be a JSON object' }),
  isUuid: () => ({ vi: 'phải là mã UUID', en: 'must be a UUID' }),
  isDay: () => ({
    vi: 'phải là một ngày có thật dạng YYYY-MM-DD, từ 1900 đến 2199',
    en: 'must be a day that exists, YYYY-MM-DD, from 1900 to 2199',
  }),
  isAgencies: () => ({
    vi: 'phải là "all" hoặc danh sách 1–100 mã đơn vị khác nhau',
    en: 'must be "all" or a list of 1 to 100 different agency ids',
  }),
  isIso8601: () => ({ vi: 'phải là ngày hoặc thời điểm ISO 8601', en: 'must be an ISO 8601 day or instant' }),
  isHash: () => ({ vi: 'phải là mã băm dạng thập lục phân', en: 'must be a hexadecimal hash' }),
  isDefined: () => ({ vi: 'chưa có', en: 'is missing' }),
  isNotEmpty: () => ({ vi: 'không được để trống', en: 'must not be empty' }),
  arrayUnique: () => ({ vi: 'có phần tử lặp lại', en: 'holds a repeated element' }),
  isNumberString: () => ({ vi: 'phải là số', en: 'must be a number' }),
  isIn: (values: readonly unknown[]) => ({ vi: `phải là một trong: ${list(values)}`, en: `must be one of: ${list(values)}` }),
  min: (least: number) => ({ vi: `không được nhỏ hơn ${least}`, en: `must not be less than ${least}` }),
  max: (most: number) => ({ vi: `không được lớn hơn ${most}`, en: `must not be more than ${most}` }),
  isLength: (least: number, most: number) => ({
    vi: `phải dài từ ${least} đến ${most} ký tự`,
    en: `must have ${least} to ${counted(most, 'character')}`,
  }),
  minLength: (least: number) => ({
    vi: `phải dài ít nhất ${least} ký tự`,
    en: `must have at least ${counted(least, 'character')}`,
  }),
  maxLength: (most: number) => ({
    vi: `không được dài quá ${most} ký tự`,
    en: `must have at most ${counted(most, 'character')}`,
  }),
  arrayMinSize: (least: number) => ({ vi: `cần ít nhất ${least} phần tử`, en: `needs at least ${counted(least, 'element')}` }),
  arrayMaxSize: (most: number) => ({
    vi: `chỉ nhận nhiều nhất ${most} phần tử`,
    en: `takes at most ${counted(most, 'element')}`,
  }),
  matches: (pattern: RegExp) => ({ vi: `không đúng dạng ${String(pattern)}`, en: `does not match ${String(pattern)}` }),
};

const list = (values: readonly unknown[]) => (Array.isArray(values) ? values.join(', ') : '');

/** The sentence of a broken constraint, without its subject. One that no row names is still said to be wrong. */
export function sentenceOf(code: string, args: readonly unknown[] = []): Words {
  const rule = rules[code] as ((...args: readonly unknown[]) => Words) | undefined;
  return rule?.(...args) ?? { vi: `không hợp lệ (${code})`, en: `is not valid (${code})` };
}
