import { Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { MetricCard, ObjectAnswer } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { showDay } from '../../shared/format/days.js';
import { FigureList } from '../../shared/figures/figure-list.js';
import { KindsList } from '../../shared/objects/kinds-list.js';
import { Timeline } from '../../shared/timeline/timeline.js';
import { Page } from '../../shared/ui/page.js';
import { Loaded } from '../../shared/ui/states.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { BudgetTab } from './budget-tab.js';
import type { ProgrammeData } from './programme-data.js';
import { ProgrammeActions } from './programme-actions.js';
import { programmeWords } from './programmes.words.js';

/** Money of budgets has its own tab, and funds, loans and organisations are no programme's. */
const isResult = ({ metric }: MetricCard) => !/^(budget|fund|loan|organisation|programme)\./.test(metric);
const isActivity = ({ isActivity: is }: KindCard) => is;

/** A programme: its money, what was done with it, and what came of it. */
export function ProgrammePage() {
  const words = useScreenWords(programmeWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useRead<ObjectAnswer<ProgrammeData>>(`/api/v1/programmes/${id}`);
  const tabs = [
    { name: 'budget', label: words.budget, content: <BudgetTab programme={id} /> },
    { name: 'activities', label: words.activities, content: <KindsList query={{ programme: id }} takes={isActivity} /> },
    {
      name: 'results',
      label: words.results,
      content: <FigureList query={{ programme: id }} takes={isResult} caption={words.results} />,
    },
    { name: 'timeline', label: words.timeline, content: <Timeline noun="programmes" id={id} /> },
  ];
  return (
    <Loaded of={answer} height={400}>
      {(programme) => (
        <Page
          title={programme.title}
          beside={<StatusBadge status={programme.status} words={programme.statusWords} />}
          actions={<ProgrammeActions programme={programme} />}
        >
          <About programme={programme} />
          <UrlTabs tabs={tabs} label={words.tabs} />
        </Page>
      )}
    </Loaded>
  );
}

function About({ programme: { code, data } }: { readonly programme: ObjectAnswer<ProgrammeData> }) {
  const words = useScreenWords(programmeWords);
  const { legalBasis, leadAgency } = data;
  const basis =
    legalBasis && [legalBasis.documentNumber, legalBasis.issuer, showDay(legalBasis.issuedOn)].filter(Boolean).join(', ');
  const parts = [
    code,
    `${words.years} ${data.periodFromYear}–${data.periodToYear}`,
    basis && `${words.legalBasis}: ${basis}`,
    leadAgency && `${words.lead}: ${leadAgency}`,
  ];
  return (
    <Text c="dimmed" size="sm">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
}
