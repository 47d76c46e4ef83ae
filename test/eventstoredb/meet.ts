import { setTimeout as wait } from 'node:timers/promises';
import { isRefusal, refuse } from './failures.js';
import type { Ending, Fault } from './faults.js';

/** For calls that are never answered. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Ends a call that has no stream of answers: throws the refusal, or leaves the caller waiting. */
export function endBy(ending: Ending, cut: () => void): Promise<never> {
  if (isRefusal(ending)) throw refuse(ending);
  if (ending === 'cut') cut();
  return never();
}

/** Does the work of a call as far as the fault that struck it allows. */
export async function meet<T>(fault: Fault | undefined, cut: () => void, work: () => T): Promise<T> {
  if (fault === undefined) return work();
  if (typeof fault === 'string') return endBy(fault, cut);
  if ('delay' in fault) await wait(fault.delay);
  if ('late' in fault) {
    await wait(fault.late);
    work();
    return never();
  }
  if (!('written' in fault)) return work();
  work();
  return endBy(fault.written, cut);
}
