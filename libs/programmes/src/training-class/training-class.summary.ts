import { activitySummary } from '../activity.js';

export const trainingClassSummary = activitySummary;
