import { Paper, Stack, Text, Title } from '@mantine/core';
import { FactList } from '../../shared/timeline/fact-list.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { LoanAnswer } from './loan-answer.js';
import { loanWords } from './loans.words.js';

const APPLICATION = ['amountVnd', 'termMonths', 'totalInvestmentVnd', 'ownEquityVnd', 'relatedOrganisationIds', 'purpose'];

/** What was asked for, found and decided. */
export function LoanFile({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { data } = loan;
  const asked = Object.fromEntries(APPLICATION.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]])));
  return (
    <Stack>
      <Part title={words.application} data={asked} loan={loan} />
      <Part title={words.appraisal} data={data.appraisal} path="appraisal" loan={loan} />
      <Part title={words.approval} data={data.approval} path="approval" loan={loan} />
    </Stack>
  );
}

interface PartProps {
  readonly title: string;
  readonly data: object | undefined;
  /** Where the loan holds it. */
  readonly path?: string;
  readonly loan: LoanAnswer;
}

function Part({ title, data, path, loan }: PartProps) {
  const words = useScreenWords(loanWords);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {data && Object.keys(data).length > 0 ? (
        <FactList
          category="loan"
          data={data as Readonly<Record<string, unknown>>}
          of={{ noun: 'loans', id: loan.id, ...(path !== undefined && { path }) }}
        />
      ) : (
        <Text c="dimmed">{words.notInFile}</Text>
      )}
    </Paper>
  );
}
