import { Paper, Text, Title } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { showDay } from '../../shared/format/days.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import { ObjectActions } from '../../shared/objects/object-actions.js';
import { Timeline } from '../../shared/timeline/timeline.js';
import { LoadedObject } from '../../shared/objects/loaded-object.js';
import { Page } from '../../shared/ui/page.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { Applications } from './applications.js';
import { FundFigures } from './fund-figures.js';
import { FundMoney } from './fund-money.js';
import { useFundFigures } from './fund-metrics.js';
import { FundSources, type FundData } from './fund-sources.js';
import { fundWords } from './fund.words.js';

type FundAnswer = ObjectAnswer<FundData>;

/** A fund: what it has and can lend, how its money moved, and what can be recorded of it. */
export function FundPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useRead<FundAnswer>(`/api/v1/funds/${encodeURIComponent(id)}`);
  return (
    <LoadedObject noun="funds" of={answer}>
      {(fund) => <Shown key={fund.id} fund={fund} />}
    </LoadedObject>
  );
}

function Shown({ fund }: { readonly fund: FundAnswer }) {
  const words = useScreenWords(fundWords);
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const figures = useFundFigures();
  const { do: wanted, act = wanted } = useSearch({ strict: false }) as { do?: string; act?: string };
  const open = (name: string | undefined) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, do: name, act: undefined }) } as never);
  const kind = catalogue.kind('funds')!;
  const tabs = [
    { name: 'overview', label: words.overview, content: <Applications fund={fund.id} /> },
    { name: 'money', label: words.money, content: <FundMoney fund={fund.id} /> },
    { name: 'sources', label: words.sources, content: <FundSources id={fund.id} data={fund.data} /> },
    { name: 'timeline', label: words.timeline, content: <Timeline noun="funds" id={fund.id} /> },
  ];
  return (
    <Page
      title={fund.title}
      beside={
        <>
          <StatusBadge status={fund.status} words={fund.statusWords} />
          <Text size="sm" c="dimmed">
            {fund.code} · {words.since} {showDay(fund.data.openedOn)}
            {fund.data.regulation && ` · ${words.regulation}: ${fund.data.regulation}`}
          </Text>
        </>
      }
    >
      <ObjectActions kind={kind} object={fund} act={({ name }) => open(name)} />
      <ActionForm fund={fund} name={act} close={() => open(undefined)} />
      {figures.data && <FundFigures fund={fund} figures={figures.data} />}
      <UrlTabs tabs={tabs} label={words.tabs} />
    </Page>
  );
}

interface ActionProps {
  readonly fund: FundAnswer;
  readonly name: string | undefined;
  readonly close: () => void;
}

function ActionForm({ fund, name, close }: ActionProps) {
  const say = useSay();
  const catalogue = useCatalogue();
  const command = catalogue.following(catalogue.kind('funds')!, fund.status).find((each) => each.name === name);
  if (!command) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={say(command.words)}>
      <Title order={2} size="h5" mb="sm">
        {say(command.words)}
      </Title>
      <RecordForm
        key={command.name}
        command={command}
        objectId={fund.id}
        revision={fund.revision}
        onRecorded={close}
        onCancel={close}
      />
    </Paper>
  );
}
