import type { Figure } from '../api/answers.js';

/** One group of a chart: its name, and a figure a series. */
export interface ChartRow {
  readonly key: string;
  readonly label: string;
  readonly figures: Readonly<Record<string, Figure | undefined>>;
}

export interface Series {
  readonly name: string;
  readonly label: string;
}

/** One point of a line over time. */
export interface SparkPoint {
  readonly label: string;
  /** Null: it is not known, or there is none. */
  readonly value: number | null;
  /** What it opens to; none where nothing was recorded. */
  readonly figure?: Figure | undefined;
}

/** What charts draw: plain numbers beside the ids that their marks open. */
export interface Point {
  readonly key: string;
  readonly label: string;
  readonly [series: string]: string | number;
}

/** Unknown numbers are drawn as nothing; the table says that they are unknown. */
export const pointsOf = (rows: readonly ChartRow[], series: readonly Series[]): Point[] =>
  rows.map(({ key, label, figures }) => ({
    key,
    label,
    ...Object.fromEntries(series.map(({ name }) => [name, figures[name]?.value ?? 0])),
  }));

/** The figure behind a mark. */
export const figureIdAt = (rows: readonly ChartRow[], index: number, series: string): string | undefined =>
  rows[index]?.figures[series]?.figureId;
