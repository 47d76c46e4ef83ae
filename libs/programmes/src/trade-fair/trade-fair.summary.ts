import { activitySummary } from '../activity.js';

export const tradeFairSummary = activitySummary;
