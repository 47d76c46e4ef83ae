import { fixedRules, Refusal } from '@soquy/kernel';
import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { budgetLine } from './budget-line.decider.js';
import { budgetLineEvents, type BudgetLineEvent } from './budget-line.events.js';
import { budgetLineReserve } from './budget-line.reserve.js';
import { budgetLineRow } from './budget-line.summary.js';

const budgetLineId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const of = { budgetLineId, budgetYear: 2026 };
const given = scenario(budgetLine, budgetLineEvents);
const allocated: BudgetLineEvent = {
  type: 'BudgetAllocated',
  data: {
    ...of,
    programmeId: 'p',
    title: 'Khuyến công',
    source: 'provincialBudget',
    allocatedVnd: 100,
    allocatedOn: '2026-01-15',
  },
};
const objectStream = 'trainingClass-1';
const reserved = (commandId: string, amountVnd: number, committedOn = '2026-03-01'): BudgetLineEvent => ({
  type: 'BudgetReserved',
  data: { ...of, commandId, objectStream, amountVnd, committedOn },
});
const freed = (commandId: string, amountVnd: number): BudgetLineEvent => ({
  type: 'BudgetReservationReleased',
  data: { ...of, commandId, objectStream, amountVnd, releasedOn: '2026-03-01' },
});
const reserve = (past: readonly BudgetLineEvent[], commandId: string, amountVnd: number, available: number, over: object = {}) =>
  budgetLineReserve.decide(
    given(...past).state(),
    { budgetLineId, amountVnd, committedOn: '2026-03-01' },
    { available },
    { ...occasion(over), objectStream, commandId },
  );
const refusalOf = (attempt: () => unknown) => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts, error.kind];
    throw error;
  }
  return undefined;
};

describe('reserving in a budget line', () => {
  it('asks what the figures say is left on the day and on every later one, and commits at once', () => {
    expect(budgetLineReserve.asks({ budgetLineId, amountVnd: 1, committedOn: '2026-03-01' })).toEqual({
      available: { metrics: ['budget.allocated'], minus: ['budget.committed'], budgetLineId, lowest: true },
    });
    expect(reserve([allocated], 'c-1', 100, 100)).toEqual([reserved('c-1', 100)]);
  });

  it('never takes more than that, and for one command once', () => {
    expect(refusalOf(() => reserve([allocated, reserved('c-1', 60)], 'c-2', 41, 40))).toEqual([
      'BudgetLineExhausted',
      { availableVnd: 40, amountVnd: 41 },
      'state',
    ]);
    expect(refusalOf(() => reserve([allocated], 'c-2', 1, -5))).toEqual([
      'BudgetLineExhausted',
      { availableVnd: 0, amountVnd: 1 },
      'state',
    ]);
    expect(reserve([allocated, reserved('c-1', 60)], 'c-1', 60, 40)).toEqual([]);
  });

  it('takes again what an activity gave back by a fact of its own', () => {
    expect(reserve([allocated, reserved('c-1', 100)], 'c-2', 45, 45)).toEqual([reserved('c-2', 45)]);
  });

  it('shares the line with its own commitments, which are not paid from what activities hold', () => {
    const past = given(allocated, reserved('c-1', 60));
    past
      .when('DisburseBudget', { budgetLineId, amountVnd: 1, effectiveOn: '2026-03-02' })
      .thenRefused('BeyondCommitment', { availableVnd: 0, amountVnd: 1 });
    const row = budgetLineRow(past.state());
    expect(row).toMatchObject({ allocatedVnd: 100, disbursedVnd: 0, reservations: 1 });
    expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['availableVnd']));
  });

  it('keeps to the days of the line', () => {
    const decide = (wish: object, rules = fixedRules({})) =>
      budgetLineReserve.decide(
        given(allocated).state(),
        { budgetLineId, amountVnd: 1, committedOn: '2026-03-01', ...wish },
        { available: 100 },
        { ...occasion({ rules }), objectStream, commandId: 'c-1' },
      );
    expect(refusalOf(() => decide({ committedOn: '2026-01-14' }))).toEqual([
      'BeforeAllocation',
      { allocatedOn: '2026-01-15' },
      'state',
    ]);
    const rules = fixedRules({ 'budget.settlement.end': [2, 28] });
    expect(decide({}, rules)).toEqual([
      { type: 'BudgetReserved', data: { ...reserved('c-1', 1).data, settlementEndOn: '2027-02-28' } },
    ]);
    expect(refusalOf(() => decide({ committedOn: '2027-03-01' }, rules))?.[0]).toBe('BudgetYearSettled');
    expect(decide({ committedOn: '2027-03-01', again: true }, rules)).toEqual([reserved('c-1', 1, '2027-03-01')]);
  });

  it('is undone from its own day on, once, and only for the command that took it', () => {
    const state = given(allocated, reserved('c-1', 60), reserved('c-2', 10)).state();
    expect(budgetLineReserve.release(state, 'c-1', '2026-04-01')).toEqual([freed('c-1', 60)]);
    expect(budgetLineReserve.release(state, 'c-3', '2026-04-01')).toEqual([]);
    const after = given(allocated, reserved('c-1', 60), reserved('c-2', 10), freed('c-1', 60)).state();
    expect(budgetLineReserve.release(after, 'c-1', '2026-04-01')).toEqual([]);
    expect(budgetLineRow(after)).toMatchObject({ reservations: 1 });
  });

  it('is replaced by another wish of the same command, on the same day or another', () => {
    for (const day of ['2026-03-01', '2026-02-01', '2026-04-01']) {
      const replaced = [allocated, reserved('c-1', 60), freed('c-1', 60), reserved('c-1', 70, day)];
      const state = given(...replaced).state();
      const again = { ...freed('c-1', 70).data, releasedOn: day };
      expect(budgetLineReserve.release(state, 'c-1', '2026-04-02')).toEqual([{ type: 'BudgetReservationReleased', data: again }]);
    }
  });
});
