import type { Refusal } from './failures.js';

/** What a client can call. `append` and `batchAppend` are the two ways an append travels. */
export type Method = 'append' | 'batchAppend' | 'read' | 'readAll' | 'subscribe' | 'delete' | 'tombstone' | 'gossip' | 'features';

/** How a call ends: an error by name, its connection destroyed, or never. */
export type Ending = Refusal | 'cut' | 'hang';

/**
 * What happens to a call. An ending comes instead of the work; `written` lets an append through and loses its answer;
 * `late` writes after so many milliseconds, also when nobody waits any more, and never answers; `delay` only waits;
 * `after` lets so many events of a read or a subscription pass first, where `end` closes the stream without an error.
 */
export type Fault =
  | Ending
  | { readonly written: Ending }
  | { readonly late: number }
  | { readonly delay: number }
  | { readonly after: number; readonly then: Ending | 'end' };

/** A fault that was asked for; it counts how often it struck. */
export class Planned {
  struck = 0;
  private done!: () => void;
  /** Resolves when it has struck for the last time. */
  readonly over = new Promise<void>((resolve) => (this.done = resolve));

  constructor(
    readonly method: Method,
    readonly fault: Fault,
    private times: number,
    private readonly node: number | undefined,
  ) {}

  get left(): number {
    return this.times - this.struck;
  }

  /** From now on it strikes no more. */
  stop(): void {
    this.times = this.struck;
    this.done();
  }

  take(method: Method, node: number): boolean {
    if (method !== this.method || this.left <= 0 || (this.node ?? node) !== node) return false;
    this.struck += 1;
    if (this.left === 0) this.done();
    return true;
  }
}

/** The faults of one server. Those asked for first strike first; calls that none is meant for pass. */
export class Faults {
  private planned: Planned[] = [];
  private readonly denied = new Set<string>();

  /** The next `times` calls of `method`, on any node or on one. */
  next(method: Method, fault: Fault, times = 1, node?: number): Planned {
    const planned = new Planned(method, fault, times, node);
    this.planned.push(planned);
    return planned;
  }

  /** Every call of `method` until it is stopped. */
  always(method: Method, fault: Fault, node?: number): Planned {
    return this.next(method, fault, Infinity, node);
  }

  /** Nobody may read or write streams whose name begins so; `$all` denies reading the whole log. */
  deny(streamPrefix: string): void {
    this.denied.add(streamPrefix);
  }

  denies(stream: string): boolean {
    return [...this.denied].some((prefix) => stream.startsWith(prefix));
  }

  /** How often faults struck since the last `clear`, over all methods or for one. */
  struck(method?: Method): number {
    return this.planned.reduce((sum, one) => sum + (method === undefined || method === one.method ? one.struck : 0), 0);
  }

  clear(): void {
    for (const planned of this.planned) planned.stop();
    this.planned = [];
    this.denied.clear();
  }

  take(method: Method, node: number): Fault | undefined {
    return this.planned.find((planned) => planned.take(method, node))?.fault;
  }
}
