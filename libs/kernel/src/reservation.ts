import type { EventCatalogue } from './catalogue.js';
import type { DomainEvent } from './domain-event.js';
import type { Occasion } from './occasion.js';

/** What a command wants from a boundary. `wish` is the boundary's own type, exported by its `*.reserve.ts`. */
export interface ReservationWish<Wish = unknown> {
  /** Category of the boundary's stream: `fund`, `budgetLine`. */
  readonly category: string;
  readonly boundaryId: string;
  readonly wish: Wish;
}

/** A stock asked of the read model before a decision: the sum of these metrics up to the decision day, in whole units. */
export interface StockQuestion {
  readonly metrics: readonly string[];
  /** Metrics taken off that sum: what is left of one stock after others. */
  readonly minus?: readonly string[];
  readonly fundId?: string;
  readonly budgetLineId?: string;
  /** Any of these organisations (a customer and related persons). */
  readonly organisationIds?: readonly string[];
  /** Without a day limit: everything recorded so far, so that a back-dated wish meets what was taken for later days. */
  readonly ever?: true;
  /** The lowest that it is at the end of the decision day or of any later one, so that nothing is given twice in between. */
  readonly lowest?: true;
}

/**
 * The pure rule of a boundary: which stocks it must know, and what it records or refuses. Runs inside the gateway at the
 * boundary's exact revision, with answers not older than the log then was, so two commands never take the same đồng.
 */
export interface Reserve<State, Wish> {
  readonly asks: (wish: Wish) => Readonly<Record<string, StockQuestion>>;
  readonly decide: (
    state: State,
    wish: Wish,
    answers: Readonly<Record<string, number>>,
    occasion: Occasion & { readonly objectStream: string; readonly commandId: string },
  ) => readonly DomainEvent[];
  /** What frees an orphaned reservation of a command; `[]` where nothing of it stands. */
  readonly release: (state: State, commandId: string, day: string) => readonly DomainEvent[];
}

/** Something that only one object in the whole log may own: kind `organisationCode`, value `1800123456`. */
export interface Claim {
  readonly kind: string;
  readonly value: string;
}

// Storage format. Stands in the object's stream when a reservation was made for it and the object's own facts never came.
export interface ReservationEvents {
  ReservationLapsed: { boundaryStream: string; lapsedOn: string };
}

export const reservationEvents: EventCatalogue<ReservationEvents> = {
  ReservationLapsed: { version: 1, effectiveOn: 'lapsedOn' },
};
