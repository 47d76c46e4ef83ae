import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerTo, type Calculation, type Case, type Statement } from '@soquy/lending';
import { post } from '../../shared/api/client.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import type { NumberUnit } from '../../shared/figures/number-units.js';
import type { ComputedInput } from '../../shared/figures/computed-input.js';
import { showDay } from '../../shared/format/days.js';
import { lendingWords } from '../../shared/lending/lending.words.js';
import { ScheduleTable } from '../../shared/lending/schedule-table.js';
import { Failure } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { newLoanWords } from './new-loan.words.js';

/** What comes of a case, computed here; the server is asked for the same on request. */
export function WhatIfResult({ told }: { readonly told: Case | undefined }) {
  const words = useScreenWords(lendingWords);
  const say = useSay();
  if (!told) return <Text c="dimmed">{words.notYet}</Text>;
  const answer = answerTo(told);
  if (answer.mistakes)
    return (
      <Alert color="warn">
        {answer.mistakes.map(({ pointer, detail }) => (
          <Text key={`${pointer} ${say(detail)}`}>{say(detail)}</Text>
        ))}
      </Alert>
    );
  return <Result told={told} calculation={answer.calculation} />;
}

function Result({ told, calculation }: { readonly told: Case; readonly calculation: Calculation }) {
  const inputs = useInputs(told);
  const [statement] = calculation.statements;
  return (
    <Stack gap="md">
      {statement && <Standing statement={statement} inputs={inputs} />}
      <Paper withBorder p="md">
        <ScheduleTable name="what-if" schedule={calculation.schedule} inputs={inputs} />
      </Paper>
      <Comparison told={told} calculation={calculation} />
    </Stack>
  );
}

function useInputs({ contract, facts }: Case): readonly ComputedInput[] {
  const words = useScreenWords(newLoanWords);
  const { principal, annualRateBasisPoints, grid } = contract;
  const shared = useScreenWords(lendingWords);
  return [
    { label: shared.principal, value: principal, unit: 'vnd' },
    { label: shared.fromTerms, value: annualRateBasisPoints, unit: 'basisPoints' },
    { label: shared.instalments, value: grid.termMonths, unit: 'months' },
    ...facts.flatMap((fact): ComputedInput[] =>
      fact.kind === 'repaid' ? [{ label: `${words.paidOn} ${showDay(fact.on)}`, value: fact.amount, unit: 'vnd' }] : [],
    ),
  ];
}

const SHOWN = {
  outstanding: ({ outstanding }: Statement) => outstanding,
  overdue: ({ overdue }: Statement) => overdue.principal,
  interestDue: ({ due }: Statement) => due.interest + due.overdueInterest + due.lateInterest,
  accrued: ({ accruedInterest }: Statement) => accruedInterest,
  payoff: ({ payoff }: Statement) => payoff,
  days: ({ daysPastDue }: Statement) => daysPastDue,
} as const;
const NAMES = Object.keys(SHOWN) as (keyof typeof SHOWN)[];
const unitOf = (name: keyof typeof SHOWN): NumberUnit => (name === 'days' ? 'day' : 'vnd');

interface StandingProps {
  readonly statement: Statement;
  readonly inputs: readonly ComputedInput[];
}

function Standing({ statement, inputs }: StandingProps) {
  const words = useScreenWords(newLoanWords);
  return (
    <Paper withBorder p="md" component="section" aria-label={words.standing}>
      <Title order={2} size="h5" mb="xs">
        {words.standing}: {showDay(statement.on)}
      </Title>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
        {NAMES.map((name) => (
          <div key={name}>
            <Text size="sm" c="dimmed">
              {words[name]}
            </Text>
            <ComputedNumber
              name={`what-if-${name}`}
              value={SHOWN[name](statement)}
              unit={unitOf(name)}
              label={words[name]}
              formula={newLoanWords.formula}
              inputs={inputs}
            />
          </div>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

function Comparison({ told, calculation }: { readonly told: Case; readonly calculation: Calculation }) {
  const words = useScreenWords(newLoanWords);
  const asked = useMutation({ mutationFn: () => post<Calculation>('/api/v1/loan-calculations', told) });
  const plain = (answer: Calculation) => JSON.stringify([answer.schedule, answer.statements]);
  const same = asked.data && plain(asked.data) === plain(JSON.parse(JSON.stringify(calculation)) as Calculation);
  return (
    <Group gap="md" className="soquy-no-print">
      <Button variant="default" loading={asked.isPending} onClick={() => asked.mutate()}>
        {words.check}
      </Button>
      <Text role="status" c={same === false ? 'var(--soquy-danger)' : 'var(--soquy-ok)'}>
        {same === undefined ? '' : same ? `✔ ${words.same}` : `✖ ${words.differs}`}
      </Text>
      {asked.error && <Failure error={asked.error} />}
    </Group>
  );
}
