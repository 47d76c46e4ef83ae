import { createHash } from 'node:crypto';

/** What a log amounts to: how many events, and a sum over them in their order. Equal logs have equal sums in every store. */
export interface LogSum {
  readonly events: number;
  readonly logSha256: string;
}

/** The sum of the lines that pass by. */
export class RunningSum {
  private readonly hash = createHash('sha256');
  events = 0;

  add(text: string | Buffer): void {
    this.hash.update(text);
    this.events++;
  }

  /** Of all so far; more may follow. */
  sum(): LogSum {
    return { events: this.events, logSha256: this.hash.copy().digest('hex') };
  }
}
