import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { signOut } from '../shared/api/sessions.js';
import { useAccount } from '../shared/api/session-store.js';
import type { KeptHere } from '../shared/session/kept-here.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';

/** Nothing of this is needed before somebody leaves. */
const onDevice = () => import('../shared/session/kept-here.js');
const LeaveDialog = lazy(() => import('./leave-dialog.js'));

/** Who is here, and the way out. */
export function AccountMenu() {
  const words = useScreenWords(appWords);
  const account = useAccount();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isHeld, setHeld] = useState(false);
  const [kept, setKept] = useState<KeptHere>();
  const toSignIn = () => void navigate({ to: '/sign-in' } as never);
  if (!account)
    return (
      <Button size="compact-sm" onClick={toSignIn}>
        {words.signIn}
      </Button>
    );
  const { username } = account;
  const leave = async () => {
    setKept(undefined);
    try {
      const { dropKept } = await onDevice();
      await signOut();
      dropKept(window.localStorage, username);
    } catch {
      return setHeld(true);
    }
    client.clear();
    toSignIn();
  };
  const begin = async () => {
    const found = await onDevice().then(
      ({ keptHere }) => keptHere(window.localStorage, username),
      () => undefined,
    );
    if (found && found.drafts.length + found.tables.length > 0) setKept(found);
    else await leave();
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <Anchor component={Link} to="/account" size="sm" title={words.account} truncate maw={{ base: 72, sm: 220 }}>
        {account.name ?? account.username}
      </Anchor>
      {isHeld && (
        <Text size="xs" c="var(--soquy-danger)" role="alert">
          {words.stillIn}
        </Text>
      )}
      <Button size="compact-xs" variant="default" onClick={() => void begin()}>
        {words.signOut}
      </Button>
      <Suspense>{kept && <LeaveDialog kept={kept} stay={() => setKept(undefined)} leave={() => void leave()} />}</Suspense>
    </Group>
  );
}
