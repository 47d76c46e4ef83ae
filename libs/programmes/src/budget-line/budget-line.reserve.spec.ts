import { evolveAll, fixedRules, Refusal } from '@soquy/kernel';
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
/** The line's figures where activities gave nothing back: what its own facts say. */
const held = (past: readonly BudgetLineEvent[], on = '2026-03-01') => {
  const line = given(...past).state();
  const free = line.status === 'none' ? [] : line.free.filter((step) => step.on <= on);
  return { allocated: 100, committed: 100 - free.reduce((sum, { vnd }) => sum + vnd, 0) };
};
const reserve = (past: readonly BudgetLineEvent[], commandId: string, amountVnd: number, over: object = {}, read = held(past)) =>
  budgetLineReserve.decide(given(...past).state(), { budgetLineId, amountVnd, committedOn: '2026-03-01' }, read, {
    ...occasion(over),
    objectStream,
    commandId,
  });
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
  it('asks what stands committed by the figures, and commits at once', () => {
    expect(budgetLineReserve.asks({ budgetLineId, amountVnd: 1, committedOn: '2026-03-01' })).toEqual({
      allocated: { metrics: ['budget.allocated'], budgetLineId },
      committed: { metrics: ['budget.committed'], budgetLineId },
    });
    expect(reserve([allocated], 'c-1', 100)).toEqual([reserved('c-1', 100)]);
  });

  it('never takes the same đồng twice', () => {
    expect(refusalOf(() => reserve([allocated, reserved('c-1', 60)], 'c-2', 41))).toEqual([
      'BudgetLineExhausted',
      { availableVnd: 40, amountVnd: 41 },
      'state',
    ]);
    expect(reserve([allocated, reserved('c-1', 60)], 'c-1', 60)).toEqual([]);
  });

  it('takes again what an activity gave back by a fact of its own, and no more', () => {
    const past = [allocated, reserved('c-1', 60)];
    expect(reserve(past, 'c-2', 45, {}, { allocated: 100, committed: 55 })).toEqual([reserved('c-2', 45)]);
    expect(refusalOf(() => reserve(past, 'c-2', 46, {}, { allocated: 100, committed: 55 }))).toEqual([
      'BudgetLineExhausted',
      { availableVnd: 45, amountVnd: 46 },
      'state',
    ]);
  });

  it('takes it from the day on which it was given back, and not before', () => {
    const past = [allocated, reserved('c-1', 100, '2026-02-01')];
    const stillHeld = { allocated: 100, committed: 100 };
    expect(refusalOf(() => reserve(past, 'c-2', 1, {}, stillHeld))).toEqual([
      'BudgetLineExhausted',
      { availableVnd: 0, amountVnd: 1 },
      'state',
    ]);
  });

  it('shares the line with its own commitments, which are not paid from what activities hold', () => {
    const past = given(allocated, reserved('c-1', 60));
    past
      .when('CommitBudget', { budgetLineId, purpose: 'Máy may', amountVnd: 41, effectiveOn: '2026-03-02' })
      .thenRefused('BudgetLineExhausted', { availableVnd: 40, amountVnd: 41 });
    past
      .when('DisburseBudget', { budgetLineId, amountVnd: 1, effectiveOn: '2026-03-02' })
      .thenRefused('BeyondCommitment', { availableVnd: 0, amountVnd: 1 });
    expect(budgetLineRow(past.state())).toMatchObject({ committedVnd: 60, reservedVnd: 60, availableVnd: 40, reservations: 1 });
  });

  it('keeps to the days of the line', () => {
    const early = () =>
      budgetLineReserve.decide(
        given(allocated).state(),
        { budgetLineId, amountVnd: 1, committedOn: '2026-01-14' },
        held([allocated], '2026-01-14'),
        {
          ...occasion(),
          objectStream,
          commandId: 'c-1',
        },
      );
    expect(refusalOf(early)).toEqual(['BeforeAllocation', { allocatedOn: '2026-01-15' }, 'state']);
    const rules = fixedRules({ 'budget.settlement.end': [2, 28] });
    expect(reserve([allocated], 'c-1', 1, { rules })).toEqual([
      { type: 'BudgetReserved', data: { ...reserved('c-1', 1).data, settlementEndOn: '2027-02-28' } },
    ]);
  });

  it('is undone from its own day on, once, and only for the command that took it', () => {
    const state = given(allocated, reserved('c-1', 60), reserved('c-2', 10)).state();
    expect(budgetLineReserve.release(state, 'c-1', '2026-04-01')).toEqual([freed('c-1', 60)]);
    expect(budgetLineReserve.release(state, 'c-3', '2026-04-01')).toEqual([]);
    const after = given(allocated, reserved('c-1', 60), reserved('c-2', 10), freed('c-1', 60)).state();
    expect(budgetLineReserve.release(after, 'c-1', '2026-04-01')).toEqual([]);
    expect(after).toMatchObject({ committedVnd: 10, reservedVnd: 10 });
  });

  it('is replaced by another wish of the same command, on the same day or another', () => {
    for (const day of ['2026-03-01', '2026-02-01', '2026-04-01']) {
      const replaced = [allocated, reserved('c-1', 60), freed('c-1', 60), reserved('c-1', 70, day)];
      const state = given(...replaced).state();
      expect(state).toMatchObject({ committedVnd: 70, reservedVnd: 70 });
      const again = { ...freed('c-1', 70).data, releasedOn: day };
      expect(budgetLineReserve.release(state, 'c-1', '2026-04-02')).toEqual([{ type: 'BudgetReservationReleased', data: again }]);
    }
  });

  it('is let go in the midst of later facts, as the gateway does before it decides anew', () => {
    const state = given(allocated, reserved('c-1', 60), reserved('c-2', 40, '2026-06-01')).state();
    const freed = evolveAll(budgetLine, budgetLineReserve.release(state, 'c-1', '2026-07-01'), state);
    const wish = { budgetLineId, amountVnd: 60, committedOn: '2026-02-01' };
    const again = { ...occasion(), objectStream, commandId: 'c-1' };
    expect(budgetLineReserve.decide(freed, wish, { allocated: 100, committed: 0 }, again)).toEqual([
      reserved('c-1', 60, '2026-02-01'),
    ]);
  });
});
