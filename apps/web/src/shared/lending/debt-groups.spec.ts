import { badDebt, customerGroup, fundRules } from './debt-groups.js';

const DAY = '2026-07-31';
const inForce = (value: number | readonly number[]) => ({
  value,
  validFrom: '2024-08-12',
  source: 'TT 14/2024/TT-NHNN',
  path: 'versions.1.value',
});
const rules = fundRules(inForce([10, 30, 90, 180]), DAY)!;

describe('the debt group of a customer', () => {
  it.each([
    ['EX-12: is the worst of all', [0, 36], 3],
    ['EX-13: follows the days overdue', [5], 1],
    ['EX-13', [97], 4],
    ['is the first where nothing is late', [], 1],
  ] as const)('%s: %j days, group %i', (_, days, group) => {
    expect(customerGroup(rules, days)).toBe(group);
  });

  it('follows the bounds that are recorded', () => {
    const stricter = fundRules(inForce([1, 10, 30, 60]), DAY)!;
    expect([0, 1, 9, 10, 30, 60].map((days) => customerGroup(stricter, [days]))).toEqual([1, 2, 2, 3, 4, 5]);
  });

  it.each([[5], [[10, 30]], [[10, 30, 30, 180]], [[0, 30, 90, 180]]])('is not told by bounds such as %j', (value) => {
    expect(fundRules(inForce(value), DAY)).toBeUndefined();
  });

  it('is not told where no rule is in force, or before the first published rules', () => {
    expect(fundRules(undefined, DAY)).toBeUndefined();
    expect(fundRules(inForce([10, 30, 90, 180]), '2009-12-31')).toBeUndefined();
  });
});

describe('bad debt', () => {
  it('is the principal of groups 3 to 5, the punctual loans of a late customer with it', () => {
    const loan = (customerId: string, daysOverdue: number, outstandingVnd: number) => ({
      customerId,
      daysOverdue,
      outstandingVnd,
    });
    expect(badDebt(rules, [loan('lan', 0, 100), loan('lan', 30, 20), loan('hoa', 29, 3), loan('nga', 200, 4)])).toBe(124);
  });
});
