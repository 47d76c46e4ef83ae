import { CartesianGrid, Legend, Line, LineChart, ReferenceDot, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useOpenFigure } from '../figures/open-figure.js';
import classes from './chart.module.css';
import { DASHES, SERIES } from './palette.js';
import { useChartWidth } from './use-chart-width.js';

/** One day of a balance; `figureId` opens what it comes from. */
export interface StepPoint {
  readonly day: string;
  readonly label: string;
  readonly figureId?: string;
  readonly [series: string]: string | number | undefined;
}

export interface StepProps {
  readonly label: string;
  readonly points: readonly StepPoint[];
  readonly series: readonly { readonly name: string; readonly label: string; readonly isPlan?: boolean }[];
  readonly write: (value: number) => string;
  /** The day the page looks at, as one of the labels. */
  readonly at?: string;
  /** What happened on a day, told on the chart. */
  readonly notes?: readonly { readonly label: string; readonly text: string }[];
}

/** Balances are steps: they stay until something happens. */
export default function StepChart({ label, points, series, write, at, notes = [] }: StepProps) {
  const open = useOpenFigure();
  const width = useChartWidth();
  const drawn = series.filter(({ isPlan }) => !isPlan);
  const dashOf = (index: number) => DASHES[drawn.indexOf(series[index]!) % DASHES.length];
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <ResponsiveContainer width={width} height={260}>
        <LineChart data={[...points]} margin={{ left: 24, right: 24, top: 8 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--soquy-line)" />
          <XAxis dataKey="label" stroke="var(--soquy-muted)" minTickGap={32} />
          <YAxis tickFormatter={write} width={90} stroke="var(--soquy-muted)" />
          {series.length > 1 && <Legend itemSorter={null} />}
          {series.map(({ name, label: told, isPlan }, index) => (
            <Line
              key={name}
              type="stepAfter"
              dataKey={name}
              name={told}
              stroke={isPlan ? 'var(--soquy-muted)' : SERIES[index % SERIES.length]}
              strokeWidth={2}
              isAnimationActive={false}
              dot={false}
              activeDot={{ onClick: (_, payload) => openAt(payload as unknown as { index?: number }) }}
              strokeDasharray={isPlan ? '6 4' : dashOf(index)}
            />
          ))}
          {at && <ReferenceLine x={at} stroke="#e0a100" strokeWidth={2} />}
          {notes.map(({ label: on, text }) => (
            <ReferenceDot
              key={`${on} ${text}`}
              x={on}
              y={0}
              r={4}
              label={{ value: text, position: 'top' }}
              ifOverflow="visible"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );

  function openAt({ index }: { index?: number }): void {
    const figureId = index === undefined ? undefined : points[index]?.figureId;
    if (figureId) open(figureId);
  }
}
