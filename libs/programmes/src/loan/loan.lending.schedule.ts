import type { LedgerFact, LoanTerms } from '@soquy/lending';

/** A running loan as the ledger needs it: what was agreed, with the schedule that was fixed, and its money facts. */
export interface Debt {
  readonly terms: LoanTerms;
  readonly facts: readonly LedgerFact[];
}

/** Money drawn or paid, in the order in which the facts are folded. */
export type Movement =
  | { readonly on: string; readonly drawnVnd: number }
  | {
      readonly on: string;
      readonly principalVnd: number;
      readonly interestVnd: number;
      readonly fromAdvanceVnd?: number;
      readonly voucher?: string;
    };

/** A money fact in the words of the ledger. What was booked as principal and interest stays as it was booked. */
export function factOf(movement: Movement, index: number): LedgerFact {
  const told = { id: String(index).padStart(6, '0'), on: movement.on };
  return 'drawnVnd' in movement ? { ...told, kind: 'disbursed', amount: movement.drawnVnd } : bookedFact(told, movement);
}

/** A repayment in its two parts. */
export function bookedFact(
  told: { readonly id: string; readonly on: string },
  { principalVnd, interestVnd, fromAdvanceVnd = 0 }: Extract<Movement, { readonly principalVnd: number }> | BookedSplit,
): LedgerFact {
  const parts = { principal: principalVnd, interest: interestVnd };
  return { ...told, kind: 'booked', ...parts, ...(fromAdvanceVnd > 0 && { fromAdvance: fromAdvanceVnd }) };
}

/** How an amount is booked: amount = principal + interest - interest paid ahead that becomes principal. */
export interface BookedSplit {
  readonly principalVnd: number;
  readonly interestVnd: number;
  readonly fromAdvanceVnd: number;
}

/** Schedules are kept with the days they were shifted to, so no calendar is asked. */
export const asRecorded = { isWorkingDay: () => true };
