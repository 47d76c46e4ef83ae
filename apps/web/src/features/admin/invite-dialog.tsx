import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { textsOf } from '../../shared/ui/form-text.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useActing } from './acting.js';
import { adminWords } from './admin.words.js';
import type { AccountItem } from './answers.js';
import { ShownOnce } from './shown-once.js';
import { StandingFields, type Standing } from './standing-fields.js';

interface Invited {
  readonly account: AccountItem;
  readonly oneTimePassword: string;
}

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useScreenWords(adminWords);
  const [standing, setStanding] = useState<Standing>({ role: 'officer', agencyIds: 'all' });
  const { mutate, data, isPending } = useActing<Invited>();
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    const typed = textsOf(event);
    const [username, name] = [typed('username').trim(), typed('name').trim()];
    mutate({ path: '/api/v1/accounts', body: { username, ...(name && { name }), ...standing } });
  };
  return (
    <Modal opened onClose={onClose} title={words.invite} closeButtonProps={{ 'aria-label': words.close }}>
      {data ? (
        <Stack>
          <Text>{words.invited({ name: data.account.username })}</Text>
          <ShownOnce label={words.oneTime} secret={data.oneTimePassword} />
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack>
            <TextInput name="username" label={words.username} required maxLength={63} data-autofocus />
            <TextInput name="name" label={words.name} maxLength={100} />
            <StandingFields value={standing} onChange={setStanding} />
            <Button type="submit" loading={isPending}>
              {words.invite}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
