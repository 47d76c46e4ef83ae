import { StoreFault } from '@soquy/event-store';
import { Refusal } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';

/** A race lost more often than this is not a race: the caller is told. */
const ATTEMPTS = 3;

/** Commands of other processes may win at a boundary this often before the caller is told. */
export const BOUNDARY_ATTEMPTS = 10;

export const isConflict = (error: unknown): boolean => error instanceof StoreFault && error.kind === 'conflict';

/** Loads and decides anew while others write first; `lost` hears of each race. */
export async function decidingAnew<T>(attempt: () => Promise<T>, lost: () => void, attempts = ATTEMPTS): Promise<T> {
  for (let round = 1; ; round++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error)) throw error;
      lost();
      if (round === attempts) throw Problem.lostRace();
    }
  }
}

/** Runs a pure rule of a slice; its refusal leaves in the slice's own words. */
export function askRule<T>({ texts, decider }: Feature, rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const sentence = texts.refusals[error.code];
    if (!sentence) throw new Error(`assertion: ${decider.category} has no words for ${error.code}`, { cause: error });
    throw Problem.refused(error, sentence);
  }
}
