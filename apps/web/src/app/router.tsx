import { createRootRoute, createRoute, createRouter, retainSearchParams, type AnyRoute } from '@tanstack/react-router';
import { commonSearch } from '../shared/as-of/as-of.js';
import { screens } from './screens.js';
import { NotFound, PageFailure } from './failures.js';
import { Shell } from './shell.js';

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>) => ({ ...search, ...blank, ...commonSearch(search) }),
  search: { middlewares: [retainSearchParams(['to', 'known', 'unit'])] },
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: PageFailure,
});

/** What makes no sense in an address is dropped from it, not carried along. */
const blank = { to: undefined, known: undefined, unit: undefined, figure: undefined };

const routes: AnyRoute[] = screens.map(({ path, component }) =>
  createRoute({ getParentRoute: () => root, path, component } as never),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
