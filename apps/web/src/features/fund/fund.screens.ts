import { screen } from '../../shared/ui/screen.js';

export const fundScreens = [
  screen('/fund', () => import('./funds-page.js'), 'FundsPage'),
  screen('/funds/$id', () => import('./fund-page.js'), 'FundPage'),
];
