import { Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { FIELDS_OF_METHODS } from '../../../../../libs/programmes/src/loan/loan.terms.schedule.js';
import { today } from '../../shared/as-of/as-of.js';
import type { TypedGroup } from '../../shared/forms/typed.js';
import { useFieldsOf, useWhatIf } from '../../shared/lending/terms-fields.js';
import { useCalendar } from '../../shared/lending/use-calendar.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { caseOf } from './what-if-case.js';
import { WhatIfResult } from './what-if-result.js';
import { WHAT_IF_FIELDS } from './what-if-fields.js';
import { newLoanWords } from './new-loan.words.js';

const POLICIES = [
  'amountVnd',
  'termMonths',
  'annualRateBasisPoints',
  'method',
  'instalmentEveryMonths',
  'interestEveryMonths',
  'paymentDay',
  'graceMonths',
  'multipleOfVnd',
  'principalBasisPoints',
  'instalmentVnd',
  'instalments',
  'dayCount',
  'allocation',
  'prepayment',
  'overdueRatePercent',
  'lateInterestBasisPoints',
  'lateInterestCapPercent',
];
const USUAL = {
  amountVnd: 200_000_000,
  termMonths: 24,
  annualRateBasisPoints: 660,
  method: 'equalPrincipal',
  instalmentEveryMonths: 3,
  interestEveryMonths: 3,
  overdueRatePercent: 150,
};

/** What only one way of repayment knows is asked only for it. */
function isOfItsMethod(field: string, { method }: TypedGroup): boolean {
  const only: Readonly<Record<string, string>> = FIELDS_OF_METHODS;
  return only[field] === undefined || only[field] === method;
}

/** Any loan with any policy, and payments that never were: computed here, and by the server to the same numbers. */
export function CalculatorPage() {
  const words = useScreenWords(newLoanWords);
  const { years } = useCalendar();
  const properties = { startsOn: WHAT_IF_FIELDS.startsOn, ...useFieldsOf('ApproveLoan', POLICIES), ...WHAT_IF_FIELDS.rest };
  const initial = { startsOn: today(), on: today(), ...USUAL };
  const { values, fields } = useWhatIf({ properties, initial, search: 'terms', isShown: isOfItsMethod });
  return (
    <Page title={words.calculator}>
      <Text c="dimmed">{words.calculatorWhy}</Text>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Paper withBorder p="md" component="section" aria-label={words.terms}>
            <Stack gap="sm">
              <Title order={2} size="h5">
                {words.terms}
              </Title>
              {fields}
            </Stack>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <WhatIfResult told={caseOf(values, years)} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
