import { known, type CommandsOf, type Decider, type StockQuestion } from '@soquy/kernel';
import type * as commands from './budget-line.commands.js';
import type { BudgetLineEvents, CommitmentShare } from './budget-line.events.js';
import { availableIn, committable, refuse, standing, takenAgain, unsettled, withinAvailable } from './budget-line.rules.js';
import { lowestFrom, share, withStep } from './budget-line.schedule.js';
import type { BudgetLine, Commitment, Line } from './budget-line.state.js';

export type BudgetLineCommands = CommandsOf<typeof commands>;

const over =
  <Data>(change: (line: Line, data: Readonly<Data>) => Partial<Line>) =>
  (state: BudgetLine, data: Readonly<Data>): BudgetLine =>
    state.status === 'none' ? state : { ...state, ...change(state, data) };

export const budgetLine: Decider<BudgetLine, BudgetLineEvents, BudgetLineCommands> = {
  category: 'budgetLine',
  initial: { status: 'none' },

  evolve: {
    BudgetAllocated: (_, data) => ({
      ...data,
      status: 'allocated',
      disbursedVnd: 0,
      commitments: [],
      holds: {},
    }),
    BudgetIncreased: over(({ allocatedVnd }, { amountVnd }) => ({ allocatedVnd: allocatedVnd + amountVnd })),
    BudgetDecreased: over(({ allocatedVnd }, { amountVnd }) => ({ allocatedVnd: allocatedVnd - amountVnd })),
    BudgetCommitted: over((line, { commitmentNumber, purpose, amountVnd, committedOn }) => ({
      commitments: [
        ...line.commitments,
        { commitmentNumber, purpose, committedOn, unpaid: [{ on: committedOn, vnd: amountVnd }], paid: [] },
      ],
    })),
    BudgetCommitmentReleased: over((line, { commitmentNumber, amountVnd, releasedOn }) => ({
      commitments: line.commitments.map((one) =>
        one.commitmentNumber === commitmentNumber ? { ...one, unpaid: withStep(one.unpaid, releasedOn, -amountVnd) } : one,
      ),
    })),
    BudgetReserved: over((line, { commandId, objectStream, amountVnd, committedOn }) => ({
      holds: { ...line.holds, [commandId]: [...(line.holds[commandId] ?? []), { objectStream, amountVnd, committedOn }] },
    })),
    BudgetReservationReleased: over((line, { commandId, amountVnd, releasedOn }) => ({
      holds: withoutHold(line.holds, commandId, amountVnd, releasedOn),
    })),
    BudgetDisbursed: over((line, { amountVnd, shares, disbursedOn }) => paid(line, disbursedOn, amountVnd, shares, 1)),
    BudgetRecovered: over((line, { amountVnd, shares, recoveredOn }) => paid(line, recoveredOn, amountVnd, shares, -1)),
  },

  decide: {
    AllocateBudgetLine(state, { programmeId, title, source, budgetYear, allocatedVnd, effectiveOn }, { objectId, references }) {
      if (state.status !== 'none') return [];
      const programme = references[programmeId] as { readonly closedOn?: string } | undefined;
      if (programme?.closedOn && programme.closedOn < effectiveOn)
        refuse('ProgrammeClosedBefore', { closedOn: programme.closedOn });
      const line = { budgetLineId: objectId, programmeId, title, source, budgetYear, allocatedVnd };
      return [{ type: 'BudgetAllocated', data: { ...line, allocatedOn: effectiveOn } }];
    },

    AdjustBudgetLine(state, { increaseVnd, decreaseVnd, effectiveOn }, { stocks }) {
      if (state.status === 'none') return [];
      if ((increaseVnd === undefined) === (decreaseVnd === undefined)) refuse('IncreaseOrDecrease', {}, 'input');
      const of = standing(state, effectiveOn);
      if (increaseVnd !== undefined) {
        const mostVnd = Number.MAX_SAFE_INTEGER - state.allocatedVnd;
        if (increaseVnd > mostVnd) refuse('AllocationTooLarge', { mostVnd }, 'input');
        return [{ type: 'BudgetIncreased', data: { ...of, amountVnd: increaseVnd, increasedOn: effectiveOn } }];
      }
      withinAvailable(decreaseVnd!, stocks?.available);
      return [{ type: 'BudgetDecreased', data: { ...of, amountVnd: decreaseVnd!, decreasedOn: effectiveOn } }];
    },

    CommitBudget(state, { purpose, amountVnd, effectiveOn }, { rules, stocks }) {
      if (state.status === 'none') return [];
      const of = committable(state, { amountVnd, committedOn: effectiveOn }, stocks?.available, rules);
      const commitmentNumber = Math.max(0, ...state.commitments.map((one) => one.commitmentNumber)) + 1;
      return [{ type: 'BudgetCommitted', data: { ...of, commitmentNumber, purpose, amountVnd, committedOn: effectiveOn } }];
    },

    ReleaseCommitment(state, { commitmentNumber, amountVnd: wished, effectiveOn }) {
      if (state.status === 'none') return [];
      const of = standing(state, effectiveOn);
      const [commitment] = chosen(state, commitmentNumber);
      const availableVnd = lowestFrom(commitment!.unpaid, effectiveOn);
      const amountVnd = wished ?? availableVnd;
      if (amountVnd === 0) return [];
      if (amountVnd > availableVnd) refuse('BeyondCommitment', { availableVnd, amountVnd });
      return [{ type: 'BudgetCommitmentReleased', data: { ...of, commitmentNumber, amountVnd, releasedOn: effectiveOn } }];
    },

    DisburseBudget(state, { commitmentNumber, amountVnd, acceptedOn, effectiveOn }, { rules }) {
      if (state.status === 'none') return [];
      const of = standing(state, effectiveOn);
      const { budgetYear } = state;
      if (acceptedOn && Number(acceptedOn.slice(0, 4)) > budgetYear)
        refuse('AcceptedInAnotherYear', { budgetYear, acceptedOn }, 'input');
      const settlement = unsettled(state, effectiveOn, rules);
      const room = chosen(state, commitmentNumber).map(({ unpaid, ...one }) => ({
        ...one,
        vnd: lowestFrom(unpaid, effectiveOn),
      }));
      const shares = share(amountVnd, room);
      const availableVnd = sum(room.map(({ vnd }) => Math.max(vnd, 0)));
      if (amountVnd > availableVnd) refuse('BeyondCommitment', { availableVnd, amountVnd });
      const payment = { ...of, amountVnd, shares, ...known({ acceptedOn }), ...settlement };
      return [{ type: 'BudgetDisbursed', data: { ...payment, disbursedOn: effectiveOn } }];
    },

    RecoverDisbursement(state, { commitmentNumber, amountVnd, effectiveOn }) {
      if (state.status === 'none') return [];
      const of = standing(state, effectiveOn);
      const room = chosen(state, commitmentNumber)
        .toReversed()
        .map(({ paid: steps, ...one }) => ({ ...one, vnd: lowestFrom(steps, effectiveOn) }));
      const disbursedVnd = sum(room.map(({ vnd }) => Math.max(vnd, 0)));
      if (amountVnd > disbursedVnd) refuse('BeyondDisbursed', { disbursedVnd, amountVnd });
      return [{ type: 'BudgetRecovered', data: { ...of, amountVnd, shares: share(amountVnd, room), recoveredOn: effectiveOn } }];
    },
  },

  asks: {
    AdjustBudgetLine: (_, { budgetLineId, decreaseVnd }): Readonly<Record<string, StockQuestion>> =>
      decreaseVnd === undefined ? {} : { available: availableIn(budgetLineId) },
    CommitBudget: (_, { budgetLineId }) => ({ available: availableIn(budgetLineId) }),
  },

  // A commitment's number is never given twice, so a commitment is released rather than taken back.
  reversible: {
    BudgetAllocated: 'never',
    BudgetIncreased: 'always',
    BudgetDecreased: 'always',
    BudgetCommitted: 'never',
    BudgetCommitmentReleased: 'always',
    BudgetReserved: 'never',
    BudgetReservationReleased: 'never',
    BudgetDisbursed: soundWithout,
    BudgetRecovered: soundWithout,
  },

  retakes: {
    BudgetIncreased: (_, { budgetLineId, amountVnd, increasedOn }) => takenAgain(budgetLineId, amountVnd, increasedOn),
    BudgetCommitmentReleased: (_, { budgetLineId, amountVnd, releasedOn }) => takenAgain(budgetLineId, amountVnd, releasedOn),
  },
};

function paid(line: Line, on: string, amountVnd: number, shares: readonly CommitmentShare[], sign: 1 | -1): Partial<Line> {
  const byNumber = new Map(shares.map((one) => [one.commitmentNumber, sign * one.amountVnd]));
  const commitments = line.commitments.map((one) => {
    const vnd = byNumber.get(one.commitmentNumber);
    return vnd === undefined ? one : { ...one, unpaid: withStep(one.unpaid, on, -vnd), paid: withStep(one.paid, on, vnd) };
  });
  return { commitments, disbursedVnd: line.disbursedVnd + sign * amountVnd };
}

/** A hold is let go from its own day on; which of several, amount and day tell. */
function withoutHold(holds: Line['holds'], commandId: string, amountVnd: number, on: string): Line['holds'] {
  const { [commandId]: held = [], ...others } = holds;
  const freed = held.findIndex((hold) => hold.amountVnd === amountVnd && hold.committedOn === on);
  const left = held.filter((_, index) => index !== freed);
  return left.length > 0 ? { ...others, [commandId]: left } : others;
}

/** The one named, or all, the oldest first. */
function chosen({ commitments }: Line, commitmentNumber: number | undefined): readonly Commitment[] {
  if (commitmentNumber === undefined) return commitments.toSorted(byAge);
  const found = commitments.filter((one) => one.commitmentNumber === commitmentNumber);
  return found.length > 0 ? found : refuse('UnknownCommitment', { commitmentNumber }, 'input');
}

const byAge = (a: Commitment, b: Commitment) =>
  a.committedOn === b.committedOn ? a.commitmentNumber - b.commitmentNumber : a.committedOn < b.committedOn ? -1 : 1;

/** Without the fact, no more may have been paid or recovered of a commitment on any day than was there. */
function soundWithout(without: BudgetLine): void {
  if (without.status === 'none') return;
  const steps = without.commitments.flatMap(({ unpaid, paid: paidOf }) => [unpaid, paidOf]);
  const lowest = Math.min(0, ...steps.map((each) => lowestFrom(each, '')));
  if (lowest < 0) refuse('LaterFactsRestOnIt', { missingVnd: -lowest });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
