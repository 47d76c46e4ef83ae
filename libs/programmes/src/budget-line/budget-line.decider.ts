import { known, refuse as raise, type CommandsOf, type Decider, type Occasion, type Refuse } from '@soquy/kernel';
import type * as commands from './budget-line.commands.js';
import type { BudgetLineEvents, CommitmentShare } from './budget-line.events.js';
import { lowestFrom, share, withStep, type Step } from './budget-line.schedule.js';

type Allocated = BudgetLineEvents['BudgetAllocated'];

/** One commitment of the line itself; `unpaid` and `paid` by day, so that nothing back-dated breaks a later day. */
export interface Commitment {
  readonly commitmentNumber: number;
  readonly purpose: string;
  readonly committedOn: string;
  readonly unpaid: readonly Step[];
  readonly paid: readonly Step[];
}

/** What an activity holds. */
export type Hold = Pick<BudgetLineEvents['BudgetReserved'], 'objectStream' | 'amountVnd' | 'committedOn'>;

/** `free`: allocated less committed, by day. Reserved money counts as committed; its activity says itself what it paid. */
export type BudgetLine =
  | { readonly status: 'none' }
  | (Allocated & {
      readonly status: 'allocated';
      readonly committedVnd: number;
      readonly reservedVnd: number;
      /** Paid from the line's own commitments. */
      readonly disbursedVnd: number;
      readonly free: readonly Step[];
      readonly commitments: readonly Commitment[];
      /** By the command that took them; more than one only while one takes the place of another. */
      readonly holds: Readonly<Record<string, readonly Hold[]>>;
    });
export type Line = Exclude<BudgetLine, { status: 'none' }>;

export interface BudgetLineRefusals {
  BudgetLineExhausted: { availableVnd: number; amountVnd: number };
  BeforeAllocation: { allocatedOn: string };
  IncreaseOrDecrease: object;
  AllocationTooLarge: { mostVnd: number };
  UnknownCommitment: { commitmentNumber: number };
  BeyondCommitment: { availableVnd: number; amountVnd: number };
  BeyondDisbursed: { disbursedVnd: number; amountVnd: number };
  AcceptedInAnotherYear: { budgetYear: number; acceptedOn: string };
  BudgetYearSettled: { budgetYear: number; settlementEndOn: string };
  ProgrammeClosedBefore: { closedOn: string };
  LaterFactsRestOnIt: { missingVnd: number };
}
export type BudgetLineCommands = CommandsOf<typeof commands>;

const refuse: Refuse<BudgetLineRefusals> = raise;

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
      committedVnd: 0,
      reservedVnd: 0,
      disbursedVnd: 0,
      free: [{ on: data.allocatedOn, vnd: data.allocatedVnd }],
      commitments: [],
      holds: {},
    }),
    BudgetIncreased: over((line, { amountVnd, increasedOn }) => allocatedMore(line, increasedOn, amountVnd)),
    BudgetDecreased: over((line, { amountVnd, decreasedOn }) => allocatedMore(line, decreasedOn, -amountVnd)),
    BudgetCommitted: over((line, { commitmentNumber, purpose, amountVnd, committedOn }) => ({
      ...committedMore(line, committedOn, amountVnd),
      commitments: [
        ...line.commitments,
        { commitmentNumber, purpose, committedOn, unpaid: [{ on: committedOn, vnd: amountVnd }], paid: [] },
      ],
    })),
    BudgetCommitmentReleased: over((line, { commitmentNumber, amountVnd, releasedOn }) => ({
      ...committedMore(line, releasedOn, -amountVnd),
      commitments: line.commitments.map((one) =>
        one.commitmentNumber === commitmentNumber ? { ...one, unpaid: withStep(one.unpaid, releasedOn, -amountVnd) } : one,
      ),
    })),
    BudgetReserved: over((line, { commandId, objectStream, amountVnd, committedOn }) => ({
      ...committedMore(line, committedOn, amountVnd),
      reservedVnd: line.reservedVnd + amountVnd,
      holds: { ...line.holds, [commandId]: [...(line.holds[commandId] ?? []), { objectStream, amountVnd, committedOn }] },
    })),
    BudgetReservationReleased: over((line, { commandId, amountVnd, releasedOn }) => ({
      ...committedMore(line, releasedOn, -amountVnd),
      reservedVnd: line.reservedVnd - amountVnd,
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

    AdjustBudgetLine(state, { increaseVnd, decreaseVnd, effectiveOn }) {
      if (state.status === 'none') return [];
      if ((increaseVnd === undefined) === (decreaseVnd === undefined)) refuse('IncreaseOrDecrease', {}, 'input');
      const of = standing(state, effectiveOn);
      if (increaseVnd !== undefined) {
        const mostVnd = Number.MAX_SAFE_INTEGER - state.allocatedVnd;
        if (increaseVnd > mostVnd) refuse('AllocationTooLarge', { mostVnd }, 'input');
        return [{ type: 'BudgetIncreased', data: { ...of, amountVnd: increaseVnd, increasedOn: effectiveOn } }];
      }
      takeFree(state, decreaseVnd!, effectiveOn);
      return [{ type: 'BudgetDecreased', data: { ...of, amountVnd: decreaseVnd!, decreasedOn: effectiveOn } }];
    },

    CommitBudget(state, { purpose, amountVnd, effectiveOn }, { rules }) {
      if (state.status === 'none') return [];
      const of = committable(state, amountVnd, effectiveOn, rules);
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

  // A commitment's number is never given twice, so a commitment is released rather than taken back.
  reversible: {
    BudgetAllocated: 'never',
    BudgetIncreased: soundWithout,
    BudgetDecreased: soundWithout,
    BudgetCommitted: 'never',
    BudgetCommitmentReleased: soundWithout,
    BudgetReserved: 'never',
    BudgetReservationReleased: 'never',
    BudgetDisbursed: soundWithout,
    BudgetRecovered: soundWithout,
  },
};

const allocatedMore = ({ allocatedVnd, free }: Line, on: string, vnd: number) => ({
  allocatedVnd: allocatedVnd + vnd,
  free: withStep(free, on, vnd),
});

const committedMore = ({ committedVnd, free }: Line, on: string, vnd: number) => ({
  committedVnd: committedVnd + vnd,
  free: withStep(free, on, -vnd),
});

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

/** Nothing happens to a line before its allocation. Gives what every fact of the line says of it. */
function standing({ budgetLineId, budgetYear, allocatedOn }: Line, on: string) {
  if (on < allocatedOn) refuse('BeforeAllocation', { allocatedOn });
  return { budgetLineId, budgetYear };
}

/** `freedVnd`: what activities gave back by facts of their own, which the line's stream does not hold. */
function takeFree({ free }: Line, amountVnd: number, on: string, freedVnd = 0): void {
  const availableVnd = lowestFrom(free, on) + freedVnd;
  if (amountVnd > availableVnd) refuse('BudgetLineExhausted', { availableVnd, amountVnd });
}

/** The one rule for whoever commits money of the line: its own officer, or an activity that reserves. */
export function committable(line: Line, amountVnd: number, on: string, rules: Occasion['rules'], freedVnd = 0) {
  const of = standing(line, on);
  const settlement = unsettled(line, on, rules);
  takeFree(line, amountVnd, on, freedVnd);
  return { ...of, ...settlement };
}

/**
 * The settlement adjustment of a budget year ends on a day of the next one (chỉnh lý quyết toán, domain.md B4), by the rule of
 * that budget year. Gives the day used, to be stored with the decision; without a rule nothing is closed.
 */
function unsettled({ budgetYear }: Line, on: string, rules: Occasion['rules']): { settlementEndOn?: string } {
  const end = rules.at('budget.settlement.end', `${budgetYear}-12-31`)?.value;
  if (!Array.isArray(end)) return {};
  const [month, day] = (end as number[]).map((part) => String(part).padStart(2, '0'));
  const settlementEndOn = `${budgetYear + 1}-${month}-${day}`;
  if (on > settlementEndOn) refuse('BudgetYearSettled', { budgetYear, settlementEndOn });
  return { settlementEndOn };
}

/** The one named, or all, the oldest first. */
function chosen({ commitments }: Line, commitmentNumber: number | undefined): readonly Commitment[] {
  if (commitmentNumber === undefined) return commitments.toSorted(byAge);
  const found = commitments.filter((one) => one.commitmentNumber === commitmentNumber);
  return found.length > 0 ? found : refuse('UnknownCommitment', { commitmentNumber }, 'input');
}

const byAge = (a: Commitment, b: Commitment) =>
  a.committedOn === b.committedOn ? a.commitmentNumber - b.commitmentNumber : a.committedOn < b.committedOn ? -1 : 1;

/** Without the fact, nothing may have been committed or paid on any day that was not there. */
function soundWithout(without: BudgetLine): void {
  if (without.status === 'none') return;
  const { free, commitments } = without;
  const lowest = Math.min(
    ...[free, ...commitments.flatMap(({ unpaid, paid: steps }) => [unpaid, steps])].map((steps) => lowestFrom(steps, '')),
  );
  if (lowest < 0) refuse('LaterFactsRestOnIt', { missingVnd: -lowest });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
