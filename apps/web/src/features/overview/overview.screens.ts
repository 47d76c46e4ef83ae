import { screen } from '../../shared/ui/screen.js';

export const overviewScreens = [screen('/', () => import('./overview-page.js'), 'OverviewPage')];
