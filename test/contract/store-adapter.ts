import type { EventStore } from '@soquy/event-store';

/** What the contract must know of a store to try it. */
export interface StoreAdapter {
  readonly name: string;
  /**
   * The one permitted difference (apps/docs/decisions/0001): ids the stream already holds, appended at its current
   * revision. EventStoreDB compares ids behind the head only and writes them again.
   */
  readonly oldIdsAtTheHead: 'conflict' | 'written-again';
  /** A log to try; it may hold foreign events already. */
  start(): Promise<StoreUnderTest>;
}

export interface StoreUnderTest {
  /** Each call is like another process over the same log. */
  open(): Promise<EventStore>;
  /** For stores behind a network. */
  readonly network?: Network;
  stop(): Promise<void>;
}

/** The way between stores and server, and what can happen to it. */
export interface Network {
  /** What the opened stores state: no call takes longer. */
  readonly boundMs: number;
  /** The server ends all connections. */
  cut(): Promise<void>;
  /** Nothing passes through the present connections any more, and nobody is told; new ones work. */
  freeze(): void;
  /** Nobody listens there; present connections are gone. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Bytes that have come from the server. */
  received(): number;
}

/** What each case is given: a store of its own over the common log. */
export interface Situation {
  readonly store: EventStore;
  readonly adapter: StoreAdapter;
  /** Further stores; closed with the case. */
  readonly open: () => Promise<EventStore>;
}

export interface FaultSituation extends Situation {
  readonly network: Network;
}

/** A table from the sentence of the contract to what proves it. */
export type Cases<Given extends Situation = Situation> = Readonly<Record<string, (situation: Given) => Promise<void>>>;
