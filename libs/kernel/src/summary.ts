import type { Dimensions } from './outcomes.js';

/** How an object shows in lists: one line, a state word (key of the slice's `statuses` texts), and what lists are filtered by. */
export interface Summary extends Dimensions {
  readonly title: string;
  readonly status: string;
  /** Further ids or codes that search and filters should find, e.g. a tax code or contract number. */
  readonly keywords?: readonly string[];
  /** In this state the slice's `quiet` figures are 0 on every day before this one; absent where that is not known. */
  readonly quietUntil?: string;
}
