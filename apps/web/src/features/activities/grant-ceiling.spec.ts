import { ceilingOf, isAbove, shareOf, whyNoCeiling } from './grant-ceiling.js';

const rule = (id: string, ...versions: object[]) => ({ id, data: { versions } });
const rules = [
  rule('kc.machinery.maxShareBasisPoints', { value: 5_000, validFrom: '2014-01-01' }),
  rule(
    'kc.machinery.capVnd',
    { value: 200_000_000, validFrom: '2014-01-01', validTo: '2017-12-31' },
    { value: 300_000_000, validFrom: '2018-01-01' },
  ),
  rule('kc.machinery.provincial.tra-vinh.maxShareBasisPoints', { value: 3_000, validFrom: '2016-01-01' }),
];

const SHARE = 'kc.machinery.maxShareBasisPoints';
const CAP = 'kc.machinery.capVnd';
const bound = (ruleId: string, value: number, version = 0) => ({ ruleId, path: `versions.${version}.value`, value });

it('takes the rules of the day, of the tier and of the province', () => {
  const half = bound(SHARE, 5_000);
  const earlier = { share: half, vnd: bound(CAP, 200_000_000) };
  expect(ceilingOf(rules, 'national', 'tra-vinh', '2017-12-31')).toEqual(earlier);
  const now = { share: half, vnd: bound(CAP, 300_000_000, 1) };
  expect(ceilingOf(rules, 'national', undefined, '2026-11-22')).toEqual(now);
  const own = { share: bound('kc.machinery.provincial.tra-vinh.maxShareBasisPoints', 3_000) };
  expect(ceilingOf(rules, 'provincial', 'tra-vinh', '2026-11-22')).toEqual(own);
  expect(ceilingOf(rules, 'provincial', 'bac-giang', '2026-11-22')).toEqual({});
  expect(ceilingOf(rules, 'national', undefined, '2013-01-01')).toEqual({});
});

it('finds what is above the share or above the sum, to the đồng', () => {
  expect(shareOf(60, 180)).toBe(3_333);
  const ceiling = { share: bound(SHARE, 5_000), vnd: bound(CAP, 300_000_000) };
  expect(isAbove(90_000_000, 180_000_000, ceiling)).toBe(false);
  expect(isAbove(90_000_001, 180_000_000, ceiling)).toBe(true);
  expect(isAbove(300_000_001, 900_000_000, ceiling)).toBe(true);
  expect(isAbove(400_000_000, 500_000_000, {})).toBe(false);
});

it('says why no ceiling is told', () => {
  expect(whyNoCeiling({}, 'provincial', undefined)).toBe('needsAgency');
  expect(whyNoCeiling({}, 'provincial', 'bac-giang')).toBe('noRule');
  expect(whyNoCeiling({}, 'national', undefined)).toBe('noRule');
  expect(whyNoCeiling({}, undefined, 'bac-giang')).toBeUndefined();
  expect(whyNoCeiling({ vnd: bound(CAP, 300_000_000) }, 'national', undefined)).toBeUndefined();
});
