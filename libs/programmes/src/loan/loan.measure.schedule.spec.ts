import { addDays, daysBetween } from '@soquy/kernel';
import fc from 'fast-check';
import { ledgerOf, type LoanTerms } from '@soquy/lending';
import { asRecorded, factOf, type Debt, type Movement } from './loan.lending.schedule.js';
import { accountAfter, measureLoan, measureOf } from './loan.measure.schedule.js';
import { planOf, type ScheduleLine } from './loan.schedule.js';
import { agreedTerms } from './loan.terms.schedule.js';

const MILLION = 1_000_000;
/** 500 triệu at 6 percent, drawn on 05/03/2026; principal 50 triệu on 25/06, the rest on 05/03/2027. */
const due = (dueOn: string, principalVnd = 0, nominalOn = dueOn): ScheduleLine => ({
  ...{ nominalOn, dueOn },
  ...{ principalVnd, interest: true },
});
const schedule = [
  due('2026-03-25'),
  due('2026-04-28', 0, '2026-04-25'),
  due('2026-05-25'),
  due('2026-06-25', 50 * MILLION),
  due('2027-03-05', 450 * MILLION),
];
const agreed: LoanTerms = agreedTerms({
  amountVnd: 500 * MILLION,
  ...{ annualRateBasisPoints: 600, overdueRatePercent: 150, allocation: 'overduePrincipalFirst' },
  ...{ termMonths: 12, method: 'bullet', interestEveryMonths: 1 },
});
const terms: LoanTerms = { ...agreed, plan: planOf(schedule) };
const drawn: Movement = { on: '2026-03-05', drawnVnd: 500 * MILLION };
const debt = (...movements: Movement[]): Debt => ({ terms, facts: [drawn, ...movements].map(factOf) });
const measured = ({ terms: of, facts }: Debt, day: string) => measureOf(ledgerOf(of, facts, asRecorded).position(day));
/** The row as it comes back from a database. */
const rowOf = (of: Debt) =>
  JSON.parse(JSON.stringify({ terms: agreed, account: accountAfter(of).account })) as { terms: LoanTerms };
const repaid = (on: string, principalVnd: number, interestVnd = 0): Movement => ({ on, principalVnd, interestVnd });
const on = (day: string, ...movements: Movement[]) => measured(debt(...movements), day);

describe('a loan on a day', () => {
  it('is nothing before it is drawn', () => {
    expect(measureLoan({}, '2026-03-05')).toMatchObject({ active: false, outstandingVnd: 0, daysOverdue: 0 });
    expect(measureLoan(rowOf(debt()), '2026-03-04').active).toBe(false);
    expect(measureLoan(rowOf(debt()), '2026-03-05')).toMatchObject({ active: true, outstandingVnd: 500 * MILLION });
  });

  it('lets interest run daily and fall due on its days, shifted ones with their extra days (EX-5, EX-7)', () => {
    expect(on('2026-03-24')).toMatchObject({
      interestAccruedVnd: 1_561_644,
      interestDueVnd: 0,
      overdueInterestVnd: 0,
      daysOverdue: 0,
    });
    expect(on('2026-03-25')).toMatchObject({
      interestAccruedVnd: 1_643_836,
      interestDueVnd: 1_643_836,
      overdueInterestVnd: 0,
      daysOverdue: 0,
    });
    expect(on('2026-03-26')).toMatchObject({ interestDueVnd: 1_643_836, overdueInterestVnd: 1_643_836, daysOverdue: 1 });
    const paid = repaid('2026-03-25', 0, 1_643_836);
    expect(on('2026-04-25', paid)).toMatchObject({ interestAccruedVnd: 2_547_945, interestDueVnd: 0 });
    expect(on('2026-04-28', paid)).toMatchObject({ interestAccruedVnd: 2_794_521, interestDueVnd: 2_794_521 });
    expect(on('2026-05-25', paid, repaid('2026-04-28', 0, 2_794_521)).interestDueVnd).toBe(2_219_178);
  });

  it('rounds a period once although principal was prepaid in it (EX-5)', () => {
    const unshifted = schedule.map((line) => ({ ...line, dueOn: line.nominalOn }));
    const { facts } = debt(repaid('2026-03-25', 0, 1_643_836), repaid('2026-04-10', 100 * MILLION));
    expect(measured({ terms: { ...terms, plan: planOf(unshifted) }, facts }, '2026-04-25')).toMatchObject({
      interestDueVnd: 2_301_370,
      outstandingVnd: 400 * MILLION,
    });
  });

  it('bears the overdue rate for the days principal is late, from the day after its due day (EX-10)', () => {
    const interest = [repaid('2026-06-25', 0, 1_643_836 + 2_794_521 + 2_219_178 + 2_547_945)];
    expect(on('2026-06-25', ...interest)).toMatchObject({ overduePrincipalVnd: 0, interestAccruedVnd: 0, daysOverdue: 0 });
    expect(on('2026-06-26', ...interest)).toMatchObject({
      overduePrincipalVnd: 50 * MILLION,
      daysOverdue: 1,
      overdueInterestVnd: 12_329,
    });
    const late = [...interest, repaid('2026-07-20', 50 * MILLION)];
    expect(on('2026-07-20', ...interest)).toMatchObject({
      overduePrincipalVnd: 50 * MILLION,
      overdueInterestVnd: 308_219,
      daysOverdue: 25,
    });
    expect(on('2026-07-20', ...late)).toMatchObject({
      overduePrincipalVnd: 0,
      overdueInterestVnd: 308_219,
      interestDueVnd: 308_219,
    });
    expect(on('2026-07-30', ...late)).toMatchObject({ overdueInterestVnd: 308_219, daysOverdue: 35 });
    expect(on('2026-07-30', ...late, repaid('2026-07-20', 0, 308_219))).toMatchObject({ overdueInterestVnd: 0, daysOverdue: 0 });
  });

  it('counts days overdue from the oldest unpaid due day (EX-13)', () => {
    const interest = repaid('2026-06-25', 0, 9_205_480);
    expect(['2026-06-30', '2026-07-31', '2026-09-30'].map((day) => on(day, interest).daysOverdue)).toEqual([5, 36, 97]);
    expect(on('2026-06-30').daysOverdue).toBe(97);
    expect(on('2026-06-30', repaid('2026-06-26', 50 * MILLION, 12_329 + 1_643_836)).daysOverdue).toBe(
      daysBetween('2026-04-28', '2026-06-30'),
    );
  });

  it('keeps the oldest unpaid interest in front when interest on overdue principal is paid in part', () => {
    expect(on('2026-07-30', repaid('2026-07-20', 0, 1_000)).daysOverdue).toBe(daysBetween('2026-03-25', '2026-07-30'));
  });

  it('fills instalments in their order, so a prepayment keeps the next one from being overdue', () => {
    const interest = repaid('2026-06-25', 0, 9_205_480);
    const prepaid = repaid('2026-04-28', 50 * MILLION);
    expect(on('2026-06-30', prepaid, interest)).toMatchObject({ overduePrincipalVnd: 0, daysOverdue: 0 });
    expect(on('2026-06-30', repaid('2026-04-28', 20 * MILLION), interest).overduePrincipalVnd).toBe(30 * MILLION);
  });

  it('is never overdue for more than was drawn', () => {
    const partly: Debt = { terms, facts: [factOf({ on: '2026-03-05', drawnVnd: 30 * MILLION }, 0)] };
    expect(measured(partly, '2027-06-01')).toMatchObject({
      overduePrincipalVnd: 30 * MILLION,
      outstandingVnd: 30 * MILLION,
    });
  });

  it('starts the days overdue anew once all that was late is paid', () => {
    const brought = [repaid('2026-07-20', 50 * MILLION, 9_205_480 + 308_219)];
    expect(on('2027-03-05', ...brought).daysOverdue).toBe(0);
    expect(on('2027-03-15', ...brought).daysOverdue).toBe(10);
  });
});

describe('against a plain count day by day', () => {
  /** Balance at the start of each day, split into late and in term; no rounding on the way. */
  function exactly(movements: readonly Movement[], until: string): number {
    let units = 0n;
    for (let day = addDays('2026-03-05', 1); day <= until; day = addDays(day, 1)) {
      const before = movements.filter((movement) => movement.on < day);
      const sum = (of: (movement: Movement) => number) => before.reduce((total, movement) => total + of(movement), 0);
      const lent = sum((movement) => ('drawnVnd' in movement ? movement.drawnVnd : 0));
      const paid = sum((movement) => ('principalVnd' in movement ? movement.principalVnd : 0));
      const fallen = schedule.filter(({ dueOn }) => dueOn < day).reduce((total, line) => total + line.principalVnd, 0);
      const late = Math.max(0, Math.min(fallen, lent) - paid);
      units += BigInt(lent - paid - late) * 600n * 100n + BigInt(late) * 600n * 150n;
    }
    return Number(units) / (365 * 1_000_000);
  }

  const day = fc.integer({ min: 1, max: 500 }).map((days) => addDays('2026-03-05', days));
  const payments = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 60 * MILLION })), { maxLength: 6 });

  it('all interest ever run up is the same, but for half a đồng a due amount', () => {
    fc.assert(
      fc.property(payments, day, (some, asked) => {
        const paid = some.map(([at, principalVnd]) => repaid(at, principalVnd)).sort((a, b) => (a.on < b.on ? -1 : 1));
        const known = paid.filter((movement) => movement.on <= asked);
        const { interestAccruedVnd, interestDueVnd, overdueInterestVnd } = on(asked, ...known);
        expect(Math.abs(interestAccruedVnd - exactly([drawn, ...known], asked))).toBeLessThanOrEqual(0.5 * (schedule.length + 2));
        expect([overdueInterestVnd <= interestDueVnd, interestDueVnd <= interestAccruedVnd]).toEqual([true, true]);
      }),
    );
  });

  it('a row says of any later day what the facts say', () => {
    fc.assert(
      fc.property(payments, day, (some, asked) => {
        const paid = some
          .map(([at, principalVnd], index) => repaid(at, principalVnd, index * 1_000))
          .sort((a, b) => (a.on < b.on ? -1 : 1));
        const known = paid.filter((movement) => movement.on <= asked);
        expect(measureLoan(rowOf(debt(...known)), asked)).toEqual(on(asked, ...known));
      }),
    );
  });
});
