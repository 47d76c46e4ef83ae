import { Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { FileLinks } from '../../shared/figures/file-links.js';
import { showDay } from '../../shared/format/days.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { AgeBoard } from './age-board.js';
import { AgeTrend } from './age-trend.js';
import { AtRisk } from './at-risk.js';
import { BadDebt } from './bad-debt.js';
import { OverdueBy } from './overdue-by.js';
import { OverdueTable } from './overdue-table.js';
import { overdueWords } from './overdue.words.js';
import { useOverdue, type Overdue } from './use-overdue.js';

/** Who is late, by how much and how long, on any day; the board follows from the facts, nothing is dragged. */
export function OverduePage() {
  const words = useScreenWords(overdueWords);
  const { day, query } = useAsOf();
  const { data, error, again } = useOverdue();
  return (
    <Page
      title={words.title}
      beside={<Text c="dimmed">{showDay(day)}</Text>}
      actions={<FileLinks path="/api/v1/figures/loan.overduePrincipal" query={{ ...query, groupBy: 'object' }} />}
    >
      {error && !data && <Failure error={error} again={again} />}
      {!data && !error && <Skeleton height={320} />}
      {data && <Board overdue={data} />}
      {(data || error) && <OverdueBy />}
      {(data || error) && <AgeTrend />}
    </Page>
  );
}

function Board({ overdue }: { readonly overdue: Overdue }) {
  const words = useScreenWords(overdueWords);
  const navigate = useNavigate();
  const { view = 'table' } = useSearch({ strict: false }) as { view?: string };
  const choose = (next: string) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, view: next }) } as never);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <div>
          <AtRisk overdue={overdue} />
          <BadDebt />
        </div>
        <SegmentedControl
          className="soquy-no-print"
          aria-label={words.view}
          value={view === 'columns' ? 'columns' : 'table'}
          onChange={choose}
          data={[
            { value: 'table', label: words.table },
            { value: 'columns', label: words.columns },
          ]}
        />
      </Group>
      {overdue.all.count.value === 0 && <Empty>{words.none}</Empty>}
      <AgeBoard overdue={overdue} withCards={view === 'columns'} />
      {overdue.all.count.value !== 0 && view !== 'columns' && <OverdueTable overdue={overdue} />}
    </Stack>
  );
}
