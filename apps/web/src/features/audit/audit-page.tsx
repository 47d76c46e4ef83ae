import { Tabs } from '@mantine/core';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { auditWords } from './audit.words.js';
import { EventsTab } from './events-tab.js';
import { ExceptionsTab } from './exceptions-tab.js';
import { FiguresTab } from './figures-tab.js';
import { PersonTab } from './person-tab.js';

const TABS = ['figures', 'events', 'exceptions', 'person'] as const;

/** Any number down to its events, any event up to what it did; both dates as on every page. */
export function AuditPage() {
  const words = useScreenWords(auditWords);
  const [search, set] = useAuditSearch();
  const tab = TABS.find((each) => each === search.tab) ?? 'figures';
  return (
    <Page title={words.title}>
      <Tabs value={tab} onChange={(next) => set({ tab: next ?? undefined })} keepMounted={false}>
        <Tabs.List mb="md">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="figures">
          <FiguresTab />
        </Tabs.Panel>
        <Tabs.Panel value="events">
          <EventsTab />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions">
          <ExceptionsTab />
        </Tabs.Panel>
        <Tabs.Panel value="person">
          <PersonTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
