import type { EventLog, LoggedEvent } from './log.js';
import type { LogPosition } from './positions.js';
import type { StreamRecord } from './stream-record.js';

/** The log as one node has it: all of it, or, while replication to it stands still, what it had then. */
export class LogView {
  private heldAt: number | undefined;
  private readonly listeners = new Set<(event: LoggedEvent) => void>();

  constructor(private readonly log: EventLog) {
    log.listen((event) => {
      if (this.heldAt === undefined) this.tell(event);
    });
  }

  get length(): number {
    return this.heldAt ?? this.log.events.length;
  }

  get last(): LogPosition {
    return this.log.events[this.length - 1]!.position;
  }

  at(index: number): LoggedEvent | undefined {
    return index < this.length ? this.log.events[index] : undefined;
  }

  indexAt(position: LogPosition): number {
    return Math.min(this.log.indexAt(position), this.length);
  }

  /** The newest revision of a stream that came here. */
  headOf(record: StreamRecord): bigint {
    if (this.heldAt === undefined) return record.head;
    const { commit } = this.last;
    return BigInt(record.events.filter(({ position }) => position.commit <= commit).length) - 1n;
  }

  hold(): void {
    this.heldAt ??= this.log.events.length;
  }

  release(): void {
    const missed = this.log.events.slice(this.length);
    this.heldAt = undefined;
    for (const event of missed) this.tell(event);
  }

  listen(listener: (event: LoggedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(event: LoggedEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
