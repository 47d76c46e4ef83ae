import { Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { numberText } from '@soquy/kernel';
import type { MetricCard, ObjectAnswer } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { showDay } from '../../shared/format/days.js';
import { FigureList } from '../../shared/figures/figure-list.js';
import { KindsList } from '../../shared/objects/kinds-list.js';
import { Timeline } from '../../shared/timeline/timeline.js';
import { LoadedObject } from '../../shared/objects/loaded-object.js';
import { Page } from '../../shared/ui/page.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { BudgetTab } from './budget-tab.js';
import type { ProgrammeData } from './programme-data.js';
import { ProgrammeActions } from './programme-actions.js';
import { programmeWords } from './programmes.words.js';
import { percentGone } from './time-gone.js';

/** Money of budgets has its own tab, and funds, loans and organisations are no programme's. */
const isResult = ({ metric }: MetricCard) => !/^(budget|fund|loan|organisation|programme)\./.test(metric);
const isActivity = ({ isActivity: is }: KindCard) => is;

/** A programme: its money, what was done with it, and what came of it. */
export function ProgrammePage() {
  const words = useScreenWords(programmeWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useRead<ObjectAnswer<ProgrammeData>>(`/api/v1/programmes/${id}`);
  const tabsOf = (programme: ObjectAnswer<ProgrammeData>) => [
    { name: 'budget', label: words.budget, content: <BudgetTab programme={programme} /> },
    { name: 'activities', label: words.activities, content: <KindsList query={{ programme: id }} takes={isActivity} /> },
    {
      name: 'results',
      label: words.results,
      content: <FigureList query={{ programme: id }} takes={isResult} caption={words.results} />,
    },
    { name: 'timeline', label: words.timeline, content: <Timeline noun="programmes" id={id} /> },
  ];
  return (
    <LoadedObject noun="programmes" of={answer}>
      {(programme) => (
        <Page
          title={programme.title}
          beside={<StatusBadge status={programme.status} words={programme.statusWords} />}
          actions={<ProgrammeActions programme={programme} />}
        >
          <About programme={programme} />
          <UrlTabs tabs={tabsOf(programme)} label={words.tabs} />
        </Page>
      )}
    </LoadedObject>
  );
}

function About({ programme: { id, code, data } }: { readonly programme: ObjectAnswer<ProgrammeData> }) {
  const words = useScreenWords(programmeWords);
  const { day } = useAsOf();
  const language = useLanguage();
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
    <Text c="dimmed" size="sm" component="div">
      {parts.filter(Boolean).join(' · ')} ·{' '}
      <ComputedNumber
        name="time-gone"
        value={percentGone(data, day)}
        unit="percent"
        label={words.timeGone}
        formula={programmeWords.timeGoneFormula}
        inputs={[
          { label: words.years, text: `${data.periodFromYear}–${data.periodToYear}` },
          { label: words.day, text: showDay(day) },
        ]}
        again={{
          path: `/api/v1/programmes/${encodeURIComponent(id)}`,
          from: (now: ObjectAnswer<ProgrammeData>) => percentGone(now.data, day),
        }}
      >
        {words.gone({ percent: numberText(Math.round(percentGone(data, day)), language) })}
      </ComputedNumber>
    </Text>
  );
}
