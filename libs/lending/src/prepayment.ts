import { leftOf, type Account } from './account.js';
import type { Amount, Prepayment } from './contract.js';

/** What each later due loses of what is left of it, by policy. */
const SPREADS: Readonly<Record<Prepayment, (left: readonly Amount[], amount: Amount) => Amount[]>> = {
  cancelLatest: (left, amount) => fill([...left].reverse(), amount).reverse(),
  payNext: fill,
  reduceEach: inProportion,
};

/**
 * Cuts principal paid before it is due into parts of the dues it pays; it must not be more than what is left of them. What is
 * paid on one day is cut as one sum: a part may then be one unit below nothing, never what was paid on that day together.
 */
export function prepaidParts(account: Account, amount: Amount): Amount[] {
  const left = account.ahead.map(leftOf);
  const { prepayment } = account.terms;
  if (prepayment !== 'reduceEach') return SPREADS[prepayment](left, amount);
  if (account.reduced?.on !== account.on || account.reduced.left.length !== left.length)
    account.reduced = { on: account.on, left, total: 0 };
  const { reduced } = account;
  const before = inProportion(reduced.left, reduced.total);
  reduced.total += amount;
  const after = inProportion(reduced.left, reduced.total);
  return after.map((part, at) => part - before[at]!);
}

export function fill(room: readonly Amount[], amount: Amount): Amount[] {
  let rest = amount;
  return room.map((space) => {
    const part = Math.min(space, rest);
    rest -= part;
    return part;
  });
}

/** Whole parts that follow the rounded running share, so that they add up and never exceed their own weight. */
export function inProportion(weights: readonly Amount[], amount: Amount): Amount[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => 0);
  let [seen, given] = [0n, 0];
  return weights.map((weight) => {
    seen += BigInt(weight);
    const upTo = Number((BigInt(amount) * seen) / total);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
