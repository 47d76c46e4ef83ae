import type { Amount, Rounding } from './contract.js';
import { toAmount, UNITS_PER_AMOUNT, type InterestUnits } from './units.js';

/** A due day as the search sees it. */
export interface LevelDay {
  /** Interest units of one amount of balance from the due day before, or from now, to this one. */
  readonly unitsPerAmount: InterestUnits;
  /** Level amounts that fall due; 0 where only interest does, or nothing. */
  readonly parts: number;
  readonly bearsInterest: boolean;
}

/** A balance to be repaid in level amounts of principal and interest together. */
export interface Levelled {
  readonly balance: Amount;
  /** Interest run up before, which falls due on the next interest day. */
  readonly open: InterestUnits;
  readonly days: readonly LevelDay[];
  readonly rounding: Rounding;
  readonly multipleOf: Amount;
}

/**
 * The level amount whose last instalment differs least from it, as a multiple of a unit; of two that differ alike the one
 * whose last instalment is the smaller. The last instalment falls as the level rises, in whole amounts with every interest
 * amount rounded as it will be, so the best level is next to the first that leaves no excess, and the search is exact. Where
 * it begins is a guess by the annuity formula, which changes how long it takes and nothing else.
 */
export function levelAmount(levelled: Levelled): Amount {
  const { multipleOf } = levelled;
  const known = new Map<number, Amount>();
  const excess = (steps: number) => {
    const found = known.get(steps) ?? lastExcess(levelled, steps * multipleOf);
    known.set(steps, found);
    return found;
  };
  let above = Math.max(0, Math.round(guess(levelled) / multipleOf));
  let below = above;
  for (let step = 1; excess(above) > 0; step *= 2) above = (below = above) + step;
  for (let step = 1; below > 0 && excess(below) <= 0; step *= 2) below = Math.max(0, (above = below) - step);
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (excess(middle) > 0) below = middle;
    else above = middle;
  }
  const best = Math.abs(excess(above)) <= Math.abs(excess(below)) ? above : below;
  return best * multipleOf;
}

/** How much of a level amount is principal: never below nothing, never more than is owed. */
export const principalOfLevel = (level: Amount, interest: Amount, balance: Amount): Amount =>
  Math.min(balance, Math.max(0, level - interest));

/** By how much the last instalment exceeds its level amount. */
function lastExcess({ balance: lent, open: before, days, rounding }: Levelled, level: Amount): Amount {
  let balance = lent;
  let open = before;
  for (const [index, { unitsPerAmount, parts, bearsInterest }] of days.entries()) {
    open += BigInt(balance) * unitsPerAmount;
    const interest = bearsInterest ? toAmount(open, rounding) : 0;
    if (bearsInterest) open = 0n;
    if (index === days.length - 1) return balance + interest - level * parts;
    if (parts > 0) balance -= principalOfLevel(level * parts, interest, balance);
  }
  throw new Error('assertion: level amounts need a due day');
}

function guess({ balance, open: before, days }: Levelled): number {
  let owed = balance;
  let open = toNumber(before);
  let parts = 0;
  for (const day of days.filter((each) => each.bearsInterest)) {
    if (day.parts > 0) {
      const growth = 1 + toNumber(day.unitsPerAmount);
      owed = owed * growth + open;
      parts = parts * growth + day.parts;
    }
    open = 0;
  }
  return owed / parts;
}

const toNumber = (units: InterestUnits): number => Number(units) / Number(UNITS_PER_AMOUNT);
