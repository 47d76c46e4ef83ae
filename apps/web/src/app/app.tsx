import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCalm } from '../shared/api/calm.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import { theme, variables } from './theme.js';

/** Nothing is told before something was done. */
const Notices = lazy(() => import('./notices.js'));

const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
// What keeps the page still beneath a dialog writes a style of its own, and asks here for the nonce it may carry.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
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
