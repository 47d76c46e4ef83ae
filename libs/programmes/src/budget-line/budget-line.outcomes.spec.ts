import { percentHalfUp } from '@soquy/kernel';
import { Rehearsal, tally, type Step } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import * as fc from 'fast-check';
import { budgetLine, type BudgetLineCommands } from './budget-line.decider.js';
import { budgetLineEvents, type BudgetLineEvents } from './budget-line.events.js';
import { budgetLineOutcomes } from './budget-line.outcomes.js';
import type { BudgetLine } from './budget-line.state.js';

const budgetLineId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const programmeId = '0d6bb0a5-9c0b-5e0e-8c11-6f8b0b3d9a01';

/** What the read side answers before each step: the least that is left from that day on, by the line's own figures. */
function available(rehearsal: Line, from: string): number {
  const days = [from, ...rehearsal.facts.map(({ effectiveOn }) => effectiveOn).filter((day) => day > from)];
  return Math.min(...days.map((day) => figures(rehearsal, day)).map(({ allocated, committed }) => allocated - committed));
}

type Line = Rehearsal<BudgetLine, BudgetLineEvents, BudgetLineCommands>;

function line(...steps: Step<BudgetLineCommands>[]): Line {
  const rehearsal: Line = new Rehearsal(budgetLine, budgetLineEvents, occasion({ objectId: budgetLineId }));
  rehearsal.record('AllocateBudgetLine', {
    programmeId,
    title: 'Khuyến công',
    source: 'industrialPromotion',
    budgetYear: 2026,
    allocatedVnd: 300,
    effectiveOn: '2026-01-15',
  });
  for (const [name, command] of steps) {
    const stocks = { available: available(rehearsal, command.effectiveOn) };
    rehearsal.attempt(...([name, command, { stocks }] as Step<BudgetLineCommands>));
  }
  return rehearsal;
}
const figures = (rehearsal: Line, until = '9999-12-31') => {
  const figure = tally(budgetLine, budgetLineOutcomes, [rehearsal.facts.filter(({ effectiveOn }) => effectiveOn <= until)]);
  const [allocated, committed, disbursed] = (['budget.allocated', 'budget.committed', 'budget.disbursed'] as const).map(
    (metric) => figure(metric).value,
  ) as [number, number, number];
  return { allocated, committed, disbursed };
};
const commit = (amountVnd: number, effectiveOn = '2026-02-01') =>
  ['CommitBudget', { budgetLineId, purpose: 'Máy may', amountVnd, effectiveOn }] as const;

describe('what a budget line adds to figures', () => {
  it('EX-19b: an advance of 100 and then 200 accepted, 60 of it worked off, is 80 %, not 100 %', () => {
    const offset = line(
      commit(300),
      ['DisburseBudget', { budgetLineId, amountVnd: 100, effectiveOn: '2026-03-01' }],
      ['DisburseBudget', { budgetLineId, amountVnd: 200, effectiveOn: '2026-06-01' }],
      ['RecoverDisbursement', { budgetLineId, amountVnd: 60, effectiveOn: '2026-06-01' }],
    );
    const { allocated, disbursed } = figures(offset);
    expect([disbursed, percentHalfUp(disbursed, allocated)]).toEqual([240, 80]);
  });

  it('EX-20: January money of the year before stays with that year, source and programme', () => {
    const paid = line(commit(100), [
      'DisburseBudget',
      { budgetLineId, amountVnd: 40, acceptedOn: '2026-12-28', effectiveOn: '2027-01-20' },
    ]);
    const figure = tally(budgetLine, budgetLineOutcomes, [paid.facts]);
    expect(figure('budget.disbursed', ({ budgetYear }) => budgetYear === 2026).value).toBe(40);
    expect(figure('budget.disbursed', ({ budgetYear }) => budgetYear === 2027).value).toBe(0);
    const dimensions = { programmeId, budgetLineId, source: 'industrialPromotion', budgetYear: 2026 };
    expect(budgetLineOutcomes.dimensions(paid.state)).toEqual(dimensions);
    expect(paid.facts.every(({ data }) => (data as { budgetYear?: number }).budgetYear === 2026)).toBe(true);
  });

  it('a refund lowers what is disbursed from its own day on, and not before', () => {
    const refunded = line(
      commit(100),
      ['DisburseBudget', { budgetLineId, amountVnd: 100, effectiveOn: '2026-03-01' }],
      ['RecoverDisbursement', { budgetLineId, amountVnd: 30, effectiveOn: '2026-05-04' }],
    );
    expect(figures(refunded, '2026-05-03').disbursed).toBe(100);
    expect(figures(refunded, '2026-05-04').disbursed).toBe(70);
  });

  it('committed never exceeds allocated, nor paid committed, on any day, in whatever order facts come in', () => {
    const day = fc.integer({ min: 10, max: 24 }).map((of) => `2026-01-${of}`);
    const amount = fc.integer({ min: 1, max: 200 });
    const number = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    const step: fc.Arbitrary<Step<BudgetLineCommands>> = fc.oneof(
      fc.tuple(fc.constant('CommitBudget' as const), fields({ purpose: fc.constant('Máy may'), amountVnd: amount })),
      fc.tuple(fc.constant('AdjustBudgetLine' as const), fields({ increaseVnd: amount })),
      fc.tuple(fc.constant('AdjustBudgetLine' as const), fields({ decreaseVnd: amount })),
      fc.tuple(
        fc.constant('ReleaseCommitment' as const),
        fields({ commitmentNumber: fc.integer({ min: 1, max: 4 }), amountVnd: fc.option(amount, { nil: undefined }) }),
      ),
      fc.tuple(fc.constant('DisburseBudget' as const), fields({ commitmentNumber: number, amountVnd: amount })),
      fc.tuple(fc.constant('RecoverDisbursement' as const), fields({ commitmentNumber: number, amountVnd: amount })),
    ) as never;
    function fields(of: Record<string, fc.Arbitrary<unknown>>) {
      return fc.record({ ...of, budgetLineId: fc.constant(budgetLineId), effectiveOn: day });
    }
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const recorded = line(...steps);
        for (const until of new Set(recorded.facts.map(({ effectiveOn }) => effectiveOn))) {
          const { allocated, committed, disbursed } = figures(recorded, until);
          expect([until, disbursed >= 0, disbursed <= committed, committed <= allocated]).toEqual([until, true, true, true]);
        }
        const { allocated, disbursed } = figures(recorded);
        expect(recorded.state).toMatchObject({ allocatedVnd: allocated, disbursedVnd: disbursed });
      }),
      { numRuns: 300 },
    );
  });
});
