import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Receipt } from './answers.js';
import { post } from './client.js';
import { isProblem } from './problem.js';
import { sawPosition } from './position.js';

export interface Recording {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ifMatch?: number;
}

/**
 * Records a fact. An attempt whose answer was lost is repeated under the same key, so that it is booked once; other input is
 * another wish and gets another key. Every read afterwards waits for the receipt's position.
 */
export function useRecording() {
  const client = useQueryClient();
  const attempt = useRef<{ wish: string; key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async ({ path, body, ifMatch }: Recording) => {
      const wish = JSON.stringify([path, body]);
      if (attempt.current?.wish !== wish) attempt.current = { wish, key: crypto.randomUUID() };
      const receipt = await post<Receipt>(path, body, {
        idempotencyKey: attempt.current.key,
        ...(ifMatch !== undefined && { ifMatch }),
      });
      sawPosition(receipt.position);
      attempt.current = undefined;
      return receipt;
    },
    retry: (failures, error) => failures < 2 && isProblem(error) && error.status === 503,
    onSuccess: () => client.invalidateQueries(),
  });
}
