import fc from 'fast-check';
import { debtRuleSetOn, type DebtGroup } from './debt-rule-sets.js';
import { generalProvision, offBalance, specificProvision } from './provision.js';

const { provision: fund } = debtRuleSetOn('microfinance', '2026-06-30')!;
const { provision: bank } = debtRuleSetOn('bank', '2026-06-30')!;
const GROUPS = [1, 2, 3, 4, 5] as const;

describe('specific provision', () => {
  it('EX-14: group 3, 400 triệu, no security: 100 triệu', () => {
    expect(specificProvision(fund, { group: 3, outstanding: 400_000_000 })).toBe(100_000_000);
  });

  it('security is deducted first, and never makes a provision negative', () => {
    const debt = { group: 4, outstanding: 400_000_000 } as const;
    expect(specificProvision(fund, { ...debt, collateral: 150_000_001 })).toBe(125_000_000);
    expect(specificProvision(fund, { ...debt, collateral: 400_000_001 })).toBe(0);
  });

  it('goes by the rates of the group and the lender', () => {
    const of = (rates: typeof fund) => GROUPS.map((group) => specificProvision(rates, { group, outstanding: 1_000 }));
    expect(of(fund)).toEqual([0, 20, 250, 500, 1_000]);
    expect(of(bank)).toEqual([0, 50, 200, 500, 1_000]);
  });

  it('is rounded half-up', () => {
    expect(specificProvision(fund, { group: 2, outstanding: 24 })).toBe(0);
    expect(specificProvision(fund, { group: 2, outstanding: 25 })).toBe(1);
  });

  it('never exceeds what is owed, to the largest amount there is', () => {
    fc.assert(
      fc.property(fc.constantFrom<DebtGroup>(...GROUPS), fc.maxSafeNat(), fc.maxSafeNat(), (group, outstanding, collateral) => {
        const found = specificProvision(fund, { group, outstanding, collateral });
        return found >= 0 && found <= outstanding;
      }),
    );
  });

  it('rates from memory say so', () => {
    for (const { specificBasisPoints, generalBasisPoints } of [fund, bank])
      expect([specificBasisPoints.verified, generalBasisPoints.verified]).toEqual([false, false]);
  });
});

describe('general provision', () => {
  it('is of groups 1 to 4 together, rounded once', () => {
    const debts = GROUPS.map((group) => ({ group, outstanding: 25 }));
    expect(generalProvision(fund, debts)).toBe(1);
    expect(generalProvision(fund, [{ group: 5, outstanding: 1_000_000 }])).toBe(0);
    expect(generalProvision(fund, [{ group: 1, outstanding: 1_000_000_000, collateral: 1_000_000_000 }])).toBe(5_000_000);
    expect(generalProvision(bank, [{ group: 1, outstanding: 1_000_000 }])).toBe(7_500);
  });
});

describe('accrued interest', () => {
  it('F9: is income of standard debt alone', () => {
    expect(offBalance(1, 2_547_945)).toEqual({ onBalance: 2_547_945, offBalance: 0 });
    for (const group of [2, 3, 4, 5] as const)
      expect(offBalance(group, 2_547_945)).toEqual({ onBalance: 0, offBalance: 2_547_945 });
  });
});
