import { allocate, type Allocation, type Owed } from './loan.allocation.schedule.js';
import { type Movement } from './loan.account.schedule.js';
import { accountOf, accountOn, measure, type Debt, type LoanMeasure } from './loan.measure.schedule.js';

/** What can still be paid on a day, also in view of what was repaid after it. */
export interface Payable extends Owed {
  readonly principalVnd: number;
  readonly interestVnd: number;
  /** Interest paid ahead that becomes principal when the loan is paid off. */
  readonly fromAdvanceVnd: number;
  readonly owedVnd: number;
}

/** How an amount is booked, or what of it is more than is owed. */
export type Split = { readonly principalVnd: number; readonly interestVnd: number; readonly fromAdvanceVnd: number };

/**
 * A back-dated payment finds less to pay: principal and interest that later repayments have paid are not taken twice.
 * Each bucket is cut to what remains, those due first.
 */
export function payableOn(debt: Debt, day: string): Payable {
  const now = accountOn(debt, day);
  const on = measure(now, debt.terms);
  const later = measuresAfter(debt, day);
  const principalVnd = Math.min(on.outstandingVnd, ...later.map(({ outstandingVnd }) => outstandingVnd));
  const interestVnd = Math.min(on.interestAccruedVnd, ...later.map(({ interestAccruedVnd }) => interestAccruedVnd));
  const dueTodayVnd = debt.terms.dues.filter((due) => due.on <= day).reduce((sum, due) => sum + due.principalVnd, 0);
  const dueVnd = Math.max(0, Math.min(dueTodayVnd, now.drawnVnd) - now.principalPaidVnd);
  const [overduePrincipalVnd, principalDueVnd, principalAheadVnd] = cut(
    principalVnd,
    on.overduePrincipalVnd,
    dueVnd - on.overduePrincipalVnd,
  );
  const [interestDueVnd, interestAheadVnd] = cut(interestVnd, on.interestDueVnd);
  const fromAdvanceVnd = later.length === 0 ? Math.min(on.interestAdvanceVnd, principalVnd) : 0;
  return {
    principalVnd,
    interestVnd,
    fromAdvanceVnd,
    owedVnd: principalVnd + interestVnd - fromAdvanceVnd,
    overduePrincipalVnd: overduePrincipalVnd!,
    principalDueVnd: principalDueVnd!,
    principalAheadVnd: principalAheadVnd!,
    interestDueVnd: interestDueVnd!,
    interestAheadVnd: interestAheadVnd!,
  };
}

/** Splits by the agreed order; the payment that pays a loan off uses up what was paid ahead. */
export function splitByOrder(amountVnd: number, payable: Payable, allocation: Allocation): Split {
  if (amountVnd === payable.owedVnd && payable.fromAdvanceVnd > 0)
    return { principalVnd: payable.principalVnd, interestVnd: payable.interestVnd, fromAdvanceVnd: payable.fromAdvanceVnd };
  const { principalVnd, interestVnd } = allocate(amountVnd, payable, allocation);
  return { principalVnd, interestVnd, fromAdvanceVnd: 0 };
}

/** The debt with one more repayment, put after what happened up to its day. */
export const withRepayment = (debt: Debt, on: string, { principalVnd, interestVnd, fromAdvanceVnd }: Split): Debt => {
  const before = debt.movements.filter((movement) => movement.on <= on);
  const movement: Movement = { on, principalVnd, interestVnd, fromAdvanceVnd };
  return { ...debt, movements: [...before, movement, ...debt.movements.slice(before.length)] };
};

/** What was paid must have been owed: principal on every day, and interest at the end, unless more of it will run up. */
export function isPossible(debt: Debt): boolean {
  const principal = debt.movements.map(({ on }) => accountOf(debt, on));
  if (principal.some(({ drawnVnd, principalPaidVnd }) => principalPaidVnd > drawnVnd)) return false;
  const { outstandingVnd, interestAdvanceVnd } = measure(accountOf(debt), debt.terms);
  return interestAdvanceVnd === 0 || interestAdvanceVnd < outstandingVnd;
}

/** The loan after each later movement. */
function measuresAfter(debt: Debt, day: string): readonly LoanMeasure[] {
  const later = debt.movements.filter(({ on }) => on > day);
  return later.map((movement) => {
    const upTo = { ...debt, movements: debt.movements.slice(0, debt.movements.indexOf(movement) + 1) };
    return measure(accountOf(upTo), debt.terms);
  });
}

/** Cuts a whole into the parts asked for, as far as it reaches, and what is left of it. */
function cut(whole: number, ...parts: number[]): number[] {
  let rest = whole;
  const taken = parts.map((part) => {
    const cutVnd = Math.min(rest, Math.max(0, part));
    rest -= cutVnd;
    return cutVnd;
  });
  return [...taken, rest];
}
