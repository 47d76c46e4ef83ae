import type { Case } from './case.js';
import { mistake, type Mistake } from './checks.js';

/** Microseconds on a machine of two slow cores, measured: for each line of the schedule, and each of these. */
const COST = { date: 25, fact: 2, plan: 10, levelPlan: 260 } as const;
const MOST_MICROSECONDS = 2_000_000;

/** What a server that others wait for does not calculate: some thousand facts on long terms, or many new level plans. */
export function tooMuch({ contract: { grid, repayment }, facts, dates }: Case): Mistake[] {
  const every = Math.min(grid.interestEveryMonths, grid.principalEveryMonths ?? grid.interestEveryMonths);
  const isLevel = repayment.method === 'annuity';
  const replanned = facts.filter(({ kind }) => kind === 'disbursed' || (isLevel && kind === 'rateChanged')).length;
  const perLine = dates.length * COST.date + facts.length * COST.fact + replanned ** 2 * (isLevel ? COST.levelPlan : COST.plan);
  if ((grid.termMonths / every) * perLine <= MOST_MICROSECONDS) return [];
  const words = {
    vi: 'quá nhiều để tính qua mạng; hãy dùng soquy loan calc',
    en: 'is too much over the network; use soquy loan calc',
  };
  return [mistake('', 'tooMuch', words)];
}
