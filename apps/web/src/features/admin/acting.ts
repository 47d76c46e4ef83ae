import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../shared/api/client.js';
import { isProblem } from '../../shared/api/problem.js';

/** An act of administration: it takes hold at once and says so; what it shows is read again. */
export function useActing<Answer>() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body = {} }: { readonly path: string; readonly body?: unknown }) => post<Answer>(path, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['ask'] }),
    onError: (error) =>
      notifications.show({ color: 'danger', message: isProblem(error) ? error.document.detail : String(error), role: 'alert' }),
  });
}
