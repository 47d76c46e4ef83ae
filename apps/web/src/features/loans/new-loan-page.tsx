import { Anchor, Grid, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { today } from '../../shared/as-of/as-of.js';
import type { MaybeAgreed } from '../../shared/lending/agreed-schedule.js';
import { Proposal } from '../../shared/lending/proposal.js';
import { useFieldsOf, useWhatIf } from '../../shared/lending/terms-fields.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { newLoanWords } from './new-loan.words.js';
import { loanWords } from './loans.words.js';

/** The form and the schedule beside it come at the same time, each by itself. */
const RecordForm = lazy(() => import('../../shared/forms/record-form.js').then((each) => ({ default: each.RecordForm })));

type Values = Readonly<Record<string, unknown>>;

/** Percent of an office's screen for the form, so that it keeps its two columns and the schedule all of its own. */
const FORM = 48;

/** The loan file on one page: what is asked for on the left, what it would come to on the right, live. */
export function NewLoanPage() {
  const words = useScreenWords(loanWords);
  const own = useScreenWords(newLoanWords);
  const navigate = useNavigate();
  const command = useCatalogue().command('ApplyForLoan');
  const found = useSearch({ strict: false }) as { fund?: string; organisation?: string };
  const [values, setValues] = useState<Values>({});
  if (!command) return null;
  const initial = {
    effectiveOn: today(),
    ...(found.fund && { fundId: found.fund }),
    ...(found.organisation && { organisationId: found.organisation }),
  };
  return (
    <Page
      title={words.newLoan}
      actions={
        <Anchor component={Link} to="/loans/calculator">
          {words.calculator}
        </Anchor>
      }
    >
      <Grid columns={100} gap="sm">
        <Grid.Col span={{ base: 100, lg: FORM }}>
          <Paper withBorder p="sm">
            <Suspense fallback={<Skeleton height={400} />}>
              <RecordForm
                command={command}
                initial={initial}
                isDetailed
                preview={(now) => <Told values={now} tell={setValues} />}
                onRecorded={({ objectId }, _, goesOn) => !goesOn && void navigate({ to: pathOf('loans', objectId) } as never)}
              />
            </Suspense>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 100, lg: 100 - FORM }}>
          <Paper withBorder p="sm" component="section" aria-label={own.live}>
            <Stack gap="sm">
              <Title order={2} size="h5">
                {own.live}
              </Title>
              <Text size="sm" c="dimmed">
                {own.liveWhy}
              </Text>
              <Foreseen values={values} />
            </Stack>
          </Paper>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Hands what is typed in the form to what stands beside it. */
function Told({ values, tell }: { readonly values: Values; readonly tell: (values: Values) => void }) {
  const { amountVnd, termMonths, effectiveOn } = values;
  useEffect(() => tell({ amountVnd, termMonths, effectiveOn }), [amountVnd, termMonths, effectiveOn, tell]);
  return null;
}

const ASSUMED = ['annualRateBasisPoints', 'method', 'instalmentEveryMonths', 'interestEveryMonths'];
const USUAL = { annualRateBasisPoints: 660, method: 'equalPrincipal', instalmentEveryMonths: 3, interestEveryMonths: 3 };

/** What is agreed only with the approval is assumed here, and recorded nowhere. */
function Foreseen({ values }: { readonly values: Values }) {
  const { values: assumed, fields } = useWhatIf({ properties: useFieldsOf('ApproveLoan', ASSUMED), initial: USUAL });
  const typed: MaybeAgreed = { ...assumed, ...(values as MaybeAgreed) };
  const startsOn = typeof values.effectiveOn === 'string' ? values.effectiveOn : today();
  return (
    <>
      {fields}
      <Proposal name="new" typed={typed} startsOn={startsOn} />
    </>
  );
}
