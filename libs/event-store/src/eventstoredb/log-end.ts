import type { LogRead } from './log-client.js';
import { storedEvent } from './stored-event.js';

const FIRST_PAGE = 8;
const PAGE = 500;

/** How far a log goes: the last event of all, the server's own included, and the last of ours. 0 where there is none. */
export interface Ends {
  readonly log: bigint;
  readonly ours: bigint;
}

/** Finds the end of the log from behind, and looks through the events of others there only once. */
export class LogEnd {
  /** What was found last; the log has not become shorter since. */
  known: Ends = { log: 0n, ours: 0n };

  constructor(private readonly read: (range: { readonly from: bigint | undefined; readonly most: number }) => Promise<LogRead>) {}

  async find(): Promise<Ends> {
    const { known } = this;
    let log: bigint | undefined;
    let from: bigint | undefined;
    for (let most = FIRST_PAGE; ; most = PAGE) {
      const { events, more } = await this.read({ from, most });
      log ??= events[0]?.place ?? 0n;
      for (const event of events) {
        if (log >= known.log && event.place <= known.log) return this.keep({ log, ours: known.ours });
        if (storedEvent(event)) return this.keep({ log, ours: event.place });
      }
      const last = events.at(-1)?.place;
      if (last === undefined || last === from || !more) return this.keep({ log, ours: 0n });
      from = last;
    }
  }

  private keep(ends: Ends): Ends {
    if (ends.log >= this.known.log) this.known = ends;
    return ends;
  }
}
