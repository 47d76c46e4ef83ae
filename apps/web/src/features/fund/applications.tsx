import { Anchor, List, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ListAnswer, ListItem } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { showDay } from '../../shared/format/days.js';
import { AmountTold } from '../../shared/objects/amount-told.js';
import { amountsOf } from '../../shared/objects/case-amounts.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { fundWords } from './fund.words.js';

/** Steps before the money, and the command each waits for. */
const STAGES = { applied: 'AppraiseLoan', appraised: 'ApproveLoan', approved: 'DisburseLoan' } as const;
type Stage = keyof typeof STAGES;
const STAGE_NAMES = Object.keys(STAGES) as Stage[];
const SHOWN = 10;

/** Loan files that wait, by what they wait for; a link opens the step. */
export function Applications({ fund }: { readonly fund?: string }) {
  const words = useScreenWords(fundWords);
  return (
    <Stack gap="sm" component="section" aria-label={words.applications}>
      <Title order={2} size="h4">
        {words.applications}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
        {STAGE_NAMES.map((stage) => (
          <StageList key={stage} stage={stage} fund={fund} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function StageList({ stage, fund }: { readonly stage: Stage; readonly fund: string | undefined }) {
  const words = useScreenWords(fundWords);
  const query = { status: stage, limit: SHOWN, sort: 'effectiveFrom', ...(fund && { fund }) };
  const { data } = useRead<ListAnswer>('/api/v1/loans', query);
  return (
    <Paper withBorder p="sm">
      <Title order={3} size="h6" mb="xs">
        {words[stage]}
      </Title>
      {!data && <Skeleton height={60} />}
      {data?.items.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noApplications}
        </Text>
      )}
      <List listStyleType="none" spacing="xs">
        {data?.items.map((item) => (
          <List.Item key={item.id}>
            <Application item={item} stage={stage} />
          </List.Item>
        ))}
      </List>
      {data?.next && (
        <Anchor component={Link} size="sm" to="/loans" search={{ status: stage, ...(fund && { fund }) } as never}>
          {words.more}
        </Anchor>
      )}
    </Paper>
  );
}

function Application({ item, stage }: { readonly item: ListItem; readonly stage: Stage }) {
  return (
    <>
      <Anchor component={Link} to={pathOf('loans', item.id)} search={{ do: STAGES[stage] } as never}>
        {item.title}
      </Anchor>
      <Text size="sm" c="dimmed" component="div">
        {item.organisation && (
          <>
            <ReferenceText noun="organisations" id={item.organisation} /> ·{' '}
          </>
        )}
        {item.code} · {showDay(item.effectiveFrom)}
        {amountsOf('loans', item.data).map((amount) => (
          <Fragment key={amount.path}>
            {' · '}
            <AmountTold noun="loans" id={item.id} title={item.title} amount={amount} />
          </Fragment>
        ))}
      </Text>
    </>
  );
}
