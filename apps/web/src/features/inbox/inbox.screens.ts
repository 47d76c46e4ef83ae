import { screen } from '../../shared/ui/screen.js';

export const inboxScreens = [screen('/inbox', () => import('./inbox-page.js'), 'InboxPage')];
