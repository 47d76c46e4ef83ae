import { screen } from '../../shared/ui/screen.js';

export const activitiesScreens = [
  screen('/activities', () => import('./activities-page.js'), 'ActivitiesPage'),
  screen('/activities/paste', () => import('./paste-activities-page.js'), 'PasteActivitiesPage'),
  screen('/activities/new', () => import('./new-activity-page.js'), 'NewActivityPage'),
];
