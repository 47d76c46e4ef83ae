import type { Day, WorkingDays } from '@soquy/kernel';
import type { LoanTerms } from './contract.js';
import { LendingError } from './errors.js';
import type { LoanFact, Treatment } from './facts.js';
import { checkFact, checkFacts } from './guard.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
const terms: LoanTerms = {
  currency: { code: 'VND', decimals: 0 },
  principal: 60_000_000,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  repayment: { method: 'equalPrincipal' },
  grid: { termMonths: 6, principalEveryMonths: 2, interestEveryMonths: 2, nonWorkingDays: 'unchanged' },
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
};
type Told<Fact = LoanFact> = Fact extends LoanFact ? Omit<Fact, 'id' | 'on'> : never;
const fact = (on: Day, told: Told, id = 'fact'): LoanFact => ({ id, on, ...told }) as LoanFact;
/** 20 triệu each on 15/03, 15/05 and 15/07; nothing is paid. */
const loan = [fact('2026-01-15', { kind: 'disbursed', amount: 60_000_000 }, 'drawn')];
const keep: Treatment = { overduePrincipal: 'keep', overdueInterest: 'keep', lateInterest: 'keep', reAge: false };
const plan = (...instalments: (readonly [Day, number])[]) => instalments.map(([on, principal]) => ({ on, principal }));
const rescheduled = (instalments: ReturnType<typeof plan>, treatment = keep) =>
  fact('2026-04-01', { kind: 'rescheduled', instalments, treatment });
const extended = (maturityOn: Day, instalments: ReturnType<typeof plan>) =>
  fact('2026-04-01', { kind: 'extended', maturityOn, instalments, treatment: keep });

function refusalOf(told: LoanFact, facts: readonly LoanFact[] = loan): string | undefined {
  try {
    checkFact(terms, facts, everyDay, told);
    return undefined;
  } catch (error) {
    if (!(error instanceof LendingError)) throw error;
    expect(error.words.vi && error.words.en).toBeTruthy();
    return error.code;
  }
}

describe('facts that cannot have happened are refused', () => {
  it.each<[string | undefined, LoanFact]>([
    [undefined, fact('2026-03-15', { kind: 'repaid', amount: 1 })],
    ['NumberOutOfRange', fact('2026-03-15', { kind: 'repaid', amount: 0 })],
    ['NumberOutOfRange', fact('2026-03-15', { kind: 'repaid', amount: 0.5 })],
    ['NumberOutOfRange', fact('2026-03-15', { kind: 'repaid', amount: 1, split: { principal: 2, interest: -1 } })],
    ['SplitNotTheAmount', fact('2026-03-15', { kind: 'repaid', amount: 5, split: { principal: 2, interest: 2 } })],
    ['NothingDrawn', fact('2026-01-14', { kind: 'paidOff' })],
    ['DrawnBeyondPrincipal', fact('2026-02-15', { kind: 'disbursed', amount: 1 })],
    ['NumberOutOfRange', fact('2026-02-15', { kind: 'rateChanged', annualRateBasisPoints: -1 })],
    ['UntilNotLater', fact('2026-02-15', { kind: 'holiday', until: '2026-02-15', of: 'principal', shifts: false })],
    ['UntilNotLater', fact('2026-02-15', { kind: 'frozen', until: '2026-02-14' })],
    [undefined, fact('2026-02-15', { kind: 'frozen' })],
  ])('%s', (code, told) => expect(refusalOf(told)).toBe(code));

  it.each<[string | undefined, LoanFact]>([
    [undefined, rescheduled(plan(['2026-06-15', 15_000_000], ['2026-07-15', 25_000_000]))],
    [undefined, rescheduled(plan(['2026-07-15', 60_000_000]), { ...keep, overduePrincipal: 'spread' })],
    ['PlanNotTheDebt', rescheduled(plan(['2026-07-15', 60_000_000]))],
    ['InstalmentBeyondMaturity', rescheduled(plan(['2026-07-16', 40_000_000]))],
    ['InstalmentNotAhead', rescheduled(plan(['2026-04-01', 40_000_000]))],
    ['CustomDaysNotGrowing', rescheduled(plan(['2026-06-15', 20_000_000], ['2026-06-15', 20_000_000]))],
    ['CustomPlanEmpty', rescheduled([])],
    [undefined, extended('2026-07-16', [])],
    [undefined, extended('2026-09-15', plan(['2026-09-15', 40_000_000]))],
    ['MaturityNotLater', extended('2026-07-15', [])],
    ['InstalmentBeyondMaturity', extended('2026-09-15', plan(['2026-09-16', 40_000_000]))],
  ])('new dates: %s', (code, told) => expect(refusalOf(told)).toBe(code));

  const writtenOff = (amounts: Extract<LoanFact, { kind: 'writtenOff' }>['amounts']) =>
    fact('2026-04-01', { kind: 'writtenOff', amounts }, 'off');

  it('a write-off of more than is owed of a part', () => {
    expect(refusalOf(writtenOff({ principal: 60_000_000, overdueInterest: 83_836 }))).toBeUndefined();
    expect(refusalOf(writtenOff({ principal: 60_000_001 }))).toBe('WriteOffAboveOwed');
    expect(refusalOf(writtenOff({ overdueInterest: 83_837 }))).toBe('WriteOffAboveOwed');
    expect(refusalOf(writtenOff({ principal: 0 }))).toBe('NothingWrittenOff');
  });

  it('a recovery before a write-off, or of more than was written off', () => {
    const recovered = (amount: number, on = '2026-05-01') => fact(on, { kind: 'recovered', amount });
    const facts = [...loan, writtenOff({ principal: 1_000_000 })];
    expect(refusalOf(recovered(1_000_000), facts)).toBeUndefined();
    expect(refusalOf(recovered(1_000_001), facts)).toBe('RecoveryAboveWriteOff');
    expect(refusalOf(recovered(1, '2026-03-31'), facts)).toBe('RecoveryWithoutWriteOff');
    expect(refusalOf(recovered(1))).toBe('RecoveryWithoutWriteOff');
  });

  it('does not look at what comes after: a payment booked late leaves less to write off than was', () => {
    const facts = [...loan, writtenOff({ principal: 60_000_000 })];
    expect(refusalOf(fact('2026-03-31', { kind: 'repaid', amount: 1_000_000 }), facts)).toBeUndefined();
    expect(() => checkFacts(terms, [...facts, fact('2026-03-31', { kind: 'repaid', amount: 1_000_000 })], everyDay)).toThrow(
      LendingError,
    );
    expect(() => checkFacts(terms, facts, everyDay)).not.toThrow();
  });
});
