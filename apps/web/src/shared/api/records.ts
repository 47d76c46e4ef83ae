import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Receipt } from './answers.js';
import { Attempts } from './attempts.js';
import { post } from './client.js';
import { isProblem } from './problem.js';
import { randomKey } from './random-key.js';
import { sawPosition } from './position.js';
import { useAccount } from './session-store.js';

export interface Recording {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifMatch?: number;
}

const attempts = new Attempts(randomKey, window.localStorage);

/**
 * Records a fact. An attempt whose answer was lost is repeated under the same key, so that it is booked once; other input is
 * another wish and gets another key. Every read afterwards waits for the receipt's position.
 */
export function useRecording() {
  const client = useQueryClient();
  const username = useAccount()?.username;
  return useMutation({
    mutationFn: async ({ path, body, ifMatch }: Recording) => {
      const wish = JSON.stringify([username, path, body]);
      const receipt = await post<Receipt>(path, body, {
        idempotencyKey: attempts.keyOf(wish),
        ...(ifMatch !== undefined && { ifMatch }),
      });
      sawPosition(receipt.position);
      attempts.recorded(wish);
      return receipt;
    },
    retry: (failures, error) => failures < 2 && isProblem(error) && error.status === 503,
    onSuccess: () => client.invalidateQueries(),
  });
}
