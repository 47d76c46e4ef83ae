/** A feed as its counters see it. */
export interface FeedState {
  readonly waiting: { readonly events: number; readonly bytes: number };
  /** Since when there has been something it has not given; undefined when there is nothing. */
  readonly behindSinceMs: number | undefined;
}

/** What this process's side of the store has done, and how its feeds stand. */
export class Counters {
  readonly feeds = new Set<FeedState>();
  appends = 0;
  /** Calls made again because the one before gave no usable answer. */
  retries = 0;
  /** Appends whose answer was lost, and that were found in their stream. */
  answersRecovered = 0;
  /** Calls and subscriptions without an answer in their time. */
  watchdogFirings = 0;
  /** Clients thrown away and made anew. */
  recycles = 0;
  resubscribes = 0;
  /** Subscriptions that seemed to be there while the log had moved on without them. */
  stalls = 0;
  /** Events of others that a reader or a feed has passed over. */
  foreignEvents = 0;

  read(): Readonly<Record<string, number>> {
    const { feeds, ...counts } = this;
    const states = [...feeds];
    const now = Date.now();
    const behind = states.map(({ behindSinceMs }) => (behindSinceMs === undefined ? 0 : now - behindSinceMs));
    return {
      ...counts,
      feeds: states.length,
      waitingEvents: sum(states.map(({ waiting }) => waiting.events)),
      waitingBytes: sum(states.map(({ waiting }) => waiting.bytes)),
      secondsBehind: Math.max(0, ...behind) / 1_000,
    };
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
