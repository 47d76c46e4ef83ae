import { screen } from '../../shared/ui/screen.js';

export const objectsScreens = [
  screen('/objects/$noun', () => import('./object-list-page.js'), 'ObjectListPage'),
  screen('/objects/$noun/$id', () => import('./object-page.js'), 'ObjectPage'),
];
