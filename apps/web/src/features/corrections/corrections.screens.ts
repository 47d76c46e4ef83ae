import { screen } from '../../shared/ui/screen.js';

export const correctionsScreens = [screen('/corrections', () => import('./corrections-page.js'), 'CorrectionsPage')];
