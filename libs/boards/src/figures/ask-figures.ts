import { numbersOf, type MeasuredResult } from '@soquy/kernel';
import { Problem } from '@soquy/platform';
import type { Figure } from './answers.js';
import type { Catalogue } from './catalogue.js';
import type { FigureReader } from './figure-reader.js';
import { figureIdOf, type Frame } from './question.js';
import { shortfallsOf } from './shortfall.js';

/** Metrics over a whole frame, as figures. */
export async function figuresOf(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
): Promise<ReadonlyMap<string, Figure>> {
  const results = await reader.whole(metrics, frame);
  const shortfalls = await shortfallsOf(reader, metrics, frame);
  const figure = (metric: string) =>
    figureOf(reader, metric, figureIdOf({ metric, ...frame }), results.get(metric)!, shortfalls.get(metric));
  return new Map(metrics.map((metric) => [metric, figure(metric)]));
}

/** What was measured, as the figure that is answered. */
export function figureOf(
  { catalogue }: FigureReader,
  metric: string,
  figureId: string,
  result: MeasuredResult,
  shortfall?: number,
): Figure {
  const { kind, unit } = catalogue.metric(metric);
  return { metric, kind, unit, ...numbersOf(result), ...(shortfall && { shortfall }), figureId };
}

/** 404 for a metric nobody declared. */
export function assertMetric(catalogue: Catalogue, metric: string): void {
  if (!catalogue.has(metric))
    throw new Problem(
      404,
      'UnknownMetric',
      { vi: `Không có chỉ tiêu ${metric}.`, en: `There is no metric ${metric}.` },
      { facts: { metric } },
    );
}
