import { screen } from '../../shared/ui/screen.js';

export const sessionScreens = [screen('/sign-in', () => import('./sign-in-page.js'), 'SignInPage')];
