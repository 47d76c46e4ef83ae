import { Tabs, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAccount } from '../../shared/api/session-store.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { Accounts } from './accounts.js';
import { adminWords } from './admin.words.js';
import { Health } from './health.js';
import { ProjectionTable } from './projection-table.js';
import { Reference } from './reference.js';

/** Each tab, and whether it is for administrators alone. */
const TABS = [
  ['accounts', Accounts, true],
  ['projections', ProjectionTable, true],
  ['reference', Reference, false],
  ['health', Health, false],
] as const;

export function AdminPage() {
  const words = useScreenWords(adminWords);
  const isAdmin = useAccount()?.role === 'admin';
  const { tab = isAdmin ? 'accounts' : 'reference' } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const choose = (next: string | null) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, tab: next }) } as never);
  return (
    <Page title={words.title}>
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Tabs.List>
          {TABS.map(([name]) => (
            <Tabs.Tab key={name} value={name}>
              {words[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(([name, Content, adminsOnly]) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {adminsOnly && !isAdmin ? <Text>{words.onlyAdmin}</Text> : <Content />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
