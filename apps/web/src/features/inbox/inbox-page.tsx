import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAccount } from '../../shared/api/session-store.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { Empty } from '../../shared/ui/states.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { CorrectionsWaiting } from './corrections-waiting.js';
import { DueThisMonth, OverdueNow } from './loans-due.js';
import { inboxWords } from './inbox.words.js';
import { WaitingForMe } from './waiting-for-me.js';

/** Who looks after loans sees what falls due and what is late without asking. */
const LENDING_ROLES = new Set(['credit-officer', 'fund-manager', 'leader']);

/** "Việc của tôi": what waits for the person here, oldest first. */
export function InboxPage() {
  const words = useScreenWords(inboxWords);
  const account = useAccount();
  const { isPast } = useAsOf();
  return (
    <Page title={words.title}>
      {account ? (
        <Stack gap="lg">
          {isPast && <Text c="var(--soquy-warn)">{words.alwaysNow}</Text>}
          <WaitingForMe />
          <CorrectionsWaiting />
          {LENDING_ROLES.has(account.role) && <DueThisMonth />}
          {LENDING_ROLES.has(account.role) && <OverdueNow />}
          <Anchor component={Link} to="/corrections" size="sm" w="fit-content" underline="always">
            {words.allCorrections}
          </Anchor>
        </Stack>
      ) : (
        <Empty
          actions={
            <Anchor component={Link} to="/sign-in">
              {words.signIn}
            </Anchor>
          }
        >
          {words.guest}
        </Empty>
      )}
    </Page>
  );
}
