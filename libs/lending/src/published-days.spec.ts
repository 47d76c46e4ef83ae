import type { Day } from '@soquy/kernel';
import type { DayCount } from './contract.js';
import { statementOn } from './ledger.js';
import { everyDay, textbook } from './published.scenario.js';

/** Interest run up on a loan that falls due at the end, in the currency's smallest unit. */
function runUp(dayCount: DayCount, amount: number, basisPoints: number, from: Day, to: Day): number {
  const loan = { principal: amount / 100, percent: basisPoints / 100, dayCount } as const;
  const terms = textbook({ ...loan, grid: { termMonths: 60, interestEveryMonths: 60 }, repayment: { method: 'bullet' } });
  return statementOn(terms, [{ id: 'drawn', on: from, kind: 'disbursed', amount }], everyDay, to).accruedInterest;
}

describe('30E/360: "30/360 Day Count Conventions", examples of ISDA (isda.org, 22/12/2008), as in QuantLib daycounters.cpp', () => {
  // 36 million at 10 % bear 10,000 a day of 360. Exact.
  it.each<[Day, Day, days: number]>([
    ['2006-08-20', '2007-02-20', 180],
    ['2007-02-20', '2007-08-20', 180],
    ['2007-08-20', '2008-02-20', 180],
    ['2008-02-20', '2008-08-20', 180],
    ['2008-08-20', '2009-02-20', 180],
    ['2009-02-20', '2009-08-20', 180],
    ['2006-02-28', '2006-08-31', 182],
    ['2006-08-31', '2007-02-28', 178],
    ['2007-02-28', '2007-08-31', 182],
    ['2007-08-31', '2008-02-29', 179],
    ['2008-02-29', '2008-08-31', 181],
    ['2008-08-31', '2009-02-28', 178],
    ['2009-02-28', '2009-08-31', 182],
    ['2009-08-31', '2010-02-28', 178],
    ['2010-02-28', '2010-08-31', 182],
    ['2010-08-31', '2011-02-28', 178],
    ['2011-02-28', '2011-08-31', 182],
    ['2011-08-31', '2012-02-29', 179],
    ['2006-01-31', '2006-02-28', 28],
    ['2006-01-30', '2006-02-28', 28],
    ['2006-02-28', '2006-03-03', 5],
    ['2006-02-14', '2006-02-28', 14],
    ['2006-09-30', '2006-10-31', 30],
    ['2006-10-31', '2006-11-28', 28],
    ['2007-08-31', '2008-02-28', 178],
    ['2008-02-28', '2008-08-28', 180],
    ['2008-02-28', '2008-08-30', 182],
    ['2008-02-28', '2008-08-31', 182],
    ['2007-02-26', '2008-02-28', 362],
    ['2007-02-26', '2008-02-29', 363],
    ['2008-02-29', '2009-02-28', 359],
    ['2008-02-28', '2008-03-30', 32],
    ['2008-02-28', '2008-03-31', 32],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(runUp('30/360', 36_000_000, 1_000, from, to)).toBe(days * 10_000);
  });
});

describe('actual/actual: "EMU and market conventions" (ISDA, 1998), as in QuantLib daycounters.cpp', () => {
  // 1,000 billion at 100 %, so that the interest shows the part of a year to the last decimal that is published.
  it.each<[Day, Day, part: number, decimals?: number]>([
    ['2003-11-01', '2004-05-01', 0.497724380567],
    ['1999-02-01', '1999-07-01', 0.41095890411],
    ['1999-07-01', '2000-07-01', 1.0013773486, 10],
    ['2002-08-15', '2003-07-15', 0.915068493151],
    ['2003-07-15', '2004-01-15', 0.504004790778],
    ['1999-07-30', '2000-01-30', 0.503892506924],
    ['2000-01-30', '2000-06-30', 0.415300546448],
  ])('from %s to %s is %d of a year', (from, to, part, decimals = 12) => {
    const found = runUp('actual/actual', 1e12, 10_000, from, to) / 10 ** (12 - decimals);
    expect(Math.round(found)).toBe(Math.round(part * 10 ** decimals));
  });
});

describe('actual/365: we-promise/sure, issue 3638, 300,000 at 6 %', () => {
  // In cents. Exact.
  it.each<[string, Day, Day, number]>([
    ['January', '2026-01-01', '2026-02-01', 152_877],
    ['February', '2026-02-01', '2026-03-01', 138_082],
    ['April', '2026-04-01', '2026-05-01', 147_945],
    ['February of a leap year', '2024-02-01', '2024-03-01', 143_014],
    ['a year of 365 days', '2026-01-01', '2027-01-01', 1_800_000],
  ])('%s', (_period, from, to, interest) => expect(runUp('actual/365', 30_000_000, 600, from, to)).toBe(interest));

  it('the same of 30/360: a flat twelfth, 1,500.00', () => {
    expect(runUp('30/360', 30_000_000, 600, '2026-02-01', '2026-03-01')).toBe(150_000);
  });
});

describe('30/360: Adams, Smith: Introduction to Fixed-Income Valuation, as in CRAN bondAnalyst, aiRoundedDaysConv', () => {
  it('from 15/05 to 27/06 are 42 days, from 15/05 to 15/11 are 180', () => {
    expect(runUp('30/360', 36_000_000, 1_000, '2019-05-15', '2019-06-27')).toBe(420_000);
    expect(runUp('30/360', 36_000_000, 1_000, '2019-05-15', '2019-11-15')).toBe(1_800_000);
  });

  it('100 at 4.375 % of which half is due in 180 days bear 0.510417 in 42', () => {
    // 437.5 basis points of 100 million are 875 of 50; to the sixth decimal, which is where the source rounds.
    expect(runUp('30/360', 50_000_000, 875, '2019-05-15', '2019-06-27')).toBe(510_417);
  });
});
