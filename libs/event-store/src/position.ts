import type { Position } from './event-store.js';
import { StoreFault } from './store-fault.js';

const DIGITS = 20;
const LARGEST = 9_223_372_036_854_775_807n;

/** How one store writes the places of its log: its prefix and twenty digits, so that byte order is log order. */
export interface PositionFormat {
  /** From decimal digits or a number; 1 is the first event. */
  readonly text: (place: bigint | string) => Position;
  /** 0 for undefined, which stands before the first event. Throws `bad-position` for what this store cannot have written. */
  readonly place: (position: Position | undefined) => bigint;
}

/** `positionFormat('p')` writes `p-00000000000000000042`. */
export function positionFormat(prefix: string): PositionFormat {
  const pattern = new RegExp(`^${prefix}-\\d{${DIGITS}}$`);
  return {
    text: (place) => `${prefix}-${String(place).padStart(DIGITS, '0')}`,
    place(position) {
      if (position === undefined) return 0n;
      const place = pattern.test(position) ? BigInt(position.slice(prefix.length + 1)) : undefined;
      if (!place || place > LARGEST)
        throw new StoreFault('bad-position', `Not a position of this store: ${JSON.stringify(position)}`);
      return place;
    },
  };
}

/** A position can lie beyond the log only if the log was replaced by an older copy: going on would skip events in silence. */
export function beyondTheLog(position: Position): StoreFault {
  return new StoreFault('bad-position', `The log ends before ${position}`);
}
