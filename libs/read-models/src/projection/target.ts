import { canonical, type Fact } from '@soquy/kernel';
import type { ProjectedSlice } from '../projected-slice.js';

/** A slice and the build its rows are written to. */
export interface Target {
  readonly slice: ProjectedSlice;
  readonly build: number;
  /** Canonical order of its facts. */
  readonly order: (a: Fact, b: Fact) => number;
}

export const target = (slice: ProjectedSlice, build: number): Target => ({ slice, build, order: canonical(slice.decider) });
