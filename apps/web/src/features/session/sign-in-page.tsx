import { Paper } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Account } from '../../shared/api/session-store.js';
import { SignInForm } from '../../shared/session/sign-in-form.js';
import { sessionWords } from '../../shared/session/session.words.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';

/** Staff begin with what waits for them, leaders with the overview. */
const homeOf = ({ role, mustChangePassword }: Account) => (mustChangePassword ? '/account' : role === 'leader' ? '/' : '/inbox');

export function SignInPage() {
  const words = useScreenWords(sessionWords);
  const navigate = useNavigate();
  const client = useQueryClient();
  const enter = (account: Account) => {
    client.clear(); // what was read before was what another may see
    void navigate({ to: homeOf(account) } as never);
  };
  return (
    <Page title={words.title}>
      <Paper maw={400} p="md" withBorder>
        <SignInForm onDone={enter} />
      </Paper>
      <Link to="/">{words.asGuest}</Link>
    </Page>
  );
}
