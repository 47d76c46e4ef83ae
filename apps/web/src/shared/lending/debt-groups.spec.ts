import { badDebt, customerGroup, fundRulesOn } from './debt-groups.js';

const rules = fundRulesOn('2026-07-31')!;

describe('the debt group of a customer', () => {
  it.each([
    ['EX-12: is the worst of all', [0, 36], 3],
    ['EX-13: follows the days overdue', [5], 1],
    ['EX-13', [97], 4],
    ['is the first where nothing is late', [], 1],
  ] as const)('%s: %j days, group %i', (_, days, group) => {
    expect(customerGroup(rules, days)).toBe(group);
  });

  it('is not known before the first rules', () => {
    expect(fundRulesOn('2009-12-31')).toBeUndefined();
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
