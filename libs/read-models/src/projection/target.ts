import { canonical, type Fact, type Summary } from '@soquy/kernel';
import type { ProjectedSlice } from '../projected-slice.js';

/** What read rows say of a state. */
export interface Shown {
  readonly summary: Summary;
  readonly row: object;
}

/** A slice and the build its rows are written to. */
export interface Target {
  readonly slice: ProjectedSlice;
  readonly build: number;
  /** Canonical order of its facts. */
  readonly order: (a: Fact, b: Fact) => number;
  readonly shown: (state: unknown) => Shown;
  /** Whether its rows must say up to when they are quiet. */
  readonly isQuiet: boolean;
}

export function target(slice: ProjectedSlice, build: number): Target {
  const kept = slice.kept ?? slice.row ?? ((state: unknown) => state as object);
  const shown = (state: unknown): Shown => ({ summary: slice.summary(state), row: kept(state) });
  const isQuiet = Object.values(slice.figures).some((metric) => metric.kind === 'fold' && metric.quiet);
  return { slice, build, order: canonical(slice.decider), shown, isQuiet };
}
