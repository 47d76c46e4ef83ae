import type { RuleBook, WorkingDays } from '@soquy/kernel';

/** Rules and calendar as recorded so far, kept in memory and fed by the log. */
export abstract class ReferenceBook {
  abstract readonly rules: RuleBook;
  abstract readonly calendar: WorkingDays;
}
