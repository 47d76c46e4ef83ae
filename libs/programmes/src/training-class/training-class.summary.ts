import type { Next } from '@soquy/kernel';
import { activitySummary } from '../activity.js';
import type { TrainingClass, TrainingClassCommands } from './training-class.decider.js';

export const trainingClassSummary = activitySummary;

/** What may follow each status. */
export const trainingClassNext: Next<TrainingClass['status'], TrainingClassCommands> = {
  none: { allows: ['PlanTrainingClass', 'RecordHeldTrainingClass'] },
  planned: { awaits: ['HoldTrainingClass'], allows: ['CancelTrainingClass'] },
  held: {},
  cancelled: {},
};
