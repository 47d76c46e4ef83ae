import type { Position } from '@soquy/event-store';
import type { ProjectionFailure, SkippedEvent } from '../tables/projection-row.js';
import type { Share } from './share.js';

/** What a thread needs to know to do its share of a rebuild; all of it can be sent there. */
export interface ShareTask {
  readonly connectionString: string;
  /** As the product gave it: how the thread gets to the log. */
  readonly source: unknown;
  readonly share: Share;
  readonly upTo: Position;
  readonly slices: readonly {
    readonly slice: string;
    readonly version: number;
    readonly build: number;
    readonly skipped: readonly SkippedEvent[];
  }[];
  /** Ids of events, and what the database said of their rows. */
  readonly refused: readonly (readonly [eventId: string, message: string])[];
}

/** What became of a slice's share. */
export interface SliceShare {
  readonly slice: string;
  /** The first event of this share that its code could not take in. */
  readonly failure: ProjectionFailure | null;
  /** Events that were skipped and pass now. */
  readonly passed: readonly string[];
}

/** What a thread tells: now and then how much it took in, and once how it ended. */
export type ShareNews =
  | { readonly kind: 'taken'; readonly events: number }
  | { readonly kind: 'done'; readonly slices: readonly SliceShare[] }
  | { readonly kind: 'refused'; readonly position: Position; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** The one thing a thread is told: to come to an end. */
export const END = 'end';
