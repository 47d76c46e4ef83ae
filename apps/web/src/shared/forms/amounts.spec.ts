import { readBasisPoints, readMoney, readNumber, showBasisPoints } from './amounts.js';

it.each([
  ['285tr', 285_000_000],
  ['285 triệu', 285_000_000],
  ['1,2 tỷ', 1_200_000_000],
  ['1.2 ty', 1_200_000_000],
  ['67,175tr', 67_175_000],
  ['1.200 tr', 1_200_000_000],
  ['1 tỷ 200 triệu', 1_200_000_000],
  ['285.000.000', 285_000_000],
  ['285,000,000', 285_000_000],
  ['285000000', 285_000_000],
  ['285 000 000 đ', 285_000_000],
  ['500k', 500_000],
  ['0.500 tỷ', 500_000_000],
  ['12 nghìn', 12_000],
  ['0', 0],
  ['-5tr', -5_000_000],
])('%s is %d đồng', (text, vnd) => {
  expect(readMoney(text, 'vi')).toBe(vnd);
});

it('reads marks as the language writes them', () => {
  expect(readMoney('67.175m', 'en')).toBe(67_175_000);
  expect(readMoney('67,175m', 'en')).toBe(67_175_000_000);
});

it.each([
  '',
  'abc',
  '1,5',
  '285.00',
  '1.2.3',
  '1 triệu 2 tỷ',
  '1.234,567',
  '0.500',
  '3 tấn',
  '0,0000001 tr',
  '99999999999999999',
])('%s is no amount', (text) => {
  expect(readMoney(text, 'vi')).toBeUndefined();
});

it('reads rates in percent', () => {
  expect(readBasisPoints('6,6', 'vi')).toBe(660);
  expect(readBasisPoints('0.55%', 'vi')).toBe(55);
  expect(readBasisPoints('0.550', 'vi')).toBe(55);
  expect(readBasisPoints('6,655', 'vi')).toBeUndefined();
  expect(showBasisPoints(660, 'vi')).toBe('6,6');
});

it('reads numbers with decimals', () => {
  expect(readNumber('1.234,5', 'vi', true)).toBe(1234.5);
  expect(readNumber('1,234.5', 'en', true)).toBe(1234.5);
  expect(readNumber('12a', 'vi', true)).toBeUndefined();
});
