import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sawPosition, takeAnswered } from './position.js';

/** Bursts of facts cause one round of reads. */
const GATHER_MS = 150;
/** A stream that was refused is not tried again by the browser itself: too many clients, a proxy while the server starts. */
const AGAIN_MS = 15_000;

/** Follows what others record: every read on the screen is asked again, from the place in the log that was told. */
export function useLive(enabled: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!enabled) return undefined;
    let timer: number | undefined;
    let waiting: number | undefined;
    const readAgain = () => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['read'] });
      }, GATHER_MS);
    };
    const follow = (after?: string) => {
      const opened = new EventSource(`/api/v1/stream${after === undefined ? '' : `?lastEventId=${encodeURIComponent(after)}`}`);
      opened.addEventListener('recorded', ({ lastEventId }: MessageEvent<string>) => {
        sawPosition(lastEventId);
        readAgain();
      });
      opened.addEventListener('error', () => {
        if (opened.readyState === EventSource.CLOSED) waiting = window.setTimeout(followAgain, AGAIN_MS);
      });
      return opened;
    };
    // What was recorded meanwhile was told to nobody here.
    const followAgain = () => {
      source = follow();
      readAgain();
    };
    let source = follow(takeAnswered());
    return () => {
      source.close();
      window.clearTimeout(timer);
      window.clearTimeout(waiting);
    };
  }, [client, enabled]);
}
