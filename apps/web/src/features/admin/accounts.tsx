import { Badge, Button, Group, Stack } from '@mantine/core';
import { instantText } from '@soquy/kernel';
import { useState } from 'react';
import { useAsk } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Loaded } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { AccountDialog } from './account-dialog.js';
import { adminWords } from './admin.words.js';
import type { AccountItem } from './answers.js';
import { InviteDialog } from './invite-dialog.js';

/** Who may sign in, as what and for whom. */
export function Accounts() {
  const words = useScreenWords(adminWords);
  const answer = useAsk<{ readonly items: readonly AccountItem[] }>('/api/v1/accounts');
  const [chosen, setChosen] = useState<string>();
  const [inviting, setInviting] = useState(false);
  const columns = useColumns((account) => setChosen(account.id));
  return (
    <Stack gap="sm">
      <Group>
        <Button onClick={() => setInviting(true)}>{words.invite}</Button>
      </Group>
      <Loaded of={answer}>
        {({ items }) => (
          <>
            <DataTable
              caption={words.accounts}
              columns={columns}
              rows={items}
              keyOf={({ id }) => id}
              onOpen={({ id }) => setChosen(id)}
            />
            {chosen && <AccountDialog account={items.find(({ id }) => id === chosen)!} onClose={() => setChosen(undefined)} />}
          </>
        )}
      </Loaded>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Stack>
  );
}

function useColumns(open: (account: AccountItem) => void): Column<AccountItem>[] {
  const words = useScreenWords(adminWords);
  const say = useSay();
  const { roles } = useCatalogue().answer;
  return [
    { id: 'username', heading: words.username, cell: ({ username }) => username, sortBy: ({ username }) => username },
    { id: 'name', heading: words.name, cell: ({ name }) => name ?? '', sortBy: ({ name }) => name ?? '', isMinor: true },
    { id: 'role', heading: words.role, cell: ({ role }) => (roles[role] ? say(roles[role]) : role), sortBy: ({ role }) => role },
    {
      id: 'agencies',
      heading: words.agencies,
      cell: ({ agencyIds }) => (agencyIds === 'all' ? words.all : <Agencies ids={agencyIds} />),
      isMinor: true,
    },
    { id: 'state', heading: words.state, cell: (account) => <AccountState account={account} /> },
    {
      id: 'lastSignIn',
      heading: words.lastSignIn,
      cell: ({ lastSignInAt }) => (lastSignInAt ? instantText(lastSignInAt) : words.never),
      sortBy: ({ lastSignInAt }) => lastSignInAt ?? '',
      isMinor: true,
    },
    {
      id: 'act',
      heading: words.act,
      cell: (account) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${words.act}: ${account.username}`}
          onClick={() => open(account)}
        >
          {words.act}
        </Button>
      ),
    },
  ];
}

function AccountState({ account: { locked, demo, mustChangePassword } }: { readonly account: AccountItem }) {
  const words = useScreenWords(adminWords);
  return (
    <Group gap={4}>
      <Badge variant="outline" color={locked ? 'danger' : 'ok'} tt="none">
        {locked ? words.locked : words.open}
      </Badge>
      {demo && (
        <Badge variant="outline" color="warn" tt="none">
          {words.demo}
        </Badge>
      )}
      {mustChangePassword && (
        <Badge variant="outline" color="warn" tt="none">
          {words.mustChange}
        </Badge>
      )}
    </Group>
  );
}

/** The agencies an account holds for, by name. */
const Agencies = ({ ids }: { readonly ids: readonly string[] }) =>
  ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <ReferenceText noun="agencies" id={id} />
    </span>
  ));
