import type { LoggedEvent } from './log.js';

/** The revision a tombstone stands at, and the truncation that means "deleted": the highest signed 64-bit number. */
export const DELETED = 2n ** 63n - 1n;

/** What `$$<stream>` says about a stream. */
interface StreamSettings {
  readonly truncateBefore: bigint;
  readonly maxCount?: bigint;
  readonly maxAgeSeconds?: number;
}

const NO_SETTINGS: StreamSettings = { truncateBefore: 0n };

/** One stream as its readers and writers see it. */
export class StreamRecord {
  readonly events: LoggedEvent[] = [];
  tombstoned = false;
  private settings = NO_SETTINGS;

  /** -1 while nothing was written. */
  get head(): bigint {
    return BigInt(this.events.length) - 1n;
  }

  get softDeleted(): boolean {
    return this.settings.truncateBefore >= DELETED;
  }

  /** Takes over what the newest event of the metadata stream says; text that cannot be read says nothing. */
  apply(json: string): void {
    try {
      const { $tb, $maxCount, $maxAge } = JSON.parse(json) as Record<string, unknown>;
      this.settings = {
        truncateBefore: typeof $tb === 'number' ? exact($tb) : 0n,
        ...(typeof $maxCount === 'number' && { maxCount: BigInt($maxCount) }),
        ...(typeof $maxAge === 'number' && { maxAgeSeconds: $maxAge }),
      };
    } catch {
      this.settings = NO_SETTINGS;
    }
  }

  /** The lowest revision a reader of the stream still sees. */
  get firstVisible(): bigint {
    const { truncateBefore, maxCount, maxAgeSeconds } = this.settings;
    const counted = maxCount === undefined ? 0n : this.head - maxCount + 1n;
    const oldest = maxAgeSeconds === undefined ? -Infinity : Date.now() - maxAgeSeconds * 1000;
    const young = this.events.findIndex(({ created }) => created.getTime() >= oldest);
    const aged = young < 0 ? this.head + 1n : BigInt(young);
    return [truncateBefore, counted, aged].reduce((highest, one) => (one > highest ? one : highest), 0n);
  }

  at(revision: bigint): LoggedEvent | undefined {
    return revision < 0n || revision > this.head ? undefined : this.events[Number(revision)];
  }
}

/** 2^63 - 1 is not a double; JSON.parse rounds it up by one. */
const exact = (value: number): bigint => (value >= 2 ** 63 ? DELETED : BigInt(Math.trunc(value)));
