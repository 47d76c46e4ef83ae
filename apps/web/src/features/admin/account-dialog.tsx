import { Button, Divider, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type SyntheticEvent } from 'react';
import { useAccount } from '../../shared/api/session-store.js';
import { textsOf } from '../../shared/ui/form-text.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useActing } from './acting.js';
import { adminWords } from './admin.words.js';
import type { AccountItem } from './answers.js';
import { ShownOnce } from './shown-once.js';
import { StandingFields, type Standing } from './standing-fields.js';

interface Props {
  readonly account: AccountItem;
  readonly onClose: () => void;
}

/** What can be done about one account. Nobody can lock himself out; the api refuses it as well. */
export function AccountDialog({ account, onClose }: Props) {
  const words = useScreenWords(adminWords);
  const title = account.name ? `${account.name} (${account.username})` : account.username;
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        <Acts account={account} />
        <Divider />
        <StandingForm account={account} />
        <Divider />
        <Keys account={account} />
      </Stack>
    </Modal>
  );
}

/** Its words, and the end of its address. */
const ACTS = [
  ['lock', 'locks'],
  ['unlock', 'unlocks'],
  ['endSessions', 'session-endings'],
  ['renew', 'passwords'],
] as const;

function Acts({ account: { id, username, locked } }: { readonly account: AccountItem }) {
  const words = useScreenWords(adminWords);
  const own = useAccount()?.id === id;
  const { mutate, data, isPending } = useActing<{ readonly oneTimePassword?: string }>();
  const offered = ACTS.filter(([act]) => act !== (locked ? 'lock' : 'unlock') && !(own && act === 'lock'));
  const act = (name: (typeof ACTS)[number][0], path: string) => {
    if (!window.confirm(words.sure({ act: words[name], name: username }))) return;
    const message = words.done({ act: words[name], name: username });
    mutate({ path: `/api/v1/accounts/${id}/${path}` }, { onSuccess: () => notifications.show({ message }) });
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {offered.map(([name, path]) => (
          <Button key={name} variant="default" size="compact-md" loading={isPending} onClick={() => act(name, path)}>
            {words[name]}
          </Button>
        ))}
      </Group>
      {data?.oneTimePassword && <ShownOnce label={words.oneTime} secret={data.oneTimePassword} />}
    </Stack>
  );
}

function StandingForm({ account: { id, username, role, agencyIds } }: { readonly account: AccountItem }) {
  const words = useScreenWords(adminWords);
  const [standing, setStanding] = useState<Standing>({ role, agencyIds });
  const { mutate, isPending } = useActing();
  const save = () =>
    mutate(
      { path: `/api/v1/accounts/${id}/roles`, body: standing },
      { onSuccess: () => notifications.show({ message: words.done({ act: words.change, name: username }) }) },
    );
  return (
    <Stack gap="xs">
      <StandingFields value={standing} onChange={setStanding} />
      <Group>
        <Button variant="default" onClick={save} loading={isPending}>
          {words.change}
        </Button>
      </Group>
    </Stack>
  );
}

function Keys({ account: { id, keys } }: { readonly account: AccountItem }) {
  const words = useScreenWords(adminWords);
  const { mutate, data } = useActing<{ readonly key?: string }>();
  const add = (event: SyntheticEvent<HTMLFormElement>) =>
    mutate({ path: `/api/v1/accounts/${id}/keys`, body: { label: textsOf(event)('label') } });
  return (
    <Stack gap="xs">
      <Text fw={600}>{words.keys}</Text>
      {keys.map((key) => (
        <Group key={key.id} justify="space-between">
          <Text size="sm">
            {key.label} · {key.id}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${words.revoke}: ${key.label}`}
            onClick={() => mutate({ path: `/api/v1/accounts/${id}/keys/${key.id}/revocations` })}
          >
            {words.revoke}
          </Button>
        </Group>
      ))}
      {data?.key && <ShownOnce label={words.newKey} secret={data.key} />}
      <form onSubmit={add}>
        <Group align="end">
          <TextInput name="label" label={words.keyLabel} required maxLength={100} />
          <Button type="submit" variant="default">
            {words.addKey}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
