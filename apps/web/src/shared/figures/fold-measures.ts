import type { Metric } from '@soquy/kernel';
import type { Measure } from './recompute.js';

/** The slices' own definitions: a fold is measured here by the very function that the server measures it by. */
const files = import.meta.glob<Readonly<Record<string, Readonly<Record<string, Metric>>>>>(
  '../../../../../libs/programmes/src/*/*.figures.ts',
  { eager: true },
);

const measures = new Map(
  Object.values(files)
    .flatMap((file) => Object.values(file))
    .flatMap((metrics) => Object.entries(metrics))
    .flatMap(([name, metric]) => (metric.kind === 'fold' ? [[name, metric.measure as Measure] as const] : [])),
);

export const measureOf = (metric: string): Measure | undefined => measures.get(metric);
