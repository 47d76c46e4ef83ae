import type { StockQuestion } from '@soquy/kernel';

/**
 * What the command side may ask of the read side. Answers are never older than `notBefore`; a read side that does not get
 * there within 2 s throws `Problem.unavailable` (503 with Retry-After), never a stale value.
 */
export abstract class Knowledge {
  /** Sums of stock entries effective up to `on`, or the lowest from `on` on, by the question's name; 0 where nothing is. */
  abstract stocks(
    questions: Readonly<Record<string, StockQuestion>>,
    until: { readonly on: string; readonly notBefore: string | undefined },
  ): Promise<Readonly<Record<string, number>>>;
  /** The stream an event stands in. */
  abstract streamOfEvent(eventId: string, notBefore: string | undefined): Promise<string | undefined>;
  /** The stream a correction was requested in. */
  abstract streamOfCorrection(correctionId: string, notBefore: string | undefined): Promise<string | undefined>;
}
