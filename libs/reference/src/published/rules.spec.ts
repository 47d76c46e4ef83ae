import { debtGroupOf, debtRuleSetOn, LENDERS } from '@soquy/lending';
import { publishedRules } from './rules.js';

const inForce = (key: string, day: string) =>
  publishedRules.find(({ ruleId, validFrom, validTo }) => ruleId === key && validFrom <= day && (!validTo || day <= validTo));

const DAYS = ['2010-01-01', '2024-01-01', '2024-08-11', '2024-08-12', '2026-07-31'];

describe('published rules of debt groups', () => {
  it.each(LENDERS)('%s: begin where the arithmetic of loans begins them, on every day', (lender) => {
    for (const day of DAYS) {
      const set = debtRuleSetOn(lender, day);
      const rule = inForce(`debt.group.bounds.${lender}`, day);
      expect(rule?.value).toEqual(set && [2, 3, 4, 5].map((group) => firstDayOf(set, group)));
      expect(rule?.source).toBe(set?.columns[0]!.source);
    }
  });

  it('say what the legal texts say', () => {
    expect(inForce('debt.group.bounds.microfinance', '2026-07-31')).toMatchObject({
      value: [10, 30, 90, 180],
      source: 'TT 14/2024/TT-NHNN',
      status: 'verified',
    });
    expect(inForce('debt.group.bounds.microfinance', '2024-08-11')).toMatchObject({ status: 'unverified' });
    expect(inForce('debt.group.bounds.bank', '2026-07-31')).toMatchObject({ value: [10, 91, 181, 361], status: 'unverified' });
    expect(inForce('provision.rates.microfinance', '2026-07-31')?.value).toEqual([0, 200, 2_500, 5_000, 10_000]);
    expect(inForce('provision.general.microfinance', '2026-07-31')?.value).toBe(50);
  });
});

function firstDayOf(set: NonNullable<ReturnType<typeof debtRuleSetOn>>, group: number): number {
  const standing = { restructures: 0, newDatesDaysPastDue: 0, interestWaived: false, frozen: false };
  return Array.from({ length: 400 }, (_, days) => days).findIndex(
    (daysPastDue) => debtGroupOf(set, { ...standing, daysPastDue }) >= group,
  );
}
