import type { Catalogue } from '../api/catalogue.js';
import { tellsCode, titleWords } from './title-words.js';

it('hears the code in a title that begins with it, however it is written', () => {
  expect(tellsCode('NĐ 45/2021/NĐ-CP – Quỹ hợp tác xã', 'nd-45-2021-nd-cp')).toBe(true);
  expect(tellsCode('Truyền nghề: Đan bàng', 'LH-2020-0007')).toBe(false);
});

it('knows the words of a code where there are any', () => {
  const words = { vi: 'Vốn tự có tối thiểu (điểm cơ bản vốn đầu tư)', en: 'Least own equity (basis points of it)' };
  const catalogue = {
    kind: () => ({ category: 'rule' }),
    enumWords: (field: string, value: string) => (field === 'ruleId' && value === 'fund.equity.min' ? words : undefined),
  } as unknown as Catalogue;
  expect(titleWords(catalogue, { noun: 'rules', code: 'fund.equity.min' })).toEqual({
    vi: 'Vốn tự có tối thiểu (% vốn đầu tư)',
    en: 'Least own equity (% of it)',
  });
  expect(titleWords(catalogue, { noun: 'rules', code: 'fund.own.key' })).toBeUndefined();
  expect(titleWords(catalogue, { noun: null, code: 'fund.equity.min' })).toBeUndefined();
});
