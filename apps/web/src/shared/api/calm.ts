import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const LOOK_MS = 200;
const CALM_LOOKS = 2;
/** A page that asks for nothing is calm by then. */
const LONGEST_MS = 5_000;

const hasAnswer = (client: QueryClient) =>
  client
    .getQueryCache()
    .getAll()
    .some(({ queryKey: [kind], state }) => (kind === 'read' || kind === 'ask') && state.data !== undefined);

/** Whether the first page has what it asked for: what nobody waits for comes after that. */
export function useCalm(): boolean {
  const client = useQueryClient();
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    if (isCalm) return undefined;
    const began = performance.now();
    let calm = 0;
    const timer = window.setInterval(() => {
      calm = hasAnswer(client) && client.isFetching() === 0 ? calm + 1 : 0;
      if (calm >= CALM_LOOKS || performance.now() - began > LONGEST_MS) setCalm(true);
    }, LOOK_MS);
    return () => window.clearInterval(timer);
  }, [client, isCalm]);
  return isCalm;
}
