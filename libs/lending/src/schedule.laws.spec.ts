import { addDays, addMonths, daysBetween, weekday, type WorkingDays } from '@soquy/kernel';
import fc from 'fast-check';
import { levelAmount } from './annuity.js';
import { DAY_COUNTS, RESIDUES, ROUNDINGS, type LoanTerms, type Repayment } from './contract.js';
import { gridOf } from './grid.js';
import { scheduleOf, type Drawing } from './schedule.js';
import type { Instalment } from './statement.js';
import { interestUnits, toAmount, UNITS_PER_AMOUNT } from './units.js';

/** Weekends and every seventeenth day are off. */
const calendar: WorkingDays = {
  isWorkingDay: (day) => weekday(day) !== 0 && weekday(day) !== 6 && daysBetween('2020-01-01', day) % 17 !== 0,
};

const method = fc.oneof(
  fc.constantFrom<Repayment>({ method: 'equalPrincipal' }, { method: 'bullet' }, { method: 'annuity' }),
  fc.integer({ min: 1, max: 10_000 }).map((basisPoints): Repayment => ({ method: 'percentOfPrincipal', basisPoints })),
);

const loanTerms = fc
  .record({
    annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    rounding: fc.constantFrom(...ROUNDINGS),
    residue: fc.constantFrom(...RESIDUES),
    multipleOf: fc.constantFrom(1, 1, 7, 1_000, 100_000),
    repayment: method,
    termMonths: fc.integer({ min: 2, max: 40 }),
    interestEveryMonths: fc.integer({ min: 1, max: 6 }),
    every: fc.integer({ min: 1, max: 3 }),
    paymentDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    grace: fc.nat(12),
    nonWorkingDays: fc.constantFrom('nextWorkingDay' as const, 'unchanged' as const),
  })
  .map(({ termMonths, interestEveryMonths, every, paymentDay, grace, nonWorkingDays, ...rest }): LoanTerms => ({
    ...rest,
    currency: { code: 'VND', decimals: 0 },
    principal: 1_000_000_000,
    overdueRatePercent: 150,
    allocation: 'overduePrincipalFirst',
    prepayment: 'cancelLatest',
    grid: {
      termMonths,
      interestEveryMonths,
      principalEveryMonths: interestEveryMonths * every,
      ...(paymentDay && { paymentDay }),
      graceMonths: Math.min(grace, termMonths - 1),
      nonWorkingDays,
    },
  }));

const startsOn = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2023-01-01', days));
const parts = fc.array(fc.record({ after: fc.nat(50), amount: fc.integer({ min: 1, max: 150_000_000 }) }), { maxLength: 4 });

/** A loan, and drawings all before the end of its shortest term. */
const loan = fc
  .record({ terms: loanTerms, first: startsOn, amount: fc.integer({ min: 1, max: 400_000_000 }), parts })
  .map(({ terms, first, amount, parts }) => ({
    terms,
    drawings: [{ on: first, amount }, ...parts.map((part) => ({ on: addDays(first, part.after), amount: part.amount }))],
  }));

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Interest of one due amount, day by day, on the balance at the end of the day before. */
function dailyInterest(terms: LoanTerms, drawings: readonly Drawing[], lines: readonly Instalment[], from: string, to: string) {
  let units = 0n;
  for (let day = from; day < to; day = addDays(day, 1)) {
    const drawn = sum(drawings.filter(({ on }) => on <= day).map(({ amount }) => amount));
    const repaid = sum(lines.filter(({ dueOn }) => dueOn <= day).map(({ principal }) => principal));
    const { annualRateBasisPoints: basisPoints, dayCount } = terms;
    units += interestUnits({ balance: drawn - repaid, basisPoints, from: day, to: addDays(day, 1), dayCount });
  }
  return units;
}

describe('laws of schedules', () => {
  it('give back what was drawn, nothing below zero, on days that grow and are never before their nominal ones', () => {
    fc.assert(
      fc.property(loan, ({ terms, drawings }) => {
        const lines = scheduleOf(terms, drawings, calendar);
        expect(sum(lines.map(({ principal }) => principal))).toBe(sum(drawings.map(({ amount }) => amount)));
        for (const [index, { number, principal, interest, nominalOn, dueOn }] of lines.entries()) {
          const before = lines[index - 1];
          expect({ number, negative: principal < 0 || interest < 0 }).toEqual({ number: index + 1, negative: false });
          expect(dueOn >= nominalOn && dueOn > (before?.dueOn ?? drawings[0]!.on)).toBe(true);
          expect(nominalOn > (before?.nominalOn ?? '')).toBe(true);
          if (terms.grid.nonWorkingDays === 'nextWorkingDay') expect(calendar.isWorkingDay(dueOn)).toBe(true);
        }
      }),
    );
  });

  it('ask the interest of every single day, rounded once a due amount', () => {
    fc.assert(
      fc.property(loan, ({ terms, drawings }) => {
        fc.pre(terms.dayCount !== 'period');
        const lines = scheduleOf(terms, drawings, calendar);
        let from = drawings[0]!.on;
        for (const { dueOn, interest } of lines.filter(({ bearsInterest }) => bearsInterest)) {
          expect(interest).toBe(toAmount(dailyInterest(terms, drawings, lines, from, dueOn), terms.rounding));
          from = dueOn;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ask the same at a rate a period, whatever days the calendar shifts them to', () => {
    fc.assert(
      fc.property(loanTerms, startsOn, fc.integer({ min: 1, max: 400_000_000 }), (terms, on, amount) => {
        const asked = (nonWorkingDays: LoanTerms['grid']['nonWorkingDays']) => {
          const period: LoanTerms = { ...terms, dayCount: 'period', grid: { ...terms.grid, nonWorkingDays } };
          return scheduleOf(period, [{ on, amount }], calendar);
        };
        const [shifted, nominal] = [asked('nextWorkingDay'), asked('unchanged')];
        fc.pre(shifted.length === nominal.length);
        expect(shifted.map(({ principal, interest }) => [principal, interest])).toEqual(
          nominal.map(({ principal, interest }) => [principal, interest]),
        );
      }),
    );
  });

  it('anchor every day on the first one, whatever the calendar', () => {
    fc.assert(
      fc.property(loanTerms, startsOn, (terms, first) => {
        const days = gridOf({ ...terms, grid: { ...terms.grid, nonWorkingDays: 'unchanged' } }, first, calendar);
        const nominal = new Set(days.map(({ nominalOn }) => nominalOn));
        for (const { nominalOn } of gridOf(terms, first, calendar)) expect(nominal.has(nominalOn)).toBe(true);
        const anchorDay = terms.grid.paymentDay ?? Number(first.slice(8));
        for (const { nominalOn } of days.slice(0, -1)) expect(nominalOn).toBe(addMonths(nominalOn, 0, anchorDay));
        expect(days.at(-1)!.nominalOn).toBe(addMonths(first, terms.grid.termMonths));
      }),
    );
  });

  it('do not know the order in which drawings were told, nor how those of one day were cut', () => {
    fc.assert(
      fc.property(loan, fc.integer({ min: 1, max: 400_000_000 }), ({ terms, drawings }, cut) => {
        const [first, ...rest] = drawings as [Drawing, ...Drawing[]];
        const part = Math.min(cut, first.amount);
        const halves = [
          { ...first, amount: part },
          { ...first, amount: first.amount - part },
        ].filter(({ amount }) => amount > 0);
        const whole = scheduleOf(terms, drawings, calendar);
        expect(scheduleOf(terms, [...rest, ...halves].reverse(), calendar)).toEqual(whole);
      }),
    );
  });

  it('never change what falls due up to the day of a drawing', () => {
    fc.assert(
      fc.property(loan, ({ terms, drawings }) => {
        const last = drawings.reduce((latest, { on }) => (on > latest ? on : latest), '');
        const before = drawings.filter(({ on }) => on < last);
        fc.pre(before.length > 0);
        const upTo = (lines: Instalment[]) =>
          lines.filter(({ dueOn }) => dueOn <= last && dueOn > '').map((line) => ({ ...line }));
        const known = upTo(scheduleOf(terms, before, calendar));
        expect(upTo(scheduleOf(terms, drawings, calendar)).slice(0, known.length)).toEqual(known);
      }),
    );
  });

  it('differ by an equal share and a residue below one multiple each, where parts are equal', () => {
    fc.assert(
      fc.property(loanTerms, fc.integer({ min: 1, max: 1_000_000_000 }), (terms, amount) => {
        const equal: LoanTerms = {
          ...terms,
          repayment: { method: 'equalPrincipal' },
          grid: { ...terms.grid, nonWorkingDays: 'unchanged' },
        };
        const principal = scheduleOf(equal, [{ on: '2024-01-31', amount }], calendar)
          .map((line) => line.principal)
          .filter((each) => each > 0);
        const others = terms.residue === 'last' ? principal.slice(0, -1) : principal.slice(1);
        const residual = terms.residue === 'last' ? principal.at(-1)! : principal[0]!;
        for (const each of others) expect(each).toBe(others[0]);
        for (const each of others) expect(each % terms.multipleOf!).toBe(0);
        if (others.length > 0) expect(residual - others[0]!).toBeLessThan(terms.multipleOf! * principal.length);
      }),
    );
  });
});

describe('the level amount', () => {
  const days = fc.array(fc.record({ per10000: fc.nat(400), parts: fc.constantFrom(1, 1, 1, 0, 2) }), { maxLength: 8 });

  it('leaves the smallest residue of all amounts, found by trying each', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        days,
        fc.constantFrom(...ROUNDINGS),
        fc.constantFrom(1, 1, 5),
        (balance, before, rounding, multipleOf) => {
          const levelled = {
            balance,
            open: 0n,
            days: [...before, { per10000: 150, parts: 1 }].map(({ per10000, parts }) => ({
              parts,
              bearsInterest: true,
              unitsPerAmount: (BigInt(per10000) * UNITS_PER_AMOUNT) / 10_000n,
            })),
            rounding,
            multipleOf,
          };
          const residue = (level: number) => {
            let rest = balance;
            for (const { parts, unitsPerAmount } of levelled.days.slice(0, -1)) {
              const interest = toAmount(BigInt(rest) * unitsPerAmount, rounding);
              if (parts > 0) rest -= Math.min(rest, Math.max(0, level * parts - interest));
            }
            return Math.abs(rest + toAmount(BigInt(rest) * levelled.days.at(-1)!.unitsPerAmount, rounding) - level);
          };
          const every = Array.from({ length: Math.ceil((balance * 2) / multipleOf) + 2 }, (_, steps) =>
            residue(steps * multipleOf),
          );
          expect(residue(levelAmount(levelled))).toBe(Math.min(...every));
        },
      ),
    );
  });
});
