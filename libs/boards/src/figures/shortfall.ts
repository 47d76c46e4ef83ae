import { toVnd, type MeasuredResult } from '@soquy/kernel';
import type { Catalogue } from './catalogue.js';
import type { DimensionName } from './dimensions.js';
import type { FigureReader } from './figure-reader.js';
import type { Frame } from './question.js';

/**
 * By what a metric may lack, in a frame that holds all of each: what one customer owes says nothing of what its fund is
 * missing.
 */
export function shortByIn(catalogue: Catalogue, name: string, { filters }: Frame): DimensionName | undefined {
  const metric = catalogue.metric(name);
  const shortBy = metric.kind === 'formula' ? metric.shortBy : undefined;
  return Object.keys(filters).every((filter) => filter === 'agency' || filter === shortBy) ? shortBy : undefined;
}

/** What is missing to zero; undefined where nothing is. */
export const missing = (result: MeasuredResult): number | undefined =>
  'low' in result && result.low < 0n ? toVnd(-result.low) : undefined;

/** What is missing in all, by metric: added over the funds or lines that lack, never set off against those that have enough. */
export async function shortfallsOf(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const metric of metrics) {
    const shortBy = shortByIn(reader.catalogue, metric, frame);
    if (!shortBy) continue;
    const groups = (await reader.grouped([metric], frame, shortBy)).get(metric)!;
    const amounts = [...groups].map(([key, result]) => (key === null ? 0 : (missing(result) ?? 0)));
    found.set(
      metric,
      amounts.reduce((sum, amount) => sum + amount, 0),
    );
  }
  return found;
}
