import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { signOut } from '../shared/api/sessions.js';
import { useAccount } from '../shared/api/session-store.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';

/** Who is here, and the way out. */
export function AccountMenu() {
  const words = useScreenWords(appWords);
  const account = useAccount();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [isHeld, setHeld] = useState(false);
  const toSignIn = () => void navigate({ to: '/sign-in' } as never);
  if (!account)
    return (
      <Button size="compact-sm" onClick={toSignIn}>
        {words.signIn}
      </Button>
    );
  const leave = async () => {
    try {
      await signOut();
    } catch {
      return setHeld(true);
    }
    client.clear();
    toSignIn();
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
      <Button size="compact-xs" variant="default" onClick={() => void leave()}>
        {words.signOut}
      </Button>
    </Group>
  );
}
