import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
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
  const toSignIn = () => void navigate({ to: '/sign-in' } as never);
  if (!account)
    return (
      <Button size="compact-sm" onClick={toSignIn}>
        {words.signIn}
      </Button>
    );
  const leave = async () => {
    await signOut();
    client.clear();
    toSignIn();
  };
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {account.name ?? account.username}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/account' } as never)}>{words.account}</Menu.Item>
        <Menu.Item onClick={() => void leave()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
