import { Grid, Stack } from '@mantine/core';
import { Timeline } from '../../shared/timeline/timeline.js';
import { LoanBalance } from './loan-balance.js';
import { LoanFile } from './loan-file.js';
import type { LoanAnswer } from './loan-answer.js';
import { LoanSchedule } from './loan-schedule.js';

/** Balance and schedule beside the timeline; before any money, the file beside it. */
export function LoanOverview({ loan }: { readonly loan: LoanAnswer }) {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 8 }}>
        {loan.data.account ? (
          <Stack>
            <LoanBalance loan={loan} />
            <LoanSchedule loan={loan} />
          </Stack>
        ) : (
          <LoanFile loan={loan} />
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Timeline noun="loans" id={loan.id} isTitled />
      </Grid.Col>
    </Grid>
  );
}
