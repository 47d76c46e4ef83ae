import { screen } from '../../shared/ui/screen.js';

export const adminScreens = [
  screen('/admin', () => import('./admin-page.js'), 'AdminPage'),
  screen('/account', () => import('./account-page.js'), 'AccountPage'),
];
