import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '../api/problem.js';
import { signIn } from '../api/sessions.js';
import type { Account } from '../api/session-store.js';
import { textsOf } from '../ui/form-text.js';
import { useScreenWords } from '../words/screen-words.js';
import { sessionWords } from './session.words.js';

interface Props {
  readonly username?: string;
  readonly onDone: (account: Account) => void;
}

/** Username and password; password managers and paste work. */
export function SignInForm({ username = '', onDone }: Props) {
  const words = useScreenWords(sessionWords);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    const typed = textsOf(event);
    setBusy(true);
    try {
      onDone(await signIn(typed('username'), typed('password')));
    } catch (error) {
      setFailure((isProblem(error) && error.document.detail) || words.failed);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {failure && (
          <Alert color="danger" role="alert">
            {failure}
          </Alert>
        )}
        <TextInput
          name="username"
          label={words.username}
          autoComplete="username"
          defaultValue={username}
          required
          data-autofocus
        />
        <PasswordInput name="password" label={words.password} autoComplete="current-password" required />
        <Button type="submit" loading={busy}>
          {words.submit}
        </Button>
      </Stack>
    </form>
  );
}
