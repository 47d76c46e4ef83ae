import { Alert, Button, List, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SyntheticEvent } from 'react';
import { post } from '../../shared/api/client.js';
import { isProblem } from '../../shared/api/problem.js';
import { openSession } from '../../shared/api/sessions.js';
import { useAccount } from '../../shared/api/session-store.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { textsOf } from '../../shared/ui/form-text.js';
import { Page } from '../../shared/ui/page.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { adminWords } from './admin.words.js';

/** One's own account: what it may do, and its password. */
export function AccountPage() {
  const words = useScreenWords(adminWords);
  const account = useAccount();
  if (!account) return <Page title={words.own}>{words.guest}</Page>;
  return (
    <Page title={words.own}>
      {account.mustChangePassword && <Alert color="warn">{words.due}</Alert>}
      <OwnPassword />
      {!account.mustChangePassword && <Rights />}
    </Page>
  );
}

function OwnPassword() {
  const words = useScreenWords(adminWords);
  const [failure, setFailure] = useState<string>();
  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = textsOf(event);
    try {
      await post('/api/v1/sessions/current/passwords', { current: typed('current'), next: typed('next') });
      setFailure(undefined);
      form.reset();
      notifications.show({ message: words.changed });
      await openSession();
    } catch (error) {
      setFailure(isProblem(error) ? (error.document.errors?.[0]?.detail ?? error.document.detail) : String(error));
    }
  };
  return (
    <Paper withBorder p="md" maw={400}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Title order={2} size="h4">
            {words.password}
          </Title>
          {failure && (
            <Alert color="danger" role="alert">
              {failure}
            </Alert>
          )}
          <PasswordInput name="current" label={words.current} autoComplete="current-password" required />
          <PasswordInput name="next" label={words.next} autoComplete="new-password" required />
          <Button type="submit">{words.password}</Button>
        </Stack>
      </form>
    </Paper>
  );
}

function Rights() {
  const words = useScreenWords(adminWords);
  const say = useSay();
  const mine = useCatalogue().answer.commands.filter((command) => command.mine);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {words.rights}
      </Title>
      {mine.length === 0 ? (
        <Text>–</Text>
      ) : (
        <List>
          {mine.map(({ name, words: told }) => (
            <List.Item key={name}>{say(told)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
