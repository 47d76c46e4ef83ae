import { Paper, Skeleton, Text, Title } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { useAccount } from '../../shared/api/session-store.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { useKeys } from '../../shared/keys/keys.js';
import { ObjectActions } from '../../shared/objects/object-actions.js';
import { useOpened } from '../../shared/objects/use-opened.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { LoadedObject } from '../../shared/objects/loaded-object.js';
import { Page } from '../../shared/ui/page.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { actionFormWords } from './action.words.js';
import { DaySlider } from './day-slider.js';
import type { LoanAnswer } from './loan-answer.js';
import { LoanKeyFigures } from './loan-key-figures.js';
import { loanWords } from './loans.words.js';
import { sameStep } from './same-person.js';

/** What is opened now and then comes when it is opened. */
const LoanActionForm = lazy(() => import('./loan-action-form.js').then((each) => ({ default: each.LoanActionForm })));
const LoanOverview = lazy(() => import('./loan-overview.js').then((each) => ({ default: each.LoanOverview })));
const LoanSchedule = lazy(() => import('./loan-schedule.js').then((each) => ({ default: each.LoanSchedule })));
const LoanFile = lazy(() => import('./loan-file.js').then((each) => ({ default: each.LoanFile })));
const LoanTransactions = lazy(() => import('./loan-transactions.js').then((each) => ({ default: each.LoanTransactions })));
const Timeline = lazy(() => import('../../shared/timeline/timeline.js').then((each) => ({ default: each.Timeline })));

/** A loan from its file to its last payment: what may be done, what is owed, when, and how it came about. */
export function LoanPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useRead<LoanAnswer>(`/api/v1/loans/${encodeURIComponent(id)}`);
  return (
    <LoadedObject noun="loans" of={answer}>
      {(loan) => <Shown key={loan.id} loan={loan} />}
    </LoadedObject>
  );
}

const KEYS = { RecordRepayment: 'T', ApproveLoan: 'A', RejectLoan: 'R' } as const;

function Shown({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const { do: wanted, act = wanted } = useSearch({ strict: false }) as { do?: string; act?: string };
  const whyNot = useWhyNot(loan);
  const kind = catalogue.kind('loans')!;
  const next = catalogue.following(kind, loan.status);
  const open = (name: string | undefined) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: name, act: undefined }) } as never);
  const byKey = (name: keyof typeof KEYS) => () => {
    const command = next.find((each) => each.name === name);
    if (command?.mine && !isPast && !whyNot(command)) open(name);
  };
  useKeys({ KeyT: byKey('RecordRepayment'), KeyA: byKey('ApproveLoan'), KeyR: byKey('RejectLoan') });
  const command = useOpened(
    next.find(({ name }) => name === act),
    act,
  );
  const tabs = [
    { name: 'overview', label: words.overview, content: <LoanOverview loan={loan} /> },
    { name: 'schedule', label: words.schedule, content: <LoanSchedule loan={loan} /> },
    { name: 'transactions', label: words.transactions, content: <LoanTransactions loan={loan} /> },
    { name: 'file', label: words.file, content: <LoanFile loan={loan} /> },
    { name: 'timeline', label: words.timeline, content: <Timeline noun="loans" id={loan.id} /> },
  ];
  return (
    <Page
      title={loan.title}
      beside={
        <>
          <StatusBadge status={loan.status} words={loan.statusWords} />
          <Text size="sm" c="dimmed" component="div">
            {loan.code} · <ReferenceText noun="organisations" id={loan.data.organisation.organisationId} /> ·{' '}
            <ReferenceText noun="funds" id={loan.data.fundId} />
          </Text>
        </>
      }
    >
      <ObjectActions kind={kind} object={loan} act={({ name }) => open(name)} whyNot={whyNot} keys={KEYS} />
      {command && <ActionPaper key={command.name} command={command} loan={loan} close={() => open(undefined)} />}
      <LoanKeyFigures loan={loan} />
      <DaySlider loan={loan} />
      <Suspense fallback={<Skeleton height={240} />}>
        <UrlTabs tabs={tabs} label={words.tabs} />
      </Suspense>
    </Page>
  );
}

interface ActionProps {
  readonly command: CommandCard;
  readonly loan: LoanAnswer;
  readonly close: () => void;
}

function ActionPaper({ command, loan, close }: ActionProps) {
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!section.current?.contains(document.activeElement)) heading.current?.focus();
  }, []);
  return (
    <Paper withBorder p="md" component="section" aria-label={say(command.words)} ref={section}>
      <Title order={2} size="h5" mb="sm" ref={heading} tabIndex={-1}>
        {say(command.words)}
      </Title>
      <Suspense fallback={<Skeleton height={240} />}>
        <LoanActionForm command={command} loan={loan} close={close} />
      </Suspense>
    </Paper>
  );
}

/** Who took one step may not take the next (maker and checker); what is drawn in full cannot be drawn further. */
function useWhyNot(loan: LoanAnswer): (command: CommandCard) => string | undefined {
  const words = useScreenWords(actionFormWords);
  const account = useAccount();
  const isDrawn = loan.data.undrawnVnd === 0;
  return ({ name }) => {
    if (isDrawn && (name === 'DisburseLoan' || name === 'ReleaseUndrawnCapital')) return words.nothingUndrawn;
    const step = sameStep(name, loan.data, account?.id);
    return step && words.samePerson({ step: words[step] });
  };
}
