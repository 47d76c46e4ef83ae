import { addDays, fold, type Fact } from '@soquy/kernel';
import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import fc from 'fast-check';
import type { Allocation } from './loan.terms.schedule.js';
import { loan } from './loan.decider.js';
import { loanEvents, type LoanEvents } from './loan.events.js';
import { measureLoan, type LoanMeasure } from './loan.measure.schedule.js';
import { loanOutcomes } from './loan.outcomes.js';
import { loanRow } from './loan.summary.js';

const loanId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const base = occasion({ objectId: loanId, organisations: { 'htx-1': organisation } });
const START = '2024-01-31';
const APPROVED = 100_000_000;

interface Life {
  readonly allocation: Allocation;
  readonly method: 'equalPrincipal' | 'bullet';
  readonly rate: number;
  readonly everyMonths: number;
  readonly drawnVnd: number;
  readonly repayments: readonly { readonly on: string; readonly amountVnd: number; readonly principalVnd: number | undefined }[];
}
const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(START, days));
const life: fc.Arbitrary<Life> = fc.record({
  allocation: fc.constantFrom('overduePrincipalFirst', 'interestFirst'),
  method: fc.constantFrom('equalPrincipal', 'bullet'),
  rate: fc.integer({ min: 0, max: 2_000 }),
  everyMonths: fc.integer({ min: 1, max: 6 }),
  drawnVnd: fc.integer({ min: 1, max: APPROVED }),
  repayments: fc.array(
    fc.record({
      on: someDay,
      amountVnd: fc.oneof(fc.integer({ min: 1, max: 30_000_000 }), fc.integer({ min: 1, max: 3_000 })),
      principalVnd: fc.option(fc.integer({ min: 0, max: 30_000_000 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  ),
});

/** Lives a loan through; repayments come in any order of days, and those refused leave nothing. */
function live({ allocation, method, rate, everyMonths, drawnVnd, repayments }: Life) {
  const rehearsal = new Rehearsal(loan, loanEvents, base);
  const by = (personId: string) => ({ personId });
  const application = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Nhà lưới', amountVnd: APPROVED, termMonths: 12 };
  rehearsal.record('ApplyForLoan', { ...application, effectiveOn: START }, by('officer'));
  rehearsal.record('AppraiseLoan', { loanId, effectiveOn: START }, by('appraiser'));
  const periods = { termMonths: 12, instalmentEveryMonths: everyMonths, interestEveryMonths: everyMonths };
  const rates = { annualRateBasisPoints: rate, overdueRatePercent: 150, allocation, method };
  rehearsal.record('ApproveLoan', { loanId, amountVnd: APPROVED, ...periods, ...rates, effectiveOn: START }, by('manager'));
  rehearsal.record('DisburseLoan', { loanId, amountVnd: drawnVnd, effectiveOn: START }, by('teller'));
  for (const { on, amountVnd, principalVnd } of repayments)
    rehearsal.attempt('RecordRepayment', {
      loanId,
      amountVnd,
      effectiveOn: on,
      ...(principalVnd !== undefined && { principalVnd }),
    });
  return rehearsal.facts;
}
const repaymentsIn = (facts: readonly Fact[]) => facts.filter(({ type }) => type === 'RepaymentReceived');
const on = (facts: readonly Fact[], day: string): LoanMeasure => measureLoan(loanRow(fold(loan, facts, { until: day })), day);
const takenBack = ({ id, effectiveOn }: Fact): Fact => ({
  type: 'CorrectionApproved',
  data: { eventId: id },
  id: `correction-of-${id}`,
  effectiveOn,
});
const amounts = ({ active: _, ...measured }: LoanMeasure) => Object.values(measured);

describe('whatever is recorded in whatever order', () => {
  it('principal is conserved: drawn is outstanding and repaid, and so say the entries of the fund', () => {
    fc.assert(
      fc.property(life, someDay, (one, day) => {
        const facts = live(one).filter(({ effectiveOn }) => effectiveOn <= day);
        const figure = tally(loan, loanOutcomes, [facts]);
        const { outstandingVnd } = on(facts, day);
        expect(outstandingVnd + figure('loan.principalCollected').value).toBe(one.drawnVnd);
        expect(figure('fund.outstanding').value).toBe(outstandingVnd);
        expect(figure('fund.reserved').value).toBe(-one.drawnVnd);
      }),
    );
  });

  it('every đồng paid is principal or interest', () => {
    fc.assert(
      fc.property(life, (one) => {
        const facts = live(one);
        const paid = repaymentsIn(facts).map(({ data }) => data as LoanEvents['RepaymentReceived']);
        const figure = tally(loan, loanOutcomes, [facts]);
        const collected = figure('loan.principalCollected').value + figure('loan.interestCollected').value;
        expect(collected).toBe(paid.reduce((sum, { amountVnd }) => sum + amountVnd, 0));
      }),
    );
  });

  it('the same facts in any recording order give the same measures', () => {
    fc.assert(
      fc.property(life, someDay, fc.infiniteStream(fc.nat()), (one, day, keys) => {
        const facts = live(one);
        const shuffled = facts.map((fact) => ({ fact, key: keys.next().value as number })).sort((a, b) => a.key - b.key);
        const other = shuffled.map(({ fact }) => fact);
        expect(on(other, day)).toEqual(on(facts, day));
      }),
    );
  });

  it('nothing is ever negative, parts stay within their wholes, and late is what has days overdue', () => {
    fc.assert(
      fc.property(life, someDay, (one, day) => {
        const measured = on(live(one), day);
        expect(Math.min(...amounts(measured))).toBeGreaterThanOrEqual(0);
        expect(measured.overduePrincipalVnd).toBeLessThanOrEqual(measured.outstandingVnd);
        expect(measured.overdueInterestVnd).toBeLessThanOrEqual(measured.interestDueVnd);
        expect(measured.interestDueVnd).toBeLessThanOrEqual(measured.interestAccruedVnd);
        expect(measured.daysOverdue > 0).toBe(measured.overduePrincipalVnd + measured.overdueInterestVnd > 0);
        expect(measured.active).toBe(measured.outstandingVnd + measured.interestAccruedVnd > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('a reversed repayment restores what would have been without it, and any repayment can be reversed', () => {
    fc.assert(
      fc.property(life, someDay, fc.nat(), (one, day, pick) => {
        const facts = live(one);
        const repayments = repaymentsIn(facts);
        fc.pre(repayments.length > 0);
        const reversed = repayments[pick % repayments.length]!;
        const corrected = [...facts, takenBack(reversed)];
        expect(on(corrected, day)).toEqual(
          on(
            facts.filter(({ id }) => id !== reversed.id),
            day,
          ),
        );
        expect(Math.min(...amounts(on(corrected, day)))).toBeGreaterThanOrEqual(0);
        const check = loan.reversible.RepaymentReceived as (without: unknown, data: object) => void;
        expect(() => check(fold(loan, facts, { except: reversed.id }), reversed.data)).not.toThrow();
      }),
    );
  });

  it('what is owed on a day, paid on that day, settles the loan for good', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 900 }), (one, days) => {
        const facts = live(one);
        const last = repaymentsIn(facts).reduce(
          (latest, { effectiveOn }) => (effectiveOn > latest ? effectiveOn : latest),
          START,
        );
        const day = addDays(last, days);
        const { outstandingVnd, interestAccruedVnd, interestAdvanceVnd, active } = on(facts, day);
        fc.pre(active);
        const amountVnd = outstandingVnd + interestAccruedVnd - interestAdvanceVnd;
        const decided = loan.decide.RecordRepayment(fold(loan, facts), { loanId, amountVnd, effectiveOn: day }, base);
        const settled = [...facts, { ...decided[0]!, id: 'event-9999', effectiveOn: day }];
        expect(on(settled, addDays(day, 1_000))).toMatchObject({ active: false, interestAdvanceVnd: 0, daysOverdue: 0 });
      }),
    );
  });
});
