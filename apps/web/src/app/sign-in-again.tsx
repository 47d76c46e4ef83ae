import { Button, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { signOut } from '../shared/api/sessions.js';
import type { Account } from '../shared/api/session-store.js';
import { SignInForm } from '../shared/session/sign-in-form.js';
import { sessionWords } from '../shared/session/session.words.js';
import { useScreenWords } from '../shared/words/screen-words.js';

/** Loads the page anew, so that nothing of who was here before is left in it. */
const startAnew = (address: string) => window.location.assign(address);

/** Over a page whose session ran out: what was typed stays beneath for the same person, and for nobody else. */
export default function SignInAgain({ account }: { readonly account: Account }) {
  const words = useScreenWords(sessionWords);
  const client = useQueryClient();
  const enter = ({ username }: Account) => {
    if (username === account.username) void client.invalidateQueries();
    else startAnew('/');
  };
  const leave = async () => {
    await signOut();
    startAnew('/sign-in');
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={words.ended}>
      <Text mb="sm">{words.endedWhy}</Text>
      <SignInForm username={account.username} onDone={enter} />
      <Button variant="subtle" mt="xs" fullWidth onClick={() => void leave()}>
        {words.notMe}
      </Button>
    </Modal>
  );
}
