import { divideHalfUp, toVnd } from '@soquy/kernel';
import type { Amount } from './contract.js';
import type { DebtGroup, ProvisionRates } from './debt-rule-sets.js';

/** What a debt weighs when money is set aside for it. */
export interface ProvidedDebt {
  readonly group: DebtGroup;
  readonly outstanding: Amount;
  /** What the security may be counted with, after the lender's own deductions; nothing unless given (domain.md D5). */
  readonly collateral?: Amount;
}

const ALL = 10_000n;

/** Specific provision of one debt: `max(0, outstanding - collateral) x rate of its group`, half-up to a whole amount. */
export function specificProvision(rates: ProvisionRates, { group, outstanding, collateral = 0 }: ProvidedDebt): Amount {
  const uncovered = Math.max(0, outstanding - collateral);
  return share(BigInt(uncovered), rates.specificBasisPoints.value[group - 1]!);
}

/** General provision on the sum of groups 1 to 4, security left out of account; summed first, rounded half-up once. */
export function generalProvision(rates: ProvisionRates, debts: readonly ProvidedDebt[]): Amount {
  const sum = debts.reduce((total, { group, outstanding }) => total + (group === 5 ? 0n : BigInt(outstanding)), 0n);
  return share(sum, rates.generalBasisPoints.value);
}

const share = (amount: bigint, basisPoints: number): Amount => toVnd(divideHalfUp(amount * BigInt(basisPoints), ALL));

/** Interest in the two books. */
export interface AccruedInterest {
  readonly onBalance: Amount;
  readonly offBalance: Amount;
}

/**
 * Only interest of standard debt is income while it accrues; of any other group it is followed off balance until it is paid
 * (TT 52/2022/TT-BTC, domain.md F9).
 */
export const offBalance = (group: DebtGroup, accrued: Amount): AccruedInterest =>
  group === 1 ? { onBalance: accrued, offBalance: 0 } : { onBalance: 0, offBalance: accrued };
