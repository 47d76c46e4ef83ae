import { workingDays } from '@soquy/kernel';
import type { Grid, Repayment } from './contract.js';
import { annual, cents, column, everyDay, monthly, textbook as terms } from './published.scenario.js';
import { scheduleOf } from './schedule.js';

const weekends = workingDays(new Set());
const textbook = (principal: number, percent: number, grid: Partial<Grid> & { termMonths: number }, repayment: Repayment) =>
  terms({ principal, percent, grid, repayment });

// The books were not at hand: their figures are told from memory and stand here as our own recomputation. What was looked up
// is in `published.spec.ts`, `published-days.spec.ts` and `published-life.spec.ts`.

type Published = [
  source: string,
  principal: number,
  percent: number,
  grid: ReturnType<typeof annual>,
  level: number,
  interest: number[],
];

describe('level instalments, told from memory and recomputed', () => {
  it.each<Published>([
    ['Wikipedia, Mortgage calculator', 200_000, 6.5, monthly(360), 1264.14, [1083.33]],
    ['Wikipedia, Amortization schedule', 100_000, 7, monthly(240), 775.3, [583.33, 582.21, 581.09]],
    [
      'Brigham, Houston: Financial Management, amortised loans',
      100_000,
      6,
      annual(5),
      23_739.64,
      [6000, 4935.62, 3807.38, 2611.44, 1343.75],
    ],
    ['Brigham, Houston: Financial Management, 1,000 in 3 years', 1000, 6, annual(3), 374.11, [60, 41.15, 21.18]],
    [
      'Ross, Westerfield, Jordan: Corporate Finance, fixed payment',
      5000,
      9,
      annual(5),
      1285.46,
      [450, 374.81, 292.85, 203.52, 106.14],
    ],
    ['Blank, Tarquin: Engineering Economy, plan 5', 5000, 8, annual(5), 1252.28, [400, 331.82, 258.18, 178.65, 92.76]],
    ['Fabozzi: Fixed Income, level-payment mortgage', 100_000, 9.5, monthly(360), 840.85, [791.67, 791.28]],
    ['Microsoft Excel, PPMT over 10 years', 200_000, 8, annual(10), 29_805.9, [16_000]],
    ['Microsoft Excel, IPMT of month 1', 8000, 10, monthly(36), 258.14, [66.67]],
    ['Microsoft Excel, IPMT of year 3', 8000, 10, annual(3), 3216.92, [800, 558.31, 292.45]],
    ['Textbook classic, 100,000 at 6 % in 30 years', 100_000, 6, monthly(360), 599.55, [500, 499.5]],
  ])('%s', (_source, principal, percent, grid, level, interest) => {
    const lines = scheduleOf(textbook(principal, percent, grid, { method: 'annuity' }), drawn(principal), everyDay);
    const totals = lines.map((line) => line.principal + line.interest);
    expect(new Set(totals.slice(0, -1))).toEqual(new Set([cents(level)]));
    expect(lines.slice(0, interest.length).map((line) => line.interest)).toEqual(column(interest));
    expect(lines.reduce((sum, line) => sum + line.principal, 0)).toBe(cents(principal));
  });
});

type Totals = [
  source: string,
  principal: number,
  percent: number,
  grid: Partial<Grid> & { termMonths: number },
  Repayment,
  totals: number[],
];

describe('other ways to repay, told from memory and recomputed', () => {
  it.each<Totals>([
    [
      'Ross, Westerfield, Jordan: fixed principal',
      5000,
      9,
      annual(5),
      { method: 'equalPrincipal' },
      [1450, 1360, 1270, 1180, 1090],
    ],
    [
      'Newnan: Engineering Economic Analysis, plan 1',
      5000,
      8,
      annual(5),
      { method: 'equalPrincipal' },
      [1400, 1320, 1240, 1160, 1080],
    ],
    ['Newnan: Engineering Economic Analysis, plan 2', 5000, 8, annual(5), { method: 'bullet' }, [400, 400, 400, 400, 5400]],
  ])('%s', (_source, principal, percent, grid, repayment, totals) => {
    const lines = scheduleOf(textbook(principal, percent, grid, repayment), drawn(principal), everyDay);
    expect(lines.map((line) => line.principal + line.interest)).toEqual(column(totals));
  });

  it('Microsoft Excel, ISPMT of the second year: interest on equal principal', () => {
    const terms = textbook(8_000_000, 10, annual(3), { method: 'equalPrincipal' });
    expect(scheduleOf(terms, drawn(8_000_000), everyDay).map(({ interest }) => interest)).toEqual(
      column([800_000, 533_333.33, 266_666.67]),
    );
  });

  it('IFRS 16, illustrative example 13: 50,000 a year at 5 % repay 355,391 in nine years', () => {
    const terms = textbook(355_391, 5, annual(9), { method: 'fixedInstalment', amount: cents(50_000) });
    const lines = scheduleOf(terms, drawn(355_391), everyDay);
    const whole = lines.map(({ interest }) => Math.round(interest / 100));
    expect(whole.slice(0, 4)).toEqual([17_770, 16_158, 14_466, 12_689]);
    expect(Math.abs(lines[8]!.principal + lines[8]!.interest - cents(50_000))).toBeLessThanOrEqual(100);
  });

  it('Ross, Westerfield, Jordan: a balloon after 60 of 240 months', () => {
    const terms = textbook(100_000, 12, monthly(61), { method: 'fixedInstalment', amount: cents(1101.09) });
    const balloon = scheduleOf(terms, drawn(100_000), everyDay).at(-1)!.principal;
    expect(Math.abs(balloon - cents(91_744.69))).toBeLessThanOrEqual(cents(1));
  });

  it('a bond of 6 % by 30/360 pays the same each half year, on whatever days', () => {
    const terms = {
      ...textbook(1000, 6, { termMonths: 24, interestEveryMonths: 6 }, { method: 'bullet' }),
      dayCount: '30/360',
    } as const;
    expect(scheduleOf(terms, [{ on: '2025-08-15', amount: cents(1000) }], weekends).map(({ interest }) => interest)).toEqual(
      column([30, 30, 30, 30]),
    );
  });
});

const drawn = (amount: number) => [{ on: '2026-01-15', amount: cents(amount) }];
