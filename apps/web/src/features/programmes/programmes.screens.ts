import { screen } from '../../shared/ui/screen.js';

export const programmeScreens = [
  screen('/programmes', () => import('./programmes-page.js'), 'ProgrammesPage'),
  screen('/programmes/$id', () => import('./programme-page.js'), 'ProgrammePage'),
];
