import { addDays, fold, Refusal, type Fact } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { ALLOCATIONS, DAY_COUNTS, PREPAYMENTS, ledgerFrom, ledgerOf, statementFromRow } from '@soquy/lending';
import fc from 'fast-check';
import { loan, type LoanCommands } from './loan.decider.js';
import { loanEvents } from './loan.events.js';
import { asRecorded } from './loan.lending.schedule.js';
import { measureLoan, measureOf } from './loan.measure.schedule.js';
import { base, loanId } from './loan.scenario.js';
import { planOf } from './loan.schedule.js';
import { debtOf, type Loan } from './loan.state.js';
import { loanKept, loanRow, loanSummary, type LoanRow } from './loan.summary.js';

const START = '2024-01-31';
const MILLION = 1_000_000;
const borrowing = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Nhà lưới' };
const by = (personId: string) => ({ personId });

const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(START, days));
const someAmount = fc.oneof(fc.integer({ min: 1, max: 40 * MILLION }), fc.integer({ min: 1, max: 3_000 }));
const someRates = fc.record({
  annualRateBasisPoints: fc.integer({ min: 0, max: 2_000 }),
  overdueRatePercent: fc.constantFrom(100, 150),
  allocation: fc.constantFrom(...ALLOCATIONS),
});
const someMethod = fc.constantFrom(
  { method: 'equalPrincipal', instalmentEveryMonths: 3 } as const,
  { method: 'bullet' } as const,
  { method: 'annuity', instalmentEveryMonths: 2, multipleOfVnd: 1_000 } as const,
  { method: 'percentOfPrincipal', instalmentEveryMonths: 2, principalBasisPoints: 700 } as const,
  { method: 'fixedInstalment', instalmentEveryMonths: 4, instalmentVnd: 30 * MILLION } as const,
  {
    method: 'custom',
    instalments: [
      { dueOn: '2024-06-15', principalVnd: 40 * MILLION },
      { dueOn: '2024-12-29', principalVnd: 60 * MILLION },
    ],
  } as const,
);
const somePolicies = fc.record(
  {
    graceMonths: fc.constantFrom(0, 4),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    prepayment: fc.constantFrom(...PREPAYMENTS),
    paymentDay: fc.constantFrom(5, 31),
    lateInterestBasisPoints: fc.integer({ min: 1, max: 1_000 }),
    lateInterestCapPercent: fc.constantFrom(5, 100),
  },
  { requiredKeys: [] },
);

interface Life {
  readonly approval: Omit<LoanCommands['ApproveLoan'], 'loanId' | 'effectiveOn'>;
  /** Of before the books, instead of lent in them. */
  readonly isOpened: boolean;
  readonly drawings: readonly (readonly [string, number])[];
  readonly repayments: readonly (readonly [string, number, number | undefined])[];
  readonly takenBack: readonly number[];
}
const someLife: fc.Arbitrary<Life> = fc.record({
  approval: fc.tuple(someRates, someMethod, somePolicies).map(([rates, method, policies]) => ({
    ...{ amountVnd: 100 * MILLION, termMonths: 12, interestEveryMonths: 2, ...rates, ...method, ...policies },
    ...(method.method === 'custom' && { instalments: [...method.instalments] }),
  })) as fc.Arbitrary<Life['approval']>,
  isOpened: fc.boolean(),
  drawings: fc.array(fc.tuple(someDay, someAmount), { maxLength: 2 }),
  repayments: fc.array(fc.tuple(someDay, someAmount, fc.option(fc.integer({ min: 0, max: 30 * MILLION }), { nil: undefined })), {
    maxLength: 8,
  }),
  takenBack: fc.array(fc.nat(), { maxLength: 2 }),
});

const newFile = () => new Rehearsal(loan, loanEvents, base);

/** Recorded in any order of days; what is refused leaves nothing, and corrections take back what may be taken back. */
function live({ approval, isOpened, drawings, repayments, takenBack }: Life): readonly Fact[] {
  const file = newFile();
  if (isOpened) file.record('OpenLoanBalance', { ...opening, ...ratesOf(approval), effectiveOn: START });
  else lend(file, approval);
  for (const [effectiveOn, amountVnd] of drawings) file.attempt('DisburseLoan', { loanId, amountVnd, effectiveOn }, by('teller'));
  for (const [effectiveOn, amountVnd, principalVnd] of repayments)
    file.attempt('RecordRepayment', { loanId, amountVnd, effectiveOn, ...(principalVnd !== undefined && { principalVnd }) });
  return takenBack.reduce(takeBack, file.facts);
}

const opening = {
  ...borrowing,
  principalVnd: 90 * MILLION,
  overdueSince: '2023-12-15',
  overdueInterestVnd: 400_000,
  accruedInterestVnd: 123_456,
  remainingSchedule: ['2024-04-30', '2024-08-31', '2024-12-29'].map((dueOn) => ({ dueOn, principalVnd: 20 * MILLION })),
};
const ratesOf = ({ annualRateBasisPoints, overdueRatePercent, allocation }: Life['approval']) => ({
  ...{ annualRateBasisPoints, overdueRatePercent },
  ...(allocation && { allocation }),
});

function lend(file: ReturnType<typeof newFile>, approval: Life['approval']): void {
  file.record('ApplyForLoan', { ...borrowing, amountVnd: 100 * MILLION, termMonths: 12, effectiveOn: START }, by('officer'));
  file.record('AppraiseLoan', { loanId, effectiveOn: START }, by('appraiser'));
  file.record('ApproveLoan', { ...approval, loanId, effectiveOn: START }, by('manager'));
  file.record('DisburseLoan', { loanId, amountVnd: 60_000_001, effectiveOn: START }, by('teller'));
}

function takeBack(facts: readonly Fact[], pick: number): readonly Fact[] {
  const { type, id, data, effectiveOn } = facts[pick % facts.length]!;
  if (!['RepaymentReceived', 'LoanDisbursed'].includes(type)) return facts;
  const check = loan.reversible[type as 'LoanDisbursed'] as (without: Loan, data: object) => void;
  try {
    check(fold(loan, facts, { except: id }), data);
  } catch (error) {
    if (error instanceof Refusal) return facts;
    throw error;
  }
  return [...facts, { type: 'CorrectionApproved', data: { eventId: id }, id: `correction-of-${id}`, effectiveOn }];
}

/** As it comes back from the read model. */
const stored = (state: Loan): LoanRow => JSON.parse(JSON.stringify(loanRow(state))) as LoanRow;

describe('the row of a loan', () => {
  it('says of any later day, known at any time, what the fold over all facts says', () => {
    let lent = 0;
    fc.assert(
      fc.property(someLife, fc.nat(), someDay, fc.nat(400), (life, known, until, days) => {
        const all = live(life);
        const facts = all.slice(0, 1 + (known % all.length));
        const state = fold(loan, facts, { until });
        const row = stored(state);
        const day = addDays(until, days);
        if (state.status !== 'disbursed') return expect(measureLoan(row, day).active).toBe(false);
        lent += 1;
        const ledger = ledgerOf(debtOf(state).terms, debtOf(state).facts, asRecorded);
        expect(statementFromRow(row.terms!, row.account!, day)).toEqual(ledger.on(day));
        expect(measureLoan(row, day)).toEqual(measureOf(ledger.position(day)));
      }),
      { numRuns: 400 },
    );
    expect(lent).toBeGreaterThan(100);
  });

  it('as it is kept measures the same on any later day, and nothing overdue before it is quiet no more', () => {
    let quiet = 0;
    fc.assert(
      fc.property(someLife, someDay, fc.nat(400), (life, until, days) => {
        const state = fold(loan, live(life), { until });
        const kept = JSON.parse(JSON.stringify(loanKept(state))) as LoanRow;
        const day = addDays(until, days);
        expect(measureLoan(kept, day)).toEqual(measureLoan(stored(state), day));
        expect(kept).not.toHaveProperty('schedule');
        const { status, quietUntil } = loanSummary(state);
        if (status === 'none' || !kept.account || quietUntil! <= kept.account.on) return;
        quiet += 1;
        const eve = quietUntil === '9999-12-31' ? day : addDays(quietUntil!, -1);
        expect(measureLoan(kept, eve)).toMatchObject({ overduePrincipalVnd: 0, overdueInterestVnd: 0, daysOverdue: 0 });
      }),
      { numRuns: 600 },
    );
    expect(quiet).toBeGreaterThan(50);
  });

  it('goes on, with the schedule as its plan, as the loan does: a repayment can be tried on it', () => {
    fc.assert(
      fc.property(someLife, someAmount, fc.nat(300), (life, amount, days) => {
        const state = fold(loan, live(life));
        fc.pre(state.status === 'disbursed');
        const row = stored(state);
        const day = addDays(row.account!.on, days);
        const tried = { id: 'tried', on: day, kind: 'repaid', amount } as const;
        const { terms, facts } = debtOf(state as Extract<Loan, { status: 'disbursed' }>);
        const later = addDays(day, 100);
        const plan = planOf(row.schedule!);
        const expected = ledgerOf(terms, [...facts, tried], asRecorded);
        expect(ledgerFrom({ ...row.terms!, plan }, row.account!, [tried]).on(later)).toEqual(expected.on(later));
      }),
    );
  });

  it('of a decided loan has its terms, so that a schedule can be drawn before money is', () => {
    fc.assert(
      fc.property(someLife, ({ approval }) => {
        const file = newFile();
        lend(file, approval);
        const decided = fold(loan, file.facts.slice(0, 3));
        expect(stored(decided)).toMatchObject({ status: 'approved', terms: { principal: 100 * MILLION } });
        const drawn = stored(fold(loan, file.facts.slice(0, 4)));
        const days = statementFromRow(drawn.terms!, drawn.account!, START).instalments.map(({ dueOn }) => dueOn);
        expect(drawn.schedule!.map(({ dueOn }) => dueOn)).toEqual(expect.arrayContaining(days));
      }),
    );
  });

  it('is the same whichever of two drawings of a day is folded first', () => {
    fc.assert(
      fc.property(someLife, ({ approval }) => {
        const file = newFile();
        lend(file, approval);
        file.record('DisburseLoan', { loanId, amountVnd: 10 * MILLION, effectiveOn: START }, by('teller'));
        const [first, second] = file.facts.slice(3);
        const turned = [...file.facts.slice(0, 3), { ...first!, id: 'event-0005' }, { ...second!, id: 'event-0004' }];
        const [row, other] = [fold(loan, file.facts), fold(loan, turned)].map(stored) as [LoanRow, LoanRow];
        expect(other.schedule).toEqual(row.schedule);
        expect(measureLoan(other, '2024-12-31')).toEqual(measureLoan(row, '2024-12-31'));
        expect(loanSummary(fold(loan, turned)).status).toBe('disbursed');
      }),
    );
  });
});
