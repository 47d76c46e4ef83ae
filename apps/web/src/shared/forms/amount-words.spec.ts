import { amountInWords } from './amount-words.js';

it.each([
  [285_000_000, 'Hai trăm tám mươi lăm triệu đồng', 'Two hundred eighty-five million dong'],
  [
    67_175_000,
    'Sáu mươi bảy triệu một trăm bảy mươi lăm nghìn đồng',
    'Sixty-seven million one hundred seventy-five thousand dong',
  ],
  [1_005_000, 'Một triệu không trăm lẻ năm nghìn đồng', 'One million five thousand dong'],
  [21_000_000, 'Hai mươi mốt triệu đồng', 'Twenty-one million dong'],
  [15, 'Mười lăm đồng', 'Fifteen dong'],
  [24, 'Hai mươi tư đồng', 'Twenty-four dong'],
  [104, 'Một trăm lẻ bốn đồng', 'One hundred four dong'],
  [1_000_000_000, 'Một tỷ đồng', 'One billion dong'],
  [
    13_850_000_001,
    'Mười ba tỷ tám trăm năm mươi triệu không trăm lẻ một đồng',
    'Thirteen billion eight hundred fifty million one dong',
  ],
  [2_000_000_000_000, 'Hai nghìn tỷ đồng', 'Two thousand billion dong'],
  [0, 'Không đồng', 'Zero dong'],
  [-5, 'Âm năm đồng', 'Minus five dong'],
])('%d', (vnd, vi, en) => {
  expect(amountInWords(vnd, 'vi')).toBe(vi);
  expect(amountInWords(vnd, 'en')).toBe(en);
});
