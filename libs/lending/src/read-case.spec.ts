import fc from 'fast-check';
import { calendarOf } from './case.js';
import { readCase } from './read-case.js';

/** As little as a case may say. */
const LEAST = {
  contract: {
    principal: 500_000_000,
    annualRateBasisPoints: 600,
    overdueRatePercent: 150,
    repayment: { method: 'equalPrincipal' },
    grid: { termMonths: 12, interestEveryMonths: 1 },
  },
  facts: [{ on: '2026-03-05', kind: 'disbursed', amount: 500_000_000 }],
  dates: ['2026-06-30'],
} as const;

type Change = (value: any) => void;

/** The least case with something else in it. */
function changed(change: Change): unknown {
  const value: unknown = structuredClone(LEAST);
  change(value);
  return value;
}

const found = (json: unknown) => readCase(json).mistakes?.map(({ pointer, code }) => `${pointer} ${code}`) ?? [];
const fact =
  (given: object): Change =>
  (value) =>
    value.facts.push({ on: '2026-05-05', ...given });
const keep = { overduePrincipal: 'keep', overdueInterest: 'keep', lateInterest: 'keep', reAge: false };

describe('a case that holds together', () => {
  it('gets the default policies, and ids by position', () => {
    const read = readCase(changed((value) => value.facts.push({ on: '2026-04-10', kind: 'paidOff', id: 'last' })));
    expect(read).toEqual({
      case: {
        ...LEAST,
        contract: {
          ...LEAST.contract,
          currency: { code: 'VND', decimals: 0 },
          dayCount: 'actual/365',
          rounding: 'halfUp',
          residue: 'last',
          allocation: 'overduePrincipalFirst',
          prepayment: 'cancelLatest',
          grid: { ...LEAST.contract.grid, nonWorkingDays: 'nextWorkingDay' },
        },
        facts: [
          { ...LEAST.facts[0], id: '0001' },
          { on: '2026-04-10', kind: 'paidOff', id: 'last' },
        ],
      },
    });
  });

  it.each<[string, Change]>([
    [
      'all policies named',
      (v) => Object.assign(v.contract, { dayCount: '30/360', rounding: 'halfEven', residue: 'first', multipleOf: 1_000 }),
    ],
    [
      'more policies',
      (v) => Object.assign(v.contract, { allocation: 'byKind', prepayment: 'payNext', lateInterestBasisPoints: 1_000 }),
    ],
    ['a currency with decimals', (v) => (v.contract.currency = { code: 'USD', decimals: 2 })],
    [
      'a custom plan',
      (v) => (v.contract.repayment = { method: 'custom', instalments: [{ on: '2026-12-25', principal: 500_000_000 }] }),
    ],
    ['percent with a balloon', (v) => (v.contract.repayment = { method: 'percentOfPrincipal', basisPoints: 500 })],
    ['a fixed instalment', (v) => (v.contract.repayment = { method: 'fixedInstalment', amount: 20_000_000 })],
    [
      'a calendar',
      (v) => (v.calendar = { holidays: [{ day: '2026-04-27', name: 'Nghỉ bù' }], workingWeekendDays: ['2026-08-22'] }),
    ],
    ['a repayment with its split', fact({ kind: 'repaid', amount: 5, split: { principal: 3, interest: 2 } })],
    ['a rate change', fact({ kind: 'rateChanged', annualRateBasisPoints: 500 })],
    ['a reschedule', fact({ kind: 'rescheduled', instalments: [{ on: '2027-01-01', principal: 5 }], treatment: keep })],
    [
      'an extension with another rhythm',
      fact({
        kind: 'extended',
        maturityOn: '2028-01-01',
        instalments: [{ on: '2028-01-01', principal: 5 }],
        grid: { interestEveryMonths: 3 },
        treatment: keep,
      }),
    ],
    ['a holiday', fact({ kind: 'holiday', until: '2026-07-01', of: 'principal', shifts: true })],
    ['a freeze for good', fact({ kind: 'frozen' })],
    ['a write-off', fact({ kind: 'writtenOff', amounts: { interest: 7 } })],
    [
      'a call, then something recovered',
      (v) => v.facts.push({ on: '2026-05-05', kind: 'called' }, { on: '2026-05-06', kind: 'recovered', amount: 1 }),
    ],
    ['debt groups of a lender', (v) => (v.classification = { lender: 'microfinance', collateral: 0, otherDebts: [3] })],
    [
      'debt groups of own rules',
      (v) =>
        (v.classification = {
          ownRules: {
            columns: [
              [
                { fromDays: 0, group: 1 },
                { fromDays: 15, group: 2 },
              ],
            ],
            interestWaived: 3,
            frozen: 5,
            probation: { shortTermMonths: 1, longerTermMonths: 3 },
            specificBasisPoints: [0, 200, 2_500, 5_000, 10_000],
            generalBasisPoints: 50,
          },
        }),
    ],
  ])('takes %s', (_, change) => {
    expect(found(changed(change))).toEqual([]);
  });

  it('counts every day as a working day where it names no calendar', () => {
    expect(calendarOf({}).isWorkingDay('2026-11-21')).toBe(true);
    const calendar = calendarOf({ calendar: { holidays: [{ day: '2026-11-24' }], workingWeekendDays: ['2026-11-21'] } });
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'].map(calendar.isWorkingDay)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('what is wrong with a case', () => {
  it('is all said at once, with pointers, in both languages', () => {
    const json = {
      contract: {
        ...LEAST.contract,
        principal: 0.5,
        annualRateBasisPoints: '600',
        overdueRatePercent: 151,
        dayCount: 'actual/364',
        repayment: { method: 'annuity', amount: 7 },
        grid: { termMonths: 12, paymentDay: 32, colour: 'red' },
      },
      calendar: { holidays: [{ day: '2026-02-30' }] },
      facts: [
        { on: '2026-02-29', kind: 'disbursed', amount: -1 },
        { on: '2026-03-05', kind: 'repaid', amount: 9_007_199_254_740_992 },
        { on: '2026-03-05', kind: 'given' },
        { on: '2026-03-05' },
        { on: '2026-03-05', kind: 'paidOff', amount: 1 },
        'nothing',
      ],
      dates: [],
      'a/b~c': 1,
    };
    expect(found(json)).toEqual([
      '/a~1b~0c unknownField',
      '/contract/principal isInt',
      '/contract/annualRateBasisPoints isInt',
      '/contract/overdueRatePercent max',
      '/contract/dayCount isIn',
      '/contract/repayment/amount unknownField',
      '/contract/grid/colour unknownField',
      '/contract/grid/interestEveryMonths required',
      '/contract/grid/paymentDay max',
      '/calendar/holidays/0/day isDay',
      '/facts/0/on isDay',
      '/facts/0/amount min',
      '/facts/1/amount max',
      '/facts/2/kind isIn',
      '/facts/3/kind required',
      '/facts/4/amount unknownField',
      '/facts/5 isObject',
      '/dates arrayMinSize',
    ]);
    const [, principal] = readCase(json).mistakes!;
    expect(principal!.detail).toEqual({
      vi: 'contract/principal: phải là số nguyên.',
      en: 'contract/principal: must be a whole number.',
    });
  });

  it.each<[unknown, string]>([
    [undefined, ' isObject'],
    [null, ' isObject'],
    [[], ' isObject'],
    ['x', ' isObject'],
    [7, ' isObject'],
  ])('%j is no case', (json, mistake) => {
    expect(found(json)).toEqual([mistake]);
  });

  it.each<[string, Change, readonly string[]]>([
    ['no disbursement', (v) => (v.facts = [{ on: '2026-05-05', kind: 'paidOff' }]), ['/facts noDisbursement']],
    ['a fact before the first disbursement', fact({ on: '2026-03-04', kind: 'called' }), ['/facts/1/on beforeFirstDisbursement']],
    ['more drawn than lent', fact({ kind: 'disbursed', amount: 1 }), ['/facts/1/amount drawnBeyondPrincipal']],
    [
      'one id twice',
      (v) => v.facts.push({ id: 'a', on: '2026-05-05', kind: 'called' }, { id: 'a', on: '2026-05-06', kind: 'paidOff' }),
      ['/facts/2/id repeated'],
    ],
    ['an id that another gets by position', fact({ id: '0001', kind: 'called' }), ['/facts/1/id repeated']],
    [
      'a plan in disorder that is not the principal',
      (v) =>
        (v.contract.repayment = {
          method: 'custom',
          instalments: [
            { on: '2026-12-25', principal: 1 },
            { on: '2026-12-25', principal: 2 },
          ],
        }),
      ['/contract/repayment/instalments/1/on notGrowing', '/contract/repayment/instalments notThePrincipal'],
    ],
    [
      'new dates in disorder',
      fact({
        kind: 'rescheduled',
        treatment: keep,
        instalments: [
          { on: '2027-01-02', principal: 5 },
          { on: '2027-01-01', principal: 5 },
        ],
      }),
      ['/facts/1/instalments/1/on notGrowing'],
    ],
    [
      'a holiday that ends when it begins',
      fact({ kind: 'holiday', until: '2026-05-05', of: 'principal', shifts: false }),
      ['/facts/1/until notAfter'],
    ],
    ['a split of another sum', fact({ kind: 'repaid', amount: 5, split: { principal: 4 } }), ['/facts/1/split notTheAmount']],
    ['a write-off of nothing', fact({ kind: 'writtenOff', amounts: { principal: 0 } }), ['/facts/1/amounts nothing']],
    ['no rules for debt groups', (v) => (v.classification = { collateral: 1 }), ['/classification oneOfTwo']],
    [
      'a day without rules',
      (v) => Object.assign(v, { classification: { lender: 'bank' }, dates: ['2023-12-31'] }),
      ['/dates/0 noRules'],
    ],
    [
      'interest that no number of JSON holds',
      (v) => Object.assign(v.contract, { principal: 1_000_000_000_000_000, annualRateBasisPoints: 100_000 }),
      ['/contract/principal tooLarge'],
    ],
  ])('%s', (_, change, mistakes) => {
    expect(found(changed(change))).toEqual(mistakes);
  });

  it('keys of the object model are fields like any other', () => {
    expect(found(JSON.parse(JSON.stringify(LEAST).replace('{', '{"__proto__":1,"constructor":2,')))).toEqual([
      '/__proto__ unknownField',
      '/constructor unknownField',
    ]);
  });

  it('is said of anything JSON can hold, never thrown', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => readCase(json).mistakes !== undefined));
    fc.assert(
      fc.property(fc.constantFrom('contract', 'facts', 'dates', 'calendar', 'classification'), fc.jsonValue(), (name, value) => {
        readCase({ ...LEAST, [name]: value });
      }),
    );
  });
});
