import type { Grouping } from '@soquy/boards';
import type { pageWords } from './words.js';

/** A board: which metrics stand side by side, and by what they are grouped. Metrics that no slice publishes are left out. */
export interface BoardDefinition {
  readonly name: string;
  readonly title: keyof typeof pageWords;
  readonly groupBy: Grouping;
  readonly metrics: readonly string[];
}

export const BOARDS = {
  budget: {
    name: 'budget',
    title: 'budget',
    groupBy: 'programme',
    metrics: ['budget.allocated', 'budget.committed', 'budget.disbursed', 'budget.available', 'budget.disbursementRate'],
  },
  support: {
    name: 'support',
    title: 'support',
    groupBy: 'programme',
    metrics: [
      'training.classes',
      'training.learners',
      'training.women',
      'training.cost',
      'fair.events',
      'fair.participations',
      'grant.projects',
      'grant.support',
      'support.total',
    ],
  },
  funds: {
    name: 'funds',
    title: 'funds',
    groupBy: 'fund',
    metrics: [
      'fund.capital',
      'fund.lent',
      'fund.outstanding',
      'fund.availableToLend',
      'loan.active',
      'loan.overdueCount',
      'loan.overduePrincipal',
      'loan.overdueInterest',
    ],
  },
  overdue: {
    name: 'overdue',
    title: 'overdueLoans',
    groupBy: 'object',
    metrics: ['loan.overdueDays', 'loan.overduePrincipal', 'loan.overdueInterest'],
  },
} as const satisfies Record<string, BoardDefinition>;
