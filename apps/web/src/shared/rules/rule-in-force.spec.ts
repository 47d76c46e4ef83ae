import { ruleInForce } from './rule-in-force.js';

const version = (value: number, validFrom: string, more: object = {}) => ({ value, validFrom, source: 'NĐ', ...more });
const data = {
  versions: [
    version(1, '2020-01-01'),
    version(2, '2022-01-01', { validTo: '2022-12-31' }),
    version(3, '2024-01-01', { endsOn: '2024-06-30' }),
  ],
};

it.each([
  ['2019-12-31', undefined],
  ['2020-01-01', 1],
  ['2021-12-31', 1],
  ['2022-12-31', 2],
  ['2023-01-01', undefined],
  ['2024-06-30', 3],
  ['2024-07-01', undefined],
])('on %s the value is %s', (day, value) => {
  expect(ruleInForce(data, day)?.value).toBe(value);
});

it('names the place of the value, and nothing where there is no rule', () => {
  expect(ruleInForce(data, '2022-05-01')?.path).toBe('versions.1.value');
  expect(ruleInForce(undefined, '2022-05-01')).toBeUndefined();
});
