import type { Decider, EventCatalogue, Metric, Outcomes, Summary } from '@soquy/kernel';

/** What the projector needs of a slice; platform's `Feature` fits. */
export interface ProjectedSlice {
  readonly noun: string;
  /** Raised when outcomes, summary or row change meaning: the read rows are then rebuilt. */
  readonly version: number;
  readonly events: EventCatalogue<Record<string, { readonly [day: `${string}On`]: string }>>;
  readonly decider: Pick<Decider<unknown, Record<string, object>, unknown>, 'category' | 'initial' | 'evolve'>;
  readonly outcomes: Outcomes<Record<string, object>, string, unknown>;
  readonly figures: Readonly<Record<string, Metric>>;
  readonly summary: (state: unknown) => Summary;
  readonly row?: (state: unknown) => object;
  /** What is stored of the row, where that is less. */
  readonly kept?: (state: unknown) => object;
}
