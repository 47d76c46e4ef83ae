import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useOpenFigure } from '../figures/open-figure.js';
import classes from './chart.module.css';
import { pointsOf, type ChartRow, type Series } from './chart-data.js';
import { figureBar, Patterns } from './marks.js';
import { SERIES } from './palette.js';
import { useChartWidth } from './use-chart-width.js';

export interface BarsProps {
  /** Read out in place of the drawing. */
  readonly label: string;
  readonly rows: readonly ChartRow[];
  readonly series: readonly Series[];
  readonly write: (value: number) => string;
  /** Bars of one row on top of each other; else side by side. */
  readonly stacked?: boolean;
  readonly colours?: readonly string[];
}

const ROW_PX = 34;
const FRAME_PX = 64;
const LETTER_PX = 9;
const NAMES_PX = { least: 56, most: 180 };

/** Years and days need less room than names: on a phone the bars get it. */
const roomForNames = (rows: readonly ChartRow[]) =>
  Math.min(NAMES_PX.most, Math.max(NAMES_PX.least, ...rows.map((row) => (row.label.length + 2) * LETTER_PX)));

/** The legend names the series in the order they are drawn. Bars lying down, so that Vietnamese names are read without turning the head. */
export default function BarsChart({ label, rows, series, write, stacked = false, colours = SERIES }: BarsProps) {
  const id = useId().replace(/\W/g, '');
  const open = useOpenFigure();
  const width = useChartWidth();
  const height = rows.length * ROW_PX * (stacked ? 1 : Math.max(1, series.length * 0.7)) + FRAME_PX;
  return (
    <div role="img" aria-label={label} className={classes.chart}>
      <ResponsiveContainer width={width} height={height}>
        <BarChart
          data={pointsOf(rows, series)}
          layout="vertical"
          margin={{ left: 8, right: stacked ? 32 : 64 }}
          accessibilityLayer={false}
        >
          <Patterns id={id} colours={colours} />
          <CartesianGrid horizontal={false} stroke="var(--soquy-line)" />
          <XAxis type="number" tickFormatter={write} stroke="var(--soquy-muted)" />
          <YAxis type="category" dataKey="label" width={roomForNames(rows)} stroke="var(--soquy-muted)" />
          {series.length > 1 && <Legend itemSorter={null} />}
          {series.map(({ name, label: told }, index) => (
            <Bar
              key={name}
              dataKey={name}
              name={told}
              fill={`url(#${id}-${index % colours.length})`}
              isAnimationActive={false}
              shape={figureBar(rows, name, open)}
              {...(stacked && { stackId: 'one' })}
            >
              {!stacked && <LabelList dataKey={name} position="right" formatter={(value: unknown) => write(Number(value))} />}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
