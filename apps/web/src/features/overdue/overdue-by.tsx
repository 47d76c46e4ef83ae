import { NativeSelect, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Choices } from '../../shared/print/choices.js';
import type { Board, FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { useValueNames, type Filter } from '../../shared/figures/use-value-name.js';
import { FactText } from '../../shared/timeline/fact-text.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { METRICS, rowsIn } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';

const BY = ['fund', 'programme', 'place', 'sector', 'organisation'] as const;
type By = (typeof BY)[number];

/** What is overdue, part by part: by fund, programme, place, sector or borrower. */
export function OverdueBy() {
  const words = useScreenWords(overdueWords);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { by?: string };
  const by = BY.find((each) => each === search.by) ?? 'fund';
  const choose = (next: string) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, by: next }) } as never);
  return (
    <Paper withBorder p="md" component="section" aria-label={`${words.by}: ${words[by]}`}>
      <Stack gap="sm">
        <Choices>
          <NativeSelect
            label={words.by}
            w={200}
            value={by}
            data={BY.map((value) => ({ value, label: words[value] }))}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        </Choices>
        <Parts by={by} />
      </Stack>
    </Paper>
  );
}

const PARTS = [METRICS.count, METRICS.principal, METRICS.interest].join(',');
/** Customers are many: those with the most overdue loans. */
const FIRST = { sort: '-value', limit: 200 };

function Parts({ by }: { readonly by: By }) {
  const words = useScreenWords(overdueWords);
  const { data } = useRead<Board>('/api/v1/boards', { metrics: PARTS, groupBy: by, ...(by === 'organisation' && FIRST) });
  const [count, principal, interest] = data ? rowsIn(data) : [];
  const late = count?.rows.filter(({ value }) => (value ?? 0) > 0) ?? [];
  const keys = late.flatMap(({ key, label }) => (key === null || label !== undefined ? [] : [key]));
  const named = useValueNames(keys.map((key): Filter => [by, key]));
  if (!principal || !interest || !count) return <Skeleton height={120} />;
  const name = (row: FigureRow) => row.label ?? (row.key === null ? words.unplaced : (named[keys.indexOf(row.key)] ?? row.key));
  const column = (id: string, heading: string, rows: FigureRows): Column<FigureRow> => {
    const byKey = new Map(rows.rows.map((row) => [row.key, row]));
    return {
      id,
      heading,
      isNumber: true,
      cell: (row) => {
        const figure = byKey.get(row.key);
        return figure && <FigureNumber figure={figure} label={`${name(row)}: ${heading}`} />;
      },
      sortBy: (row) => byKey.get(row.key)?.value ?? 0,
    };
  };
  const columns: Column<FigureRow>[] = [
    {
      id: 'name',
      heading: words[by],
      cell: (row) =>
        by === 'place' && row.key !== null ? <FactText category="loan" field="place" value={row.key} /> : name(row),
      sortBy: name,
    },
    column('count', words.count, count),
    column('principal', words.principal, principal),
    column('interest', words.interest, interest),
  ];
  return (
    <>
      <DataTable
        caption={`${words.title}, ${words.by} ${words[by]}`}
        columns={columns}
        rows={late}
        keyOf={({ key }) => key ?? ''}
      />
      {data?.next !== undefined && <Text size="sm">{words.firstParts({ count: late.length })}</Text>}
    </>
  );
}
