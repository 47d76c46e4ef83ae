import { Skeleton } from '@mantine/core';
import type { FigureAnswer, MetricCard } from '../api/answers.js';
import type { QueryOf } from '../api/client.js';
import { useReads } from '../api/reads.js';
import { FigureNumber } from './figure-number.js';
import { useMetricCards } from './use-metrics.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty, Failure, Loaded } from '../ui/states.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { figureWords } from './figure.words.js';

interface Props {
  /** What the figures are filtered by. */
  readonly query: QueryOf;
  /** Which metrics are asked; those that come to nothing are not shown. */
  readonly takes: (card: MetricCard) => boolean;
  readonly caption: string;
}

/** Every figure of a programme, an organisation or what else is asked for, that is not nothing. */
export function FigureList({ query, takes, caption }: Props) {
  const catalogue = useMetricCards();
  return <Loaded of={catalogue}>{({ items }) => <Figures query={query} cards={items.filter(takes)} caption={caption} />}</Loaded>;
}

interface Line {
  readonly card: MetricCard;
  readonly figure: FigureAnswer;
}

function Figures({ query, cards, caption }: Omit<Props, 'takes'> & { readonly cards: readonly MetricCard[] }) {
  const words = useScreenWords(figureWords);
  const say = useSay();
  const { all, error } = useReads<FigureAnswer>(cards.map(({ metric }) => ({ path: `/api/v1/figures/${metric}`, query })));
  if (error !== undefined) return <Failure error={error} />;
  if (!all) return <Skeleton height={240} />;
  const lines = cards.map((card, index): Line => ({ card, figure: all[index]! })).filter(({ figure }) => figure.value);
  if (lines.length === 0) return <Empty>{words.noFigures}</Empty>;
  const columns: Column<Line>[] = [
    { id: 'figure', heading: words.figure, cell: ({ card }) => say(card.words), sortBy: ({ card }) => say(card.words) },
    {
      id: 'value',
      heading: words.value,
      isNumber: true,
      cell: ({ card, figure }) => <FigureNumber figure={figure} label={say(card.words)} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} keyOf={({ card }) => card.metric} />;
}
