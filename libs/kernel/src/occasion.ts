import type { OrganisationSnapshot } from './organisation.js';
import type { RuleBook } from './rule-book.js';
import type { WorkingDays } from './working-days.js';

/** Everything a rule may know that is neither in the stream nor in the command. Comes in as an argument: tests need no clock. */
export interface Occasion {
  /** The object the stream belongs to; for a creation it is derived from the command id, so a retry names the same one. */
  readonly objectId: string;
  readonly personId: string;
  readonly role: string;
  readonly agencyId: string;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  readonly today: string;
  /** Rules with validity; a decision asks for the day it decides on and stores what it read. */
  readonly rules: RuleBook;
  readonly calendar: WorkingDays;
  /** Organisations the command refers to, as they are on that day, by id; the gateway refuses unknown ones beforehand. */
  readonly organisations: Readonly<Record<string, OrganisationSnapshot>>;
  /** Folded state of every other object the command refers to, by its id (`programme`, `budgetLine`, `fund`, ...). */
  readonly references: Readonly<Record<string, unknown>>;
  /** Answers to what the decider's `asks` wants to know for this command, by the question's name. */
  readonly stocks?: Readonly<Record<string, number>>;
}
