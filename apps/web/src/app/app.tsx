import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCalm } from '../shared/api/calm.js';
import { isProblem } from '../shared/api/problem.js';
import { router } from './router.js';
import { theme, variables } from './theme.js';

/** Nothing is told before something was done. */
const Notices = lazy(() => import('./notices.js'));

const MOST_TRIES = 3;

/** A refusal is an answer; only what may pass by itself is asked again. */
const mayPass = (error: unknown) => isProblem(error) && (error.status === 0 || error.status === 502 || error.status === 503);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < MOST_TRIES && mayPass(error),
      refetchOnWindowFocus: true,
    },
  },
});

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
// What keeps the page still beneath a dialog writes a style of its own, and asks here for the nonce it may carry.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <NoticesLater />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** What is told before they are there waits for them. */
function NoticesLater() {
  return <Suspense>{useCalm() && <Notices />}</Suspense>;
}
