import fc from 'fast-check';
import { daysBetween } from '@soquy/kernel';
import { byContagion, classified, debtGroupOf, isBadDebt, worstGroup, type DebtStanding } from './debt-group.js';
import { debtRuleSetOn, debtRuleSets, type DebtGroup } from './debt-rule-sets.js';

const fund = debtRuleSetOn('microfinance', '2026-06-30')!;
const bank = debtRuleSetOn('bank', '2026-06-30')!;

const standing = (given: Partial<DebtStanding> = {}): DebtStanding => ({
  daysPastDue: 0,
  restructures: 0,
  newDatesDaysPastDue: 0,
  interestWaived: false,
  frozen: false,
  ...given,
});

describe('debt groups by days past due', () => {
  it.each<[days: number, group: DebtGroup]>([
    [0, 1],
    [9, 1],
    [10, 2],
    [29, 2],
    [30, 3],
    [89, 3],
    [90, 4],
    [179, 4],
    [180, 5],
    [10_000, 5],
  ])('EX-13, microfinance: %i days -> group %i', (daysPastDue, group) => {
    expect(debtGroupOf(fund, standing({ daysPastDue }))).toBe(group);
  });

  it.each<[on: string, days: number, group: DebtGroup]>([
    ['2026-06-30', 5, 1],
    ['2026-07-31', 36, 3],
    ['2026-09-30', 97, 4],
  ])('EX-13: due 25/06/2026 and unpaid, on %s %i days, group %i', (on, days, group) => {
    expect(daysBetween('2026-06-25', on)).toBe(days);
    expect(debtGroupOf(fund, standing({ daysPastDue: days }))).toBe(group);
  });

  it.each<[days: number, group: DebtGroup]>([
    [9, 1],
    [10, 2],
    [90, 2],
    [91, 3],
    [180, 3],
    [181, 4],
    [360, 4],
    [361, 5],
  ])('bank: %i days -> group %i', (daysPastDue, group) => {
    expect(debtGroupOf(bank, standing({ daysPastDue }))).toBe(group);
  });
});

describe('debt groups of restructured debt', () => {
  it.each<[restructures: number, days: number, group: DebtGroup]>([
    [1, 0, 2],
    [1, 1, 3],
    [1, 29, 3],
    [1, 30, 4],
    [1, 89, 4],
    [1, 90, 5],
    [2, 0, 4],
    [2, 1, 5],
    [3, 0, 5],
    [7, 0, 5],
  ])('D1: restructured %i times, %i days under the new dates -> group %i', (restructures, newDatesDaysPastDue, group) => {
    expect(debtGroupOf(fund, standing({ restructures, newDatesDaysPastDue }))).toBe(group);
  });

  it('what got no new dates keeps its own days', () => {
    expect(debtGroupOf(fund, standing({ restructures: 1, daysPastDue: 95 }))).toBe(4);
  });

  it('waived interest is group 3 at best, a frozen debt group 5, and the rule is named with its certainty', () => {
    expect(classified(fund, standing({ interestWaived: true }))).toEqual({
      group: 3,
      because: 'interestWaived',
      source: 'TT 14/2024/TT-NHNN',
      verified: true,
    });
    expect(classified(fund, standing({ interestWaived: true, daysPastDue: 100 }))).toMatchObject({
      group: 4,
      because: 'daysPastDue',
    });
    expect(classified(fund, standing({ frozen: true }))).toMatchObject({ group: 5, because: 'frozen', verified: false });
    expect(classified(fund, standing({ restructures: 3 }))).toMatchObject({ because: 'restructured', verified: false });
  });

  it.each<[termMonths: number, monthsPaidInFull: number, group: DebtGroup]>([
    [12, 0, 4],
    [12, 1, 2],
    [13, 2, 4],
    [13, 3, 2],
  ])(
    'a term of %i months with %i paid in full after a restructure in group 4 -> group %i',
    (termMonths, monthsPaidInFull, group) => {
      const recovering = { from: 4 as const, termMonths, monthsPaidInFull };
      expect(debtGroupOf(fund, standing({ restructures: 1, recovering }))).toBe(group);
    },
  );

  it('probation is a parameter, and never betters a group', () => {
    const recovering = { from: 2 as const, termMonths: 24, monthsPaidInFull: 0 };
    const without = { ...fund, probation: { ...fund.probation, value: { shortTermMonths: 0, longerTermMonths: 0 } } };
    expect(debtGroupOf(fund, standing({ recovering }))).toBe(2);
    expect(debtGroupOf(without, standing({ recovering }))).toBe(1);
    expect(debtGroupOf(fund, standing({ recovering, daysPastDue: 200 }))).toBe(5);
  });
});

describe('debts of one customer', () => {
  it('EX-12: with 0 and 36 days past due both are in group 3', () => {
    const debts = [0, 36].map((daysPastDue) => ({ customerId: 'a', group: debtGroupOf(fund, standing({ daysPastDue })) }));
    expect([...byContagion([...debts, { customerId: 'b', group: 1 as const }])].map(({ group }) => group)).toEqual([3, 3, 1]);
    expect(worstGroup([1, 3])).toBe(3);
    expect(worstGroup([])).toBe(1);
  });

  it('bad debt begins at group 3', () => {
    expect(([1, 2, 3, 4, 5] as const).filter(isBadDebt)).toEqual([3, 4, 5]);
  });
});

describe('rule sets', () => {
  it('are picked by lender and day', () => {
    expect(debtRuleSetOn('microfinance', '2024-08-11')).toMatchObject({ validFrom: '2010-01-01' });
    expect(debtRuleSetOn('microfinance', '2024-08-12')).toMatchObject({ validFrom: '2024-08-12' });
    expect(debtRuleSetOn('bank', '2023-12-31')).toBeUndefined();
    expect(debtRuleSetOn('microfinance', '2024-08-11')!.columns[0]!.verified).toBe(false);
    expect(fund.columns.map(({ verified }) => verified)).toEqual([true, true, true, false]);
  });

  it('no two of a lender are valid on one day', () => {
    for (const set of debtRuleSets)
      expect(
        debtRuleSets.filter((other) => other.lender === set.lender && debtRuleSetOn(set.lender, other.validFrom) !== other),
      ).toEqual([]);
  });

  const days = fc.nat({ max: 500 });
  it.each(debtRuleSets)('$lender from $validFrom: more days, or one more restructure, never better a group', (set) => {
    fc.assert(
      fc.property(days, days, fc.nat({ max: 4 }), (a, b, restructures) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const at = (n: number, times: number) =>
          debtGroupOf(set, standing({ daysPastDue: n, newDatesDaysPastDue: n, restructures: times }));
        return at(less, restructures) <= at(more, restructures) && at(less, restructures) <= at(less, restructures + 1);
      }),
    );
  });
});
