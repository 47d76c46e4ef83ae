import { answerTo, type Calculation } from './calculation.js';
import type { Case } from './case.js';
import { tooMuch } from './case-work.js';
import { readCase } from './read-case.js';

/** EX-5 of domain.md as a case. */
const CASE = {
  contract: {
    principal: 500_000_000,
    annualRateBasisPoints: 600,
    overdueRatePercent: 150,
    lateInterestBasisPoints: 1_000,
    repayment: { method: 'bullet' },
    grid: { termMonths: 12, interestEveryMonths: 1, paymentDay: 25, nonWorkingDays: 'unchanged' },
  },
  facts: [
    { on: '2026-03-05', kind: 'disbursed', amount: 500_000_000 },
    { on: '2026-03-25', kind: 'repaid', amount: 1_643_836, id: 'first' },
  ],
  dates: ['2026-03-31'],
} as const;

function calculated(json: unknown): Calculation {
  const answer = answerTo(json);
  if (!('calculation' in answer)) throw new Error(JSON.stringify(answer.mistakes));
  return answer.calculation;
}

const on = (dates: readonly string[], given: object = {}) => calculated({ ...CASE, ...given, dates }).statements;

describe('a calculation', () => {
  it('EX-5: is the schedule, what payments were used for, and a statement a date', () => {
    const { contract, schedule, allocations, statements } = calculated(CASE);
    expect(contract).toMatchObject({ ...CASE.contract, dayCount: 'actual/365', rounding: 'halfUp' });
    expect(schedule.slice(0, 2).map(({ dueOn, interest }) => [dueOn, interest])).toEqual([
      ['2026-03-25', 1_643_836],
      ['2026-04-25', 2_547_945],
    ]);
    expect(allocations).toEqual([
      { factId: 'first', on: '2026-03-25', principal: 0, interest: 1_643_836, overdueInterest: 0, lateInterest: 0, held: 0 },
    ]);
    // 6 days on 500 triệu at 6 %: 493.150,68.
    expect(statements).toMatchObject([
      { on: '2026-03-31', outstanding: 500_000_000, accruedInterest: 493_151, payoff: 500_493_151 },
    ]);
    expect(statements[0]).not.toHaveProperty('debtClass');
  });

  it('answers dates in the order asked, each as if it were asked alone', () => {
    const dates = ['2027-06-30', '2026-03-31', '2026-12-31', '2026-03-31', '2026-01-01'];
    expect(on(dates)).toEqual(dates.flatMap((date) => on([date])));
    expect(on(dates).map((statement) => statement.on)).toEqual(dates);
  });

  it('shows what money held was used for by the last date', () => {
    const early = { on: '2026-04-01', kind: 'repaid', amount: 600_000_000, id: 'early' };
    const again = { on: '2026-04-10', kind: 'disbursed', amount: 1_000 };
    const given = { ...CASE, contract: { ...CASE.contract, principal: 500_001_000 }, facts: [...CASE.facts, early, again] };
    const lines = (date: string) =>
      calculated({ ...given, dates: [date] }).allocations.filter(({ factId }) => factId === 'early');
    expect(lines('2026-03-31')).toHaveLength(1);
    const used = lines('2027-03-05');
    // 7 days on 500 triệu at 6 %: 575.342,47; the rest of that is in the 3 of 25/04.
    expect(used.slice(0, 2)).toMatchObject([{ held: 99_424_658 }, { on: '2026-04-25', interest: 3 }]);
    expect(used.at(-1)).toMatchObject({ on: '2027-03-05', principal: 1_000 });
  });

  it('counts no fact after the date', () => {
    const later = { on: '2026-05-01', kind: 'paidOff' };
    expect(on(['2026-04-30'], { facts: [...CASE.facts, later] })).toEqual(on(['2026-04-30']));
    expect(on(['2026-05-01'], { facts: [...CASE.facts, later] })).toMatchObject([{ outstanding: 0, payoff: 0 }]);
  });

  it('says in its place what makes no loan', () => {
    const answer = answerTo({ ...CASE, contract: { ...CASE.contract, grid: { ...CASE.contract.grid, graceMonths: 12 } } });
    expect(answer.mistakes).toEqual([
      {
        pointer: '/contract',
        code: 'GraceNotWithinTerm',
        detail: { vi: expect.stringContaining('ân hạn'), en: expect.any(String) },
      },
    ]);
  });
});

describe('facts that cannot be', () => {
  const refused = (...facts: object[]) =>
    answerTo({ ...CASE, facts: [...CASE.facts, ...facts] }).mistakes?.map(({ pointer, code }) => `${pointer} ${code}`);

  it('are said in their place, wherever that is', () => {
    const tooMuch = { on: '2026-04-01', kind: 'writtenOff', amounts: { principal: 500_000_001 } };
    const fine = ['2026-04-02', '2026-04-03', '2026-04-04'].map((day) => ({ on: day, kind: 'repaid', amount: 1_000 }));
    expect(refused(tooMuch)).toEqual(['/facts/2 WriteOffAboveOwed']);
    expect(refused(...fine, tooMuch)).toEqual(['/facts/5 WriteOffAboveOwed']);
    expect(refused(fine[0]!, tooMuch, fine[1]!)).toEqual(['/facts/3 WriteOffAboveOwed']);
    expect(refused({ on: '2026-04-01', kind: 'recovered', amount: 1 })).toEqual(['/facts/2 RecoveryWithoutWriteOff']);
  });
});

describe('what a server is asked', () => {
  const asked = (facts: number, dates: number, method: string) => ({
    ...CASE,
    contract: { ...CASE.contract, repayment: { method }, grid: { ...CASE.contract.grid, termMonths: 120 } },
    facts: [
      ...CASE.facts,
      ...Array.from({ length: facts }, () => ({ on: '2026-05-01', kind: 'rateChanged', annualRateBasisPoints: 7 })),
    ],
    dates: Array.from({ length: dates }, () => '2026-05-01'),
  });

  it.each<[facts: number, dates: number, method: string, isTooMuch: boolean]>([
    [0, 200, 'annuity', false],
    [5, 60, 'annuity', false],
    [50, 1, 'annuity', true],
    [50, 100, 'equalPrincipal', false],
  ])('with %i rate changes and %i dates, %s: too much is %s', (facts, dates, method, isTooMuch) => {
    const { mistakes } = readCase(asked(facts, dates, method));
    expect(mistakes).toBeUndefined();
    const found = tooMuch((readCase(asked(facts, dates, method)) as { case: Case }).case);
    expect(found.map(({ code }) => code)).toEqual(isTooMuch ? ['tooMuch'] : []);
  });

  it('with many disbursements is too much on a long term alone', () => {
    const facts = Array.from({ length: 60 }, () => ({ on: '2026-03-05', kind: 'disbursed', amount: 1 }));
    const found = (termMonths: number) =>
      answerTo(
        { ...asked(0, 1, 'equalPrincipal'), facts, contract: { ...CASE.contract, grid: { termMonths, interestEveryMonths: 1 } } },
        tooMuch,
      );
    expect(found(12).mistakes).toBeUndefined();
    expect(found(240).mistakes).toMatchObject([{ code: 'tooMuch' }]);
  });

  it('is not calculated where more is said against it', () => {
    expect(answerTo(asked(50, 1, 'annuity'), tooMuch).mistakes).toMatchObject([{ pointer: '', code: 'tooMuch' }]);
  });
});

describe('debt groups of a case', () => {
  const group = (dates: readonly string[], given: object = {}, classification: object = { lender: 'microfinance' }) =>
    on(dates, { ...given, classification }).map(({ debtClass }) => debtClass!);

  it('EX-13: go by the days past due of the date asked for', () => {
    // Interest of 25/04/2026 stays unpaid.
    const dates = [
      '2026-05-04',
      '2026-05-05',
      '2026-05-24',
      '2026-05-25',
      '2026-07-23',
      '2026-07-24',
      '2026-10-21',
      '2026-10-22',
    ];
    expect(group(dates).map((found) => found.group)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
  });

  it('EX-14: give the provision after security, and keep interest in one of two books', () => {
    const [standard, substandard] = group(['2026-04-30', '2026-05-31'], {}, { lender: 'microfinance', collateral: 100_000_000 });
    expect(standard).toMatchObject({ group: 1, specificProvision: 0, generalProvision: 2_500_000, provisionVerified: false });
    // 25/04 to 30/04: 5 days run up; 2.547.945 due since 25/04; late interest 5 days at 10 %.
    expect(standard!.accrued).toEqual({ onBalance: 410_959 + 2_547_945 + 3_490, offBalance: 0 });
    expect(substandard).toMatchObject({ group: 3, specificProvision: 100_000_000, accrued: { onBalance: 0 } });
    expect(substandard!.accrued.offBalance).toBeGreaterThan(5_000_000);
  });

  it('EX-12: follow the worst of the customer', () => {
    const [found] = group(['2026-03-31'], {}, { lender: 'microfinance', otherDebts: [1, 3] });
    expect(found).toMatchObject({ group: 3, because: 'otherDebts', specificProvision: 125_000_000 });
  });

  it.each<[string, object, object]>([
    [
      'new dates once',
      { kind: 'rescheduled', instalments: [{ on: '2027-03-05', principal: 500_000_000 }] },
      { group: 2, because: 'restructured' },
    ],
    ['frozen', { kind: 'frozen', until: '2026-04-11' }, { group: 5, because: 'frozen', verified: false }],
    ['frozen no more', { kind: 'frozen', until: '2026-04-10' }, { group: 1, because: 'daysPastDue', verified: true }],
  ])('%s', (_, fact, found) => {
    const treatment = { overduePrincipal: 'keep', overdueInterest: 'keep', lateInterest: 'keep', reAge: false };
    const given = { on: '2026-04-01', ...fact, ...('instalments' in fact && { treatment }) };
    expect(group(['2026-04-10'], { facts: [...CASE.facts, given] })).toMatchObject([found]);
  });

  it('classify nothing where nothing is owed', () => {
    const facts = [...CASE.facts, { on: '2026-04-30', kind: 'paidOff' }];
    const found = on(['2026-03-04', '2026-04-29', '2026-04-30'], { facts, classification: { lender: 'microfinance' } });
    expect(found.map(({ debtClass }) => debtClass?.group)).toEqual([undefined, 1, undefined]);
  });

  it('interest waived by a restructure is group 3 at best', () => {
    const treatment = { overduePrincipal: 'spread', overdueInterest: 'waive', lateInterest: 'waive', reAge: true };
    const given = {
      on: '2026-05-10',
      kind: 'rescheduled',
      instalments: [{ on: '2027-03-05', principal: 500_000_000 }],
      treatment,
    };
    expect(group(['2026-05-11'], { facts: [...CASE.facts, given] })).toMatchObject([{ group: 3, because: 'interestWaived' }]);
  });

  it('go by own rules where they are given', () => {
    const ownRules = {
      columns: [
        [
          { fromDays: 0, group: 1 },
          { fromDays: 5, group: 4 },
        ],
      ],
      interestWaived: 3,
      frozen: 5,
      probation: { shortTermMonths: 0, longerTermMonths: 0 },
      specificBasisPoints: [0, 0, 0, 1, 0],
      generalBasisPoints: 0,
    };
    const [found] = group(['2026-04-30'], {}, { ownRules });
    expect(found).toMatchObject({
      group: 4,
      source: 'ownRules',
      specificProvision: 50_000,
      generalProvision: 0,
      provisionVerified: true,
    });
  });
});
