import type { Summary } from '@soquy/kernel';
import type { TrainingClass } from './training-class.decider.js';

/** How a class shows in lists. */
export function trainingClassSummary(state: TrainingClass): Summary & { status: TrainingClass['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, place, kind } = state;
  return { title, status, programmeId, budgetLineId, place, activityKind: kind };
}
