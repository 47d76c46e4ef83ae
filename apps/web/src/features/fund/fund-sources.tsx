import { Paper, Stack, Title } from '@mantine/core';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { FactList } from '../../shared/timeline/fact-list.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { fundWords } from './fund.words.js';

/** A fund as the API holds it. */
export interface FundData {
  readonly [field: string]: unknown;
  readonly openedOn: string;
  readonly regulation?: string;
  readonly charter?: Readonly<Record<string, unknown>>;
}

/** Capital source by source, and the charter capital as it was last declared. */
export function FundSources({ id, data }: { readonly id: string; readonly data: FundData }) {
  const words = useScreenWords(fundWords);
  const catalogue = useCatalogue();
  const say = useSay();
  const capital = useRead<FigureRows>('/api/v1/figures/fund.capital', { fund: id, groupBy: 'source' }).data;
  const name = ({ key, label }: FigureRow) => {
    const told = key === null ? undefined : catalogue.enumWords('source', key);
    return told ? say(told) : (label ?? key ?? '–');
  };
  const columns: Column<FigureRow>[] = [
    { id: 'source', heading: words.sources, cell: name, sortBy: name },
    {
      id: 'capital',
      heading: words.capital,
      isNumber: true,
      cell: (row) => <FigureNumber figure={row} label={`${name(row)}: ${words.capital}`} />,
      sortBy: ({ value }) => value ?? 0,
    },
  ];
  return (
    <Stack>
      {capital && <DataTable caption={words.sources} columns={columns} rows={capital.rows} keyOf={({ key }) => key ?? ''} />}
      {data.charter && (
        <Paper withBorder p="md" component="section" aria-label={words.charter}>
          <Title order={2} size="h5" mb="xs">
            {words.charter}
          </Title>
          <FactList category="fund" data={data.charter} of={{ noun: 'funds', id, path: 'charter' }} />
        </Paper>
      )}
    </Stack>
  );
}
