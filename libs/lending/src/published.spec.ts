import type { Grid, Repayment } from './contract.js';
import { cents, column, fixed, LEVEL, linesOf, monthly, sum, type Textbook } from './published.scenario.js';

const totals = (loan: Textbook) => linesOf(loan).map(({ principal, interest }) => principal + interest);
const loanOf = (principal: number, percent: number, grid: Textbook['grid'], repayment: Repayment = LEVEL): Textbook => ({
  ...{ principal, percent, grid, repayment },
});

describe('level amounts, to the cent', () => {
  it.each<[source: string, principal: number, percent: number, grid: Textbook['grid'], level: number]>([
    ['support.microsoft.com, PMT: 10,000 at 8 % in 10 months', 10_000, 8, monthly(10), 1037.03],
    ['numpy.org, numpy_financial.pmt: 200,000 at 7.5 % in 15 years', 200_000, 7.5, monthly(180), 1854.02],
    ['mathworks.com, amortize: 100,000 at 12 % in 30 years', 100_000, 12, monthly(360), 1028.61],
    ['cfpb/amortize, README: 180,000 at 4.25 % in 30 years', 180_000, 4.25, monthly(360), 885.49],
    ['austinmcconnell/mortgage, test_loan.py: 200,000 at 6 % in 30 years', 200_000, 6, monthly(360), 1199.1],
    ['npmjs.com, amortizejs, README: 280,350 at 3.5 % in 5 years', 280_350, 3.5, monthly(60), 5100.06],
    ['formulajs, test/financial.js, PMT: 100,000 at 10 % in 2 years', 100_000, 10, monthly(24), 4614.49],
    ['formulajs, test/financial.js, PMT: 100,000 at 0 % in 2 years', 100_000, 0, monthly(24), 4166.67],
  ])('%s', (_source, principal, percent, grid, level) => {
    const lines = linesOf(loanOf(principal, percent, grid));
    expect(new Set(lines.slice(0, -1).map((line) => line.principal + line.interest))).toEqual(new Set([cents(level)]));
    expect(sum(lines.map((line) => line.principal))).toBe(cents(principal));
  });
});

describe('principal and interest of a payment; sources do not round, so that a cent a payment is let pass', () => {
  type Part = [source: string, loan: Textbook, of: 'principal' | 'interest', from: number, to: number, amount: number];
  const house = loanOf(125_000, 9, monthly(360));
  const bill = loanOf(180_000, 4.25, monthly(360));
  const equal = loanOf(180_000, 4.25, monthly(360), { method: 'equalPrincipal' });
  const mortgage = loanOf(200_000, 6, monthly(360));
  const call = loanOf(30_000, 8.5, monthly(180), fixed(295.5));
  const two = loanOf(100_000, 10, monthly(24));
  it.each<Part>([
    ['support.microsoft.com, CUMIPMT, first month', house, 'interest', 1, 1, 937.5],
    ['support.microsoft.com, CUMIPMT, second year', house, 'interest', 13, 24, 11_135.23],
    ['support.microsoft.com, CUMPRINC, first month', house, 'principal', 1, 1, 68.28],
    ['support.microsoft.com, CUMPRINC, second year', house, 'principal', 13, 24, 934.11],
    ['formulajs, test/financial.js, PPMT 1', loanOf(2_000, 10, monthly(24)), 'principal', 1, 1, 75.62],
    ['wiki.openoffice.org, CUMIPMT, months 4 to 6', loanOf(5_000, 5.5, monthly(24)), 'interest', 4, 6, 57.8],
    ['w3resource.com, NumPy ppmt, first of 12 years', loanOf(100_000, 8.5, monthly(144)), 'principal', 1, 1, 401.72],
    ['cfpb/amortize, README, interest of 5 years', bill, 'interest', 1, 60, 36_583.36],
    ['cfpb/amortize, README, principal of 5 years', bill, 'principal', 1, 60, 16_546.15],
    ['cfpb/amortize, test.js, equal principal: interest of 5 years', equal, 'interest', 1, 60, 35_115.63],
    ['cfpb/amortize, test.js, equal principal: principal of 5 years', equal, 'principal', 1, 60, 30_000],
    ['austinmcconnell/mortgage, test_loan.py, payment 5', mortgage, 'principal', 5, 5, 203.11],
    ['austinmcconnell/mortgage, test_loan.py, payment 10', mortgage, 'interest', 10, 10, 990.86],
    ['austinmcconnell/mortgage, test_loan.py, payments 1 to 10', mortgage, 'interest', 1, 10, 9_954.6],
    ['npmjs.com, amortizejs, README, first interest', loanOf(280_350, 3.5, monthly(60)), 'interest', 1, 1, 817.69],
    ['npmjs.com, amortizejs, README, first principal', loanOf(280_350, 3.5, monthly(60)), 'principal', 1, 1, 4_282.37],
    ['formulajs, test/financial.js, CUMIPMT 13 to 24', loanOf(100_000, 10, monthly(360)), 'interest', 13, 24, 9_916.77],
    ['formulajs, test/financial.js, CUMPRINC 13 to 24', loanOf(100_000, 10, monthly(360)), 'principal', 13, 24, 614.09],
    ['formulajs, test/financial.js, CUMPRINC 1 to 24', loanOf(100_000, 10, monthly(360)), 'principal', 1, 24, 1_169.96],
    ['formulajs, test/financial.js, PPMT 6', two, 'principal', 6, 6, 3_941.36],
    ['formulajs, test/financial.js, ISPMT after 6', { ...two, repayment: { method: 'equalPrincipal' } }, 'interest', 7, 7, 625],
    ['help.adobe.com, FormCalc PPmt, months 7 to 9 at 295.50', call, 'principal', 7, 9, 261.62],
  ])('%s', (_source, loan, of, from, to, amount) => {
    const found = sum(
      linesOf(loan)
        .slice(from - 1, to)
        .map((line) => line[of]),
    );
    expect(Math.abs(found - cents(amount))).toBeLessThanOrEqual(to - from + 1);
  });

  it('numpy.org, numpy_financial.ipmt: 2,500 at 8.24 % in 12 months, all lines', () => {
    const lines = linesOf(loanOf(2_500, 8.24, monthly(12)));
    const principal = [200.58, 201.96, 203.35, 204.74, 206.15, 207.56, 208.99, 210.42, 211.87, 213.32, 214.79, 216.26];
    const interest = [17.17, 15.79, 14.4, 13.01, 11.6, 10.18, 8.76, 7.32, 5.88, 4.42, 2.96, 1.49];
    const off = (of: 'principal' | 'interest', told: number[]) => lines.map((line, at) => Math.abs(line[of] - cents(told[at]!)));
    expect(Math.max(...off('interest', interest), ...off('principal', principal).slice(0, -1))).toBeLessThanOrEqual(1);
  });

  it('frappe/lending, test_loan.py: 280,000 at 8.4 % in 20 months of 15,052, lines 4, 18 and 20 to the whole rupee', () => {
    const lines = linesOf(loanOf(280_000, 8.4, monthly(20), fixed(15_052)));
    const whole = (at: number) => [lines[at]!.principal, lines[at]!.interest].map((amount) => Math.round(amount / 100));
    expect([whole(3), whole(17), whole(19)]).toEqual([
      [13_369, 1_683],
      [14_740, 312],
      [14_941, 105],
    ]);
    expect(Math.round(sum(lines.map(({ interest }) => interest)) / 100)).toBe(21_034);
  });
});

describe('whole schedules at the level amount the source names, every line to the cent', () => {
  type Whole = [source: string, loan: Textbook, principal: number[], interest: number[]];
  const fineract = (
    percent: number,
    principal: number,
    level: number,
    grid: Partial<Grid> & { termMonths: number },
  ): Textbook => ({
    ...{ principal, percent, grid: { interestEveryMonths: 1, ...grid }, repayment: fixed(level) },
    ...{ dayCount: '30/360', from: '2024-01-01' },
  });
  it.each<Whole>([
    [
      'getcorefin/corefin, issue 32: 1,000 at 10 % by actual/365',
      { ...fineract(10, 1_000, 171.55, { termMonths: 6 }), dayCount: 'actual/365' },
      [163.06, 164.9, 165.84, 167.39, 168.67, 170.14],
      // The source makes its last line level by another 0.01 of interest: 30 days of 170.14 are 1.398.
      [8.49, 6.65, 5.71, 4.16, 2.88, 1.4],
    ],
    [
      'apache/fineract, EMICalculation.feature, C3154: 100 at 12 % by 30/360',
      fineract(12, 100, 17.25, { termMonths: 6 }),
      [16.25, 16.41, 16.58, 16.74, 16.91, 17.11],
      [1, 0.84, 0.67, 0.51, 0.34, 0.17],
    ],
    [
      'apache/fineract, EMICalculation.feature, C3157: every two months',
      fineract(12, 100, 34.68, { termMonths: 6, interestEveryMonths: 2 }),
      [32.68, 33.33, 33.99],
      [2, 1.35, 0.68],
    ],
    [
      'apache/fineract, EMICalculation.feature, C3159: 100 at 12 % by actual/365',
      { ...fineract(12, 100, 17.25, { termMonths: 6 }), dayCount: 'actual/365' },
      [16.23, 16.45, 16.56, 16.75, 16.9, 17.11],
      [1.02, 0.8, 0.69, 0.5, 0.35, 0.17],
    ],
    [
      'apache/fineract, EMICalculation.feature, C3164: 331.77 at 10.65 % by actual/actual, over a new year',
      { ...fineract(10.65, 331.77, 68.14, { termMonths: 5 }), dayCount: 'actual/actual', from: '2023-12-12' },
      [65.14, 65.73, 66.44, 66.93, 67.53],
      [3, 2.41, 1.7, 1.21, 0.59],
    ],
    [
      'apache/fineract, EMICalculation.feature, C3165: 75 at 12.3 % by 30/360',
      fineract(12.3, 75, 15.47, { termMonths: 5 }),
      [14.7, 14.85, 15, 15.16, 15.29],
      [0.77, 0.62, 0.47, 0.31, 0.16],
    ],
    [
      'apache/fineract, LoanBulletBalloon.feature, BL01: 100 at 30 %, all at the end',
      { ...fineract(30, 100, 1, { termMonths: 8 }), repayment: { method: 'bullet' } },
      [0, 0, 0, 0, 0, 0, 0, 100],
      [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
    ],
  ])('%s', (_source, loan, principal, interest) => {
    const lines = linesOf(loan);
    expect([lines.map((line) => line.principal), lines.map((line) => line.interest)]).toEqual([
      column(principal),
      column(interest),
    ]);
  });

  it('C3165 and C3164 name the level amount that we find as well', () => {
    for (const [loan, level] of [
      [fineract(12.3, 75, 15.47, { termMonths: 5 }), 15.47],
      [{ ...fineract(10.65, 331.77, 68.14, { termMonths: 5 }), dayCount: 'actual/actual', from: '2023-12-12' }, 68.14],
    ] as const)
      expect(totals({ ...loan, repayment: LEVEL })[0]).toBe(cents(level));
  });
});
