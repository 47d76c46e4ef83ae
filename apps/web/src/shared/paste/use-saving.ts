import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Receipt } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { post } from '../api/client.js';
import { sawPosition } from '../api/position.js';
import type { Batch } from './batch.js';
import { sendRows, type RowToSend } from './send-rows.js';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Records the rows of a batch; every read afterwards waits for the last of them. */
export function useSaving({ path }: CommandCard, learn: (by: (batch: Batch) => Batch) => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<unknown>();
  const save = async (batchId: string, rows: readonly RowToSend[]) => {
    if (progress) return;
    setFailure(undefined);
    setProgress({ done: 0, of: rows.length });
    let done = 0;
    const stopped = await sendRows(batchId, rows, {
      send: async (body, idempotencyKey) => {
        const receipt = await post<Receipt>(path, body, { idempotencyKey });
        sawPosition(receipt.position);
        done += 1;
        setProgress({ done, of: rows.length });
        return receipt;
      },
      wait: (ms) => new Promise((resolve) => window.setTimeout(resolve, ms)),
      change: learn,
    });
    setProgress(undefined);
    setFailure(stopped);
    await client.invalidateQueries();
  };
  return { save, progress, failure };
}
