import { Modal, Text } from '@mantine/core';
import type { Account } from '../shared/api/session-store.js';
import { SignInForm } from '../shared/session/sign-in-form.js';
import { sessionWords } from '../shared/session/session.words.js';
import { useScreenWords } from '../shared/words/screen-words.js';

/** Over a page whose session ran out: what was typed stays beneath. */
export default function SignInAgain({ account }: { readonly account: Account }) {
  const words = useScreenWords(sessionWords);
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={words.ended}>
      <Text mb="sm">{words.endedWhy}</Text>
      <SignInForm username={account.username} onDone={() => undefined} />
    </Modal>
  );
}
