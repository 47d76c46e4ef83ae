import { screen } from '../../shared/ui/screen.js';

export const organisationScreens = [
  screen('/organisations', () => import('./organisations-page.js'), 'OrganisationsPage'),
  screen('/organisations/paste', () => import('./paste-organisations-page.js'), 'PasteOrganisationsPage'),
  screen('/organisations/new', () => import('./new-organisation-page.js'), 'NewOrganisationPage'),
  screen('/organisations/$id', () => import('./organisation-page.js'), 'OrganisationPage'),
];
