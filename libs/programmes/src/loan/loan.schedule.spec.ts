import { workingDays, type WorkingDays } from '@soquy/kernel';
import { scheduleOfLoan } from './loan.schedule.js';
import type { AgreedTerms } from './loan.terms.schedule.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
/** Holidays of 2026 as published (domain.md C2). */
const calendar2026 = workingDays(
  new Set(
    ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-27', '2026-04-30'].concat([
      '2026-05-01',
      '2026-09-01',
      '2026-09-02',
      '2026-11-24',
    ]),
  ),
);
interface Lent extends AgreedTerms {
  readonly startsOn: string;
}
const scheduleOf = ({ startsOn, ...agreed }: Lent, calendar: WorkingDays) =>
  scheduleOfLoan(agreed, agreed.amountVnd, startsOn, calendar);
const terms: Lent = {
  amountVnd: 100_000_000,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  allocation: 'overduePrincipalFirst',
  startsOn: '2026-03-05',
  termMonths: 12,
  method: 'equalPrincipal',
  instalmentEveryMonths: 3,
  interestEveryMonths: 3,
};
const days = (over: Partial<Lent>, calendar = everyDay) => scheduleOf({ ...terms, ...over }, calendar).map(({ dueOn }) => dueOn);

describe('a schedule', () => {
  it('repays in equal parts, the residue with the last', () => {
    expect(scheduleOf({ ...terms, termMonths: 9 }, everyDay)).toEqual([
      { nominalOn: '2026-06-05', dueOn: '2026-06-05', principalVnd: 33_333_333, interest: true },
      { nominalOn: '2026-09-05', dueOn: '2026-09-05', principalVnd: 33_333_333, interest: true },
      { nominalOn: '2026-12-05', dueOn: '2026-12-05', principalVnd: 33_333_334, interest: true },
    ]);
  });

  it('repays a bullet loan at the end, with interest in between', () => {
    expect(
      scheduleOf({ ...terms, method: 'bullet', instalmentEveryMonths: undefined, interestEveryMonths: 6 }, everyDay),
    ).toEqual([
      { nominalOn: '2026-09-05', dueOn: '2026-09-05', principalVnd: 0, interest: true },
      { nominalOn: '2027-03-05', dueOn: '2027-03-05', principalVnd: 100_000_000, interest: true },
    ]);
  });

  it('ends with the term even where the periods do not divide it', () => {
    expect(
      scheduleOf({ ...terms, termMonths: 10 }, everyDay).map(({ nominalOn, principalVnd }) => [nominalOn, principalVnd]),
    ).toEqual([
      ['2026-06-05', 25_000_000],
      ['2026-09-05', 25_000_000],
      ['2026-12-05', 25_000_000],
      ['2027-01-05', 25_000_000],
    ]);
  });

  it('keeps principal and interest on their own days', () => {
    const lines = scheduleOf({ ...terms, termMonths: 6, interestEveryMonths: 2 }, everyDay);
    expect(lines.map(({ nominalOn, principalVnd, interest }) => [nominalOn, principalVnd, interest])).toEqual([
      ['2026-05-05', 0, true],
      ['2026-06-05', 50_000_000, false],
      ['2026-07-05', 0, true],
      ['2026-09-05', 50_000_000, true],
    ]);
  });

  it('anchors month ends on the first day, so that 31 comes back after February', () => {
    expect(days({ startsOn: '2026-12-31', termMonths: 4, instalmentEveryMonths: 1, interestEveryMonths: 1 })).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('moves a due day to the next working day and never drifts (EX-6 to EX-9)', () => {
    expect(days({ startsOn: '2026-08-31', termMonths: 6, method: 'bullet', interestEveryMonths: 6 }, calendar2026)).toEqual([
      '2027-03-01',
    ]);
    expect(
      days({ startsOn: '2026-03-25', termMonths: 2, instalmentEveryMonths: 1, interestEveryMonths: 1 }, calendar2026),
    ).toEqual(['2026-04-28', '2026-05-25']);
    expect(
      days({ startsOn: '2026-10-24', termMonths: 1, instalmentEveryMonths: 1, interestEveryMonths: 1 }, calendar2026),
    ).toEqual(['2026-11-25']);
    expect(
      days({ startsOn: '2026-01-14', termMonths: 1, instalmentEveryMonths: 1, interestEveryMonths: 1 }, calendar2026),
    ).toEqual(['2026-02-23']);
  });

  it('takes a payment day of its own: a short first interest period, instalments counted in whole months', () => {
    const lines = scheduleOf({ ...terms, termMonths: 6, interestEveryMonths: 1, paymentDay: 25 }, everyDay);
    expect(lines.map(({ nominalOn, principalVnd }) => [nominalOn, principalVnd])).toEqual([
      ['2026-03-25', 0],
      ['2026-04-25', 0],
      ['2026-05-25', 0],
      ['2026-06-25', 50_000_000],
      ['2026-07-25', 0],
      ['2026-08-25', 0],
      ['2026-09-05', 50_000_000],
    ]);
    expect(
      days({ startsOn: '2026-03-28', termMonths: 3, instalmentEveryMonths: 1, interestEveryMonths: 1, paymentDay: 5 }),
    ).toEqual(['2026-04-05', '2026-05-05', '2026-06-05', '2026-06-28']);
  });
});
