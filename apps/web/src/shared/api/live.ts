import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sawPosition } from './position.js';

/** Bursts of facts cause one round of reads. */
const GATHER_MS = 150;

/** Follows what others record: every read on the screen is asked again, from the place in the log that was told. */
export function useLive(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return undefined;
    let timer: number | undefined;
    const source = new EventSource('/api/v1/stream');
    source.addEventListener('recorded', ({ lastEventId }: MessageEvent<string>) => {
      sawPosition(lastEventId);
      timer ??= window.setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['read'] });
      }, GATHER_MS);
    });
    return () => {
      source.close();
      window.clearTimeout(timer);
    };
  }, [client, enabled]);
}
