import { counted, numberText, type Words } from '@soquy/kernel';

const count = (value: number): Words => ({ vi: numberText(value, 'vi', 6), en: numberText(value, 'en', 6) });

/** What is wrong with a field, in the words the API uses of it. */
export const checkWords = {
  required: (): Words => ({ vi: 'chưa có', en: 'is missing' }),
  isInt: (): Words => ({ vi: 'phải là số nguyên', en: 'must be a whole number' }),
  isNumber: (): Words => ({ vi: 'phải là số', en: 'must be a number' }),
  isMoney: (): Words => ({
    vi: 'phải là số tiền, ví dụ 285tr, 1,2 tỷ hoặc 285.000.000',
    en: 'must be an amount such as 285m, 1.2 billion or 285,000,000',
  }),
  isPercent: (): Words => ({
    vi: 'phải là số phần trăm có nhiều nhất hai chữ số thập phân',
    en: 'must be a percentage with at most two decimals',
  }),
  isDay: (): Words => ({
    vi: 'phải là một ngày có thật dạng dd/mm/yyyy, từ 1900 đến 2199',
    en: 'must be a day that exists, dd/mm/yyyy, from 1900 to 2199',
  }),
  isYear: (): Words => ({ vi: 'phải là một năm', en: 'must be a year' }),
  min: (least: number): Words => ({
    vi: `không được nhỏ hơn ${count(least).vi}`,
    en: `must not be less than ${count(least).en}`,
  }),
  max: (most: number): Words => ({ vi: `không được lớn hơn ${count(most).vi}`, en: `must not be more than ${count(most).en}` }),
  isLength: (least: number, most: number): Words => ({
    vi: `phải dài từ ${least} đến ${most} ký tự`,
    en: `must have ${least} to ${counted(most, 'character')}`,
  }),
  maxLength: (most: number): Words => ({
    vi: `không được dài quá ${most} ký tự`,
    en: `must have at most ${counted(most, 'character')}`,
  }),
  matches: (): Words => ({ vi: 'không đúng dạng cho phép', en: 'is not written as it must be' }),
  isHash: (): Words => ({ vi: 'phải là mã băm dạng thập lục phân', en: 'must be a hexadecimal hash' }),
  isIn: (): Words => ({ vi: 'phải là một trong các lựa chọn', en: 'must be one of the choices' }),
  arrayMinSize: (least: number): Words => ({
    vi: `cần ít nhất ${least} phần tử`,
    en: `needs at least ${counted(least, 'element')}`,
  }),
  arrayMaxSize: (most: number): Words => ({
    vi: `chỉ nhận nhiều nhất ${most} phần tử`,
    en: `takes at most ${counted(most, 'element')}`,
  }),
  belowValue: (): Words => ({ vi: 'không được nhỏ hơn giá trị', en: 'must not be less than the value' }),
};
