import type { PositionFormat } from '../position.js';
import { StoreFault } from '../store-fault.js';

const DIGITS = 20;
const LARGEST = 9_223_372_036_854_775_807n;
const PATTERN = new RegExp(`^e-(\\d{${DIGITS}})-(\\d{${DIGITS}})$`);
const PREPARE_BITS = 64n;

/** Where EventStoreDB says an event stands: two numbers with large gaps, of which the first one orders. */
export interface CommitAndPrepare {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Both numbers in one that orders as the log does; 0 stands before the first event. */
export const placeOf = ({ commit, prepare }: CommitAndPrepare): bigint => (commit << PREPARE_BITS) | prepare;

export const commitAndPrepare = (place: bigint): CommitAndPrepare => ({
  commit: place >> PREPARE_BITS,
  prepare: BigInt.asUintN(Number(PREPARE_BITS), place),
});

/** An answer may carry numbers that stand for "none", such as -1 read without its sign. */
export const isPlace = ({ commit, prepare }: CommitAndPrepare): boolean => commit > 0n && commit <= LARGEST && prepare <= commit;

/** `e-<commit>-<prepare>`, both in twenty digits. */
export const positions: PositionFormat = {
  text(place) {
    const { commit, prepare } = commitAndPrepare(BigInt(place));
    return `e-${digits(commit)}-${digits(prepare)}`;
  },
  place(position) {
    if (position === undefined) return 0n;
    const [, commit, prepare] = PATTERN.exec(position) ?? [];
    const pair = commit && prepare ? { commit: BigInt(commit), prepare: BigInt(prepare) } : undefined;
    if (!pair || !isPlace(pair))
      throw new StoreFault('bad-position', `Not a position of this store: ${JSON.stringify(position)}`);
    return placeOf(pair);
  },
};

const digits = (number: bigint): string => String(number).padStart(DIGITS, '0');
