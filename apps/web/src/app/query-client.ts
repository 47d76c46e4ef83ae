import { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../shared/api/problem.js';

const MOST_TRIES = 3;

/** A refusal is an answer; only what may pass by itself is asked again. */
const mayPass = (error: unknown) => isProblem(error) && (error.status === 0 || error.status === 502 || error.status === 503);

/** What was read, for all pages. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < MOST_TRIES && mayPass(error),
      refetchOnWindowFocus: true,
    },
  },
});
