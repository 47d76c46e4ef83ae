import { screen } from '../../shared/ui/screen.js';

export const auditScreens = [
  screen('/audit', () => import('./audit-page.js'), 'AuditPage'),
  screen('/audit/events/$eventId', () => import('./event-page.js'), 'EventPage'),
  // Files name this address as the place where their numbers come from.
  screen('/evidence/$figureId', () => import('./evidence-page.js'), 'EvidencePage'),
];
