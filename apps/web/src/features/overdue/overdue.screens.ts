import { screen } from '../../shared/ui/screen.js';

export const overdueScreens = [screen('/overdue', () => import('./overdue-page.js'), 'OverduePage')];
