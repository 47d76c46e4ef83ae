import { Anchor, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import type { ListItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useWholeList } from '../../shared/api/use-whole-list.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Failure, Loaded } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { Applications } from './applications.js';
import { FundFigures } from './fund-figures.js';
import { useFundFigures } from './fund-metrics.js';
import { fundWords } from './fund.words.js';

const RecordForm = lazy(async () => ({ default: (await import('../../shared/forms/record-form.js')).RecordForm }));

/** All funds with what each has and can lend, and the loan files that wait. */
export function FundsPage() {
  const words = useScreenWords(fundWords);
  const funds = useWholeList<ListItem>('/api/v1/funds', { sort: 'title' });
  const figures = useFundFigures();
  // What waits is asked for after the money stands there, whichever of the two it is made from came last.
  const isShown = (figures.data && funds.data) || figures.error !== undefined || funds.error !== null;
  return (
    <Page title={words.title} actions={<Ways />}>
      <OpenFund />
      {figures.error !== undefined && !figures.data && <Failure error={figures.error} />}
      <Loaded of={funds} height={200}>
        {({ items }) => (
          <Stack>
            {items.length === 0 && <Empty>{words.none}</Empty>}
            {items.map((fund) => (
              <Paper key={fund.id} withBorder p="md" component="section" aria-label={fund.title}>
                <Stack gap="sm">
                  <Title order={2} size="h5">
                    <ObjectLink link={{ ...fund, noun: 'funds' }} />
                  </Title>
                  {figures.data && <FundFigures fund={fund} figures={figures.data} />}
                </Stack>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      {isShown && <Applications />}
    </Page>
  );
}

function Ways() {
  const words = useScreenWords(fundWords);
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const catalogue = useCatalogue();
  const may = (name: string) => !isPast && catalogue.command(name)?.mine;
  const open = () => void navigate({ to: '.', search: (before: object) => ({ ...before, act: 'OpenFund' }) } as never);
  return (
    <Group gap="sm">
      {may('ApplyForLoan') && (
        <Button component={Link} to="/loans/new">
          {words.newLoan}
        </Button>
      )}
      {may('OpenFund') && (
        <Button variant="default" onClick={open}>
          {words.open}
        </Button>
      )}
      <Anchor component={Link} to="/loans">
        {words.allLoans}
      </Anchor>
      <Anchor component={Link} to="/overdue">
        {words.age}
      </Anchor>
    </Group>
  );
}

function OpenFund() {
  const say = useSay();
  const navigate = useNavigate();
  const command = useCatalogue().command('OpenFund');
  const { act } = useSearch({ strict: false }) as { act?: string };
  if (act !== 'OpenFund' || !command) return null;
  const close = () => void navigate({ to: '.', search: (before: object) => ({ ...before, act: undefined }) } as never);
  return (
    <Paper withBorder p="md" component="section" aria-label={say(command.words)}>
      <RecordForm
        command={command}
        onRecorded={({ objectId }, _, goesOn) => !goesOn && void navigate({ to: pathOf('funds', objectId) } as never)}
        onCancel={close}
      />
    </Paper>
  );
}
