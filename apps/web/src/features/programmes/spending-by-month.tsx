import { useSearch } from '@tanstack/react-router';
import type { FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf, type CommonSearch } from '../../shared/as-of/as-of.js';
import type { ChartRow } from '../../shared/charts/chart-data.js';
import { ChartFrame } from '../../shared/charts/chart-frame.js';
import { Steps } from '../../shared/charts/charts.js';
import { moneyText, moneyUnitText } from '../../shared/format/money.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { ProgrammeData } from './programme-data.js';
import { programmeWords } from './programmes.words.js';
import { moneyDays } from './time-gone.js';

interface Props {
  readonly programme: string;
  readonly years: Pick<ProgrammeData, 'periodFromYear' | 'periodToYear'>;
}

/** Spending of a programme over its own years, against what is allocated. */
export function SpendingByMonth({ programme, years }: Props) {
  const words = useScreenWords(programmeWords);
  const language = useLanguage();
  const { day } = useAsOf();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const days = moneyDays(years, day);
  const query = { programme, groupBy: 'month', ...(days && { effectiveFrom: days.from, effectiveTo: days.to }) };
  const spent = useRead<FigureRows>('/api/v1/figures/budget.disbursed', query, { enabled: days !== undefined });
  const plan = useRead<FigureRows>('/api/v1/figures/budget.allocated', query, { enabled: days !== undefined });
  if (!spent.data || !plan.data) return null;
  const rows = rowsOf(spent.data, plan.data);
  if (rows.length < 2) return null;
  const series = [
    { name: 'disbursed', label: words.disbursed },
    { name: 'allocated', label: words.allocated, isPlan: true },
  ];
  const write = (value: number) => moneyText(value, language, unit);
  const points = rows.map(({ key, label, figures }) => ({
    day: key,
    label,
    disbursed: figures.disbursed?.value ?? 0,
    allocated: figures.allocated?.value ?? 0,
    ...(figures.disbursed && { figureId: figures.disbursed.figureId }),
  }));
  return (
    <ChartFrame title={words.monthly} unit={moneyUnitText(language, unit)} group={words.month} rows={rows} series={series}>
      <Steps label={words.monthly} points={points} series={series} write={write} />
    </ChartFrame>
  );
}

function rowsOf(spent: FigureRows, plan: FigureRows): ChartRow[] {
  const plans = new Map(plan.rows.map((row) => [row.key, row]));
  return spent.rows.flatMap((row) =>
    row.key === null
      ? []
      : [
          {
            key: row.key,
            label: row.key.split('-').reverse().join('/'),
            figures: { disbursed: row, allocated: plans.get(row.key) },
          },
        ],
  );
}
