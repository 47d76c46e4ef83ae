import {
  dayText,
  figureText,
  instantText,
  numberText,
  shortfallText,
  shortMoney,
  toldNumber,
  unknownText,
} from './number-words.js';

it.each([
  [1_234_567.89, '1.234.567,89', '1,234,567.89'],
  [37.01, '37,01', '37.01'],
  [40, '40', '40'],
  [0, '0', '0'],
  [-1_500, '−1.500', '−1,500'],
  [0.5, '0,5', '0.5'],
  [999, '999', '999'],
])('%d', (value, vi, en) => {
  expect([numberText(value, 'vi'), numberText(value, 'en')]).toEqual([vi, en]);
});

it.each([
  [314_230_000, '314,23 triệu', '314.23 million'],
  [13_850_000_000, '13,85 tỷ', '13.85 billion'],
  [17_546_000_000, '17,546 tỷ', '17.546 billion'],
  [1_000_000_500_000, '1.000,001 tỷ', '1,000.001 billion'],
  [999_999_999, '1.000 triệu', '1,000 million'],
  [999_999, '999.999', '999,999'],
  [-67_175_000, '−67,175 triệu', '−67.175 million'],
])('%d in short', (value, vi, en) => {
  expect([shortMoney(value, 'vi'), shortMoney(value, 'en')]).toEqual([vi, en]);
});

it('tells a number as the report did', () => {
  expect(toldNumber({ value: 44, qualifier: 'over' }, 'vi')).toBe('hơn 44');
  expect(toldNumber({ value: 600, valueTo: 800, qualifier: 'range' }, 'vi')).toBe('600 – 800');
  expect(toldNumber({ value: null, qualifier: 'exact', unknown: 2 }, 'vi')).toBe('chưa rõ');
  expect(toldNumber({ value: 3_641, qualifier: 'about' }, 'en')).toBe('about 3,641');
  expect(figureText({ value: 381_405_000, qualifier: 'exact', unit: 'vnd' }, 'vi')).toBe('381.405.000 đồng');
  expect(figureText({ value: null, qualifier: 'exact', unit: 'vnd', unknown: 1 }, 'vi')).toBe('chưa rõ');
  expect(figureText({ value: null, qualifier: 'exact', unit: 'percent', numerator: 0, denominator: 0 }, 'vi')).toBe('–');
  expect(unknownText({ value: 1, qualifier: 'exact', unknown: 2 }, 'vi')).toBe('còn 2 ghi nhận chưa có số');
  expect(unknownText({ value: 1, qualifier: 'exact' }, 'vi')).toBe('');
});

it('says what is missing to zero, and nothing where nothing is', () => {
  expect(shortfallText({ shortfall: 50_000_000, unit: 'vnd' }, 'vi')).toBe('thiếu 50.000.000 đồng');
  expect(shortfallText({ shortfall: 50_000_000, unit: 'vnd' }, 'en', (value) => shortMoney(value, 'en'))).toBe(
    'short of 50 million',
  );
  expect(shortfallText({ unit: 'vnd' }, 'vi')).toBe('');
});

it('writes days and instants as Vietnam reads them', () => {
  expect(dayText('2020-12-31')).toBe('31/12/2020');
  expect(instantText('2026-11-21T18:05:00.000Z')).toBe('22/11/2026 01:05');
});
