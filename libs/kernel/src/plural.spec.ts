import { counted, figureText } from './number-words.js';
import { pluralOf } from './plural.js';

it.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [1.5, '1.5 rows'],
  [1_204, '1,204 rows'],
  ['1', '1 row'],
  ['200+', '200+ rows'],
  ['1+', '1+ rows'],
])('%p of a noun', (count, told) => {
  expect(counted(count, 'row')).toBe(told);
});

it('knows plurals that do more than take an s', () => {
  expect([counted(1, 'entry', 'entries'), counted(3, 'entry', 'entries')]).toEqual(['1 entry', '3 entries']);
  expect([pluralOf(1, 'holds', 'hold'), pluralOf(2, 'holds', 'hold')]).toEqual(['holds', 'hold']);
});

it('goes for the units of figures too, in English alone', () => {
  const told = (value: number, unit: 'loan' | 'class' | 'learner' | 'vnd', language: 'vi' | 'en') =>
    figureText({ value, qualifier: 'exact', unit }, language);
  expect([told(1, 'loan', 'en'), told(2, 'loan', 'en'), told(0, 'loan', 'en')]).toEqual(['1 loan', '2 loans', '0 loans']);
  expect([told(1, 'class', 'en'), told(1, 'learner', 'en'), told(1, 'vnd', 'en')]).toEqual(['1 class', '1 person', '1 VND']);
  expect(told(1, 'loan', 'vi')).toBe('1 khoản vay');
  expect(figureText({ value: 1, valueTo: 3, qualifier: 'range', unit: 'day' }, 'en')).toBe('1 – 3 days');
});
