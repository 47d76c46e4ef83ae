import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Receipt } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { post } from '../api/client.js';
import { sawPosition } from '../api/position.js';
import { gathered } from './gathered.js';
import { sendRows, type RowToSend } from './send-rows.js';
import type { useBatch } from './use-batch.js';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

const SHOWN_MS = 200;

/** Records the rows of a batch; every read afterwards waits for the last of them. */
export function useSaving({ path }: CommandCard, { learn, settle }: Pick<ReturnType<typeof useBatch>, 'learn' | 'settle'>) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<unknown>();
  const done = useRef(0);
  const goesOn = useRef(true);
  // Who leaves the page finds the table as it is by then, and goes on from there.
  useEffect(() => {
    goesOn.current = true;
    return () => void (goesOn.current = false);
  }, []);
  const save = async (batchId: string, rows: readonly RowToSend[]) => {
    if (progress) return;
    done.current = 0;
    goesOn.current = true;
    setFailure(undefined);
    setProgress({ done: 0, of: rows.length });
    const telling = gathered(() => setProgress({ done: done.current, of: rows.length }), SHOWN_MS);
    const stopped = await sendRows(batchId, rows, {
      send: async (body, idempotencyKey) => {
        const receipt = await post<Receipt>(path, body, { idempotencyKey });
        sawPosition(receipt.position);
        return receipt;
      },
      wait: (ms) => new Promise((resolve) => window.setTimeout(resolve, ms)),
      goesOn: () => goesOn.current,
      change: learn,
      answered: () => {
        done.current += 1;
        telling.soon();
      },
    });
    telling.drop();
    settle();
    // Nothing is said of the list before it is read again.
    const readAgain = client.invalidateQueries();
    setProgress(undefined);
    setFailure(stopped);
    await readAgain;
  };
  return { save, stop: () => void (goesOn.current = false), progress, failure };
}
