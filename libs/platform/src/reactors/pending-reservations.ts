import type { StoredEvent } from '@soquy/event-store';

/** A reservation whose object has not been seen in the log yet. */
export interface PendingReservation {
  readonly event: StoredEvent;
  readonly reservedFor: string;
  /** When this process first saw it. */
  readonly seenAt: number;
  /** The last position before it that was dealt with; undefined: none. */
  readonly before: string | undefined;
}

/** What the log says of reservations, read once in order: the boundary's event opens one, the object's own event ends it. */
export class PendingReservations {
  private readonly open = new Map<string, PendingReservation>();
  private last: string | undefined;

  constructor(after: string | undefined) {
    this.last = after;
  }

  see(event: StoredEvent, now: number): void {
    const { commandId, reservedFor } = event.metadata;
    if (reservedFor !== undefined) {
      const key = keyOf(commandId, reservedFor);
      if (!this.open.has(key)) this.open.set(key, { event, reservedFor, seenAt: now, before: this.last });
    } else if (event.type !== 'ReservationLapsed') this.open.delete(keyOf(commandId, event.stream));
    this.reach(event.position);
  }

  /** Everything up to here has been seen. */
  reach(position: string | undefined): void {
    if (position !== undefined) this.last = position;
  }

  due(seenUntil: number): PendingReservation[] {
    return [...this.open.values()].filter(({ seenAt }) => seenAt <= seenUntil);
  }

  settle({ event, reservedFor }: PendingReservation): void {
    this.open.delete(keyOf(event.metadata.commandId, reservedFor));
  }

  /** Reading may go on from here after a restart: nothing before it is still open. */
  get checkpoint(): string | undefined {
    const [oldest] = this.open.values();
    return oldest ? oldest.before : this.last;
  }
}

const keyOf = (commandId: string, stream: string) => `${commandId} ${stream}`;
