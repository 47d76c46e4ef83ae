/** A place in the log; both numbers are unsigned and 64 bits wide. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export const START_OF_LOG: LogPosition = { commit: 0n, prepare: 0n };
/** Before every event, also before one at the very start. */
export const BEFORE_LOG: LogPosition = { commit: -1n, prepare: -1n };

export function comparePositions(one: LogPosition, other: LogPosition): number {
  if (one.commit !== other.commit) return one.commit < other.commit ? -1 : 1;
  if (one.prepare !== other.prepare) return one.prepare < other.prepare ? -1 : 1;
  return 0;
}

/** Far above what a double can hold: a position that passes through a JavaScript number anywhere comes out changed. */
const FIRST = 2n ** 60n + 104_729n;
/** What a record weighs beside its own bytes. */
const RECORD_FRAME = 97n;

/**
 * Hands out positions as a file does: a record begins where the one before ends, but now and then a record nobody
 * reads lies between. The same log always gets the same gaps.
 */
export class LogCursor {
  private next = FIRST;
  private seed = 20_240_229n;

  take(bytes: number): { at: bigint; end: bigint } {
    this.seed = (this.seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    const drawn = this.seed >> 33n;
    const at = this.next + (drawn % 3n === 0n ? 1n + (drawn % 4_093n) : 0n);
    this.next = at + RECORD_FRAME + BigInt(bytes);
    return { at, end: this.next };
  }
}
