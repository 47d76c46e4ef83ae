import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../api/problem.js';
import { useScreenWords } from '../words/screen-words.js';
import { stateWords } from './states.words.js';

interface LoadedProps<Answer> {
  readonly of: Pick<UseQueryResult<Answer>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;
  /** Height of what will stand there, so that nothing jumps. */
  readonly height?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was asked for, once it is there; a failure says what is safe and offers to ask again. */
export function Loaded<Answer>({ of, height = 160, children }: LoadedProps<Answer>) {
  const words = useScreenWords(stateWords);
  if (of.data !== undefined)
    return (
      <div aria-busy={of.isPlaceholderData || undefined}>
        <Behind answer={of.data} error={of.error} again={() => void of.refetch()} />
        {children(of.data)}
      </div>
    );
  if (of.error) return <Failure error={of.error} again={() => void of.refetch()} />;
  return <Skeleton height={height} aria-label={words.loading} role="status" />;
}

interface BehindProps {
  readonly answer: unknown;
  readonly error: unknown;
  readonly again: () => void;
}

/** Numbers that are not of this moment say so: the read tables are behind the log, or the last look failed. */
function Behind({ answer, error, again }: BehindProps) {
  const words = useScreenWords(stateWords);
  const isStale = (answer as { readonly meta?: { readonly stale?: boolean } } | null)?.meta?.stale === true;
  if (!isStale && !error) return null;
  return (
    <Alert color="warn" role="status" mb="xs">
      {error ? words.notReadAgain : words.catchingUp}{' '}
      <Button size="compact-sm" variant="default" onClick={again}>
        {words.again}
      </Button>
    </Alert>
  );
}

export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const words = useScreenWords(stateWords);
  const told = isProblem(error) ? (error.status === 0 ? words.offline : error.document.detail || words.failed) : words.failed;
  const trace = isProblem(error) ? error.document.traceId : undefined;
  return (
    <Alert color="danger" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text>{told}</Text>
        {trace && <Text size="sm">{words.code({ code: trace })}</Text>}
        {again && (
          <Button size="compact-sm" variant="default" onClick={again}>
            {words.again}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface EmptyProps {
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly actions?: ReactNode;
}

/** Nothing is here yet: says what belongs here and how it gets here. */
export function Empty({ children, actions }: EmptyProps) {
  return (
    <Stack align="flex-start" gap="xs" py="md">
      <Text c="dimmed">{children}</Text>
      {actions}
    </Stack>
  );
}
