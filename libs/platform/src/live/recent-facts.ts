import type { LiveFact } from './live-fact.js';

/** What follows a place in the log: some facts, up to where that is all there is, and whether more is there already. */
export interface LivePage {
  readonly facts: readonly LiveFact[];
  readonly upTo: string;
  readonly more: boolean;
}

/** Facts kept for clients that are a little behind; up to twice as many before the older half is let go. */
const KEPT = 4_096;

/** Facts handed to a client at a time, so that what waits for one slow client stays small. */
const PAGE = 256;

/** The end of the log as all clients of a process share it. Places compare bytewise; empty text is before the first. */
export class RecentFacts {
  private readonly facts: LiveFact[] = [];
  private upTo: string;

  /** Nothing up to `floor` is here. */
  constructor(private floor: string) {
    this.upTo = floor;
  }

  /** Looked through up to here. */
  get reached(): string {
    return this.upTo;
  }

  add(facts: readonly LiveFact[], upTo: string): void {
    for (const fact of facts) this.facts.push(fact);
    if (upTo > this.upTo) this.upTo = upTo;
    if (this.facts.length < 2 * KEPT) return;
    const gone = this.facts.splice(0, this.facts.length - KEPT);
    this.floor = gone.at(-1)!.position;
  }

  /** Undefined where what follows is no longer kept. */
  after(place: string): LivePage | undefined {
    if (place < this.floor) return undefined;
    const first = this.facts.findLastIndex(({ position }) => position <= place) + 1;
    const facts = this.facts.slice(first, first + PAGE);
    if (first + PAGE < this.facts.length) return { facts, upTo: facts.at(-1)!.position, more: true };
    return { facts, upTo: place > this.upTo ? place : this.upTo, more: false };
  }
}
