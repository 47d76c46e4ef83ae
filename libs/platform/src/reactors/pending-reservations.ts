import type { StoredEvent } from '@soquy/event-store';

interface Seen {
  readonly key: string;
  readonly event: StoredEvent;
  /** When this process first saw it. */
  readonly seenAt: number;
  /** The last position before it that was dealt with; undefined: none. */
  readonly before: string | undefined;
}

/** A reservation whose object has not been seen in the log yet. */
export interface PendingReservation extends Seen {
  readonly kind: 'reservation';
  readonly reservedFor: string;
}

/** An approved correction: what the reversed fact's command reserved is to be let go. */
export interface PendingCorrection extends Seen {
  readonly kind: 'correction';
}

export type Pending = PendingReservation | PendingCorrection;

/**
 * What the log says of reservations, read once in order: the boundary's event opens one, the object's own event ends it. An
 * approved correction stands for itself until it is dealt with, so that what it undoes need not be remembered.
 */
export class PendingReservations {
  private readonly open = new Map<string, Pending>();
  private last: string | undefined;

  constructor(after: string | undefined) {
    this.last = after;
  }

  see(event: StoredEvent, now: number): void {
    const { commandId, reservedFor } = event.metadata;
    const seen = { event, seenAt: now, before: this.last };
    if (reservedFor !== undefined) {
      const key = keyOf(commandId, reservedFor);
      if (!this.open.has(key)) this.open.set(key, { kind: 'reservation', key, reservedFor, ...seen });
    } else if (event.type !== 'ReservationLapsed') this.open.delete(keyOf(commandId, event.stream));
    if (event.type === 'CorrectionApproved') this.open.set(event.id, { kind: 'correction', key: event.id, ...seen });
    this.reach(event.position);
  }

  /** Everything up to here has been seen. */
  reach(position: string | undefined): void {
    if (position !== undefined) this.last = position;
  }

  /** Corrections are facts and wait for nothing; a reservation's object may still come. */
  due(seenUntil: number): Pending[] {
    return [...this.open.values()].filter(({ kind, seenAt }) => kind === 'correction' || seenAt <= seenUntil);
  }

  settle({ key }: Pending): void {
    this.open.delete(key);
  }

  /** Reading may go on from here after a restart: nothing before it is still open. */
  get checkpoint(): string | undefined {
    const [oldest] = this.open.values();
    return oldest ? oldest.before : this.last;
  }
}

const keyOf = (commandId: string, stream: string) => `${commandId} ${stream}`;
