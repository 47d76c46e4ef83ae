import { randomUUID } from 'node:crypto';
import { checkCommit, EventIdCache, type Expected } from './commit-check.js';
import { comparePositions, LogCursor, START_OF_LOG, type LogPosition } from './positions.js';
import { DELETED, StreamRecord } from './stream-record.js';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly created: Date;
  readonly position: LogPosition;
  /** Where the next page begins; its prepare is 0, so it lies before an event that starts right there. */
  readonly next: LogPosition;
}

export type Written =
  | { readonly kind: 'done'; readonly revision: bigint; readonly position: LogPosition | undefined; readonly repeated: boolean }
  | { readonly kind: 'wrong-version'; readonly current: bigint }
  | { readonly kind: 'deleted' };

export interface LogOptions {
  /** After how many appends the server writes a system event of its own; 0 for never. */
  readonly systemEventEvery?: number;
  /** An event's prepare position lies before its commit position, as in logs with old transactions. */
  readonly preparesApart?: boolean;
  /** A repeat is answered with the position of the first write; some server versions answer none. */
  readonly positionOfRepeats?: boolean;
}

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value));

/** An event as a writer beside the clients brings it. */
export interface PlainEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly id?: string;
}

export const proposed = ({ type, data, metadata, id = randomUUID() }: PlainEvent): ProposedEvent => ({
  ...{ id, type, json: true, data: bytesOf(data) },
  metadata: metadata === undefined ? new Uint8Array() : bytesOf(metadata),
});
/** What a server writes for itself; the last lies in a stream without a dollar sign, as links of projections do. */
const OWN_EVENTS = [
  ['$stats-127.0.0.1:2113', '$statsCollected'],
  ['$settings', '$settings'],
  ['byWeekday', '$>'],
] as const;

/** The one log all nodes share. */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  private readonly streams = new Map<string, StreamRecord>();
  private readonly cursor = new LogCursor();
  private readonly listeners = new Set<(event: LoggedEvent) => void>();
  private readonly boundaries = new Set<bigint>([START_OF_LOG.commit]);
  private appends = 0;

  constructor(private readonly options: LogOptions = {}) {
    this.write('$$$scavenges', [proposed({ type: '$metadata', data: { $maxCount: 500 } })]);
    this.write('$users', [proposed({ type: '$User', data: { loginName: 'admin' } })]);
  }

  stream(name: string): StreamRecord {
    return this.streams.get(name) ?? new StreamRecord();
  }

  get last(): LogPosition {
    return this.events.at(-1)!.position;
  }

  append(stream: string, expected: Expected, events: readonly ProposedEvent[], cache = new EventIdCache()): Written {
    const record = this.recordOf(stream);
    const proposal = { stream, expected, ids: events.map(({ id }) => id) };
    const decision = checkCommit(proposal, record, cache, this.stream(`$$${stream}`).head >= 0n);
    if (decision.kind === 'repeat') return this.repeat(record, decision.revision);
    if (decision.kind !== 'write') return decision;
    const softDeleted = record.softDeleted;
    const continuedAt = record.head + 1n;
    this.write(stream, events);
    for (const [index, { id }] of events.entries()) cache.remember(id, stream, continuedAt + BigInt(index));
    const done = { kind: 'done', revision: record.head, position: record.events.at(-1)?.position, repeated: false } as const;
    if (softDeleted && events.length) this.setMetadata(stream, { $tb: Number(continuedAt) });
    this.writeOwnEvent();
    return done;
  }

  setMetadata(stream: string, metadata: Record<string, unknown>): void {
    this.write(`$$${stream}`, [proposed({ type: '$metadata', data: metadata })]);
  }

  /** Either way of deleting, checked as an append of a new event would be. */
  remove(stream: string, expected: Expected, forGood: boolean): Written {
    const record = this.stream(stream);
    const proposal = { stream, expected, ids: [randomUUID()] };
    const decision = checkCommit(proposal, record, new EventIdCache(), this.stream(`$$${stream}`).head >= 0n);
    if (decision.kind === 'wrong-version' || decision.kind === 'deleted') return decision;
    const position = forGood ? this.tombstone(stream) : this.softDelete(stream);
    return { kind: 'done', revision: record.head, position, repeated: false };
  }

  /** The stream reads as unknown and may be continued at its old revision. */
  softDelete(stream: string): LogPosition {
    const text = `{"$tb":${DELETED.toString()}}`;
    this.write(`$$${stream}`, [{ ...proposed({ type: '$metadata', data: {} }), data: Buffer.from(text) }]);
    return this.last;
  }

  /** The stream is closed for ever; the tombstone itself stays in the log. */
  tombstone(stream: string): LogPosition {
    const record = this.recordOf(stream);
    record.tombstoned = true;
    this.tell([
      this.store(stream, DELETED, { ...proposed({ type: '$streamDeleted', data: {} }), data: new Uint8Array(), json: false }),
    ]);
    return this.last;
  }

  systemEvent(stream = '$stats-127.0.0.1:2113', type = '$statsCollected'): void {
    this.write(stream, [proposed({ type, data: { 'proc-mem': 4096 } })]);
  }

  /** Whether a record begins or ends there, or lies beyond the end: only such places can be read from. */
  canReadFrom(position: LogPosition): boolean {
    return this.boundaries.has(position.commit) || position.commit > this.last.commit;
  }

  /** The index of the first event at `position` or after it. */
  indexAt(position: LogPosition): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comparePositions(this.events[middle]!.position, position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  listen(listener: (event: LoggedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private repeat(record: StreamRecord, revision: bigint): Written {
    const readable = revision >= record.firstVisible && this.options.positionOfRepeats !== false;
    return { kind: 'done', revision, position: readable ? record.at(revision)?.position : undefined, repeated: true };
  }

  private recordOf(stream: string): StreamRecord {
    const found = this.streams.get(stream) ?? new StreamRecord();
    this.streams.set(stream, found);
    return found;
  }

  /** Listeners hear of an append when all of it stands. */
  private write(stream: string, events: readonly ProposedEvent[]): void {
    const record = this.recordOf(stream);
    const written = events.map((event) => {
      const logged = this.store(stream, record.head + 1n, event);
      record.events.push(logged);
      return logged;
    });
    const newest = written.at(-1);
    if (newest && stream.startsWith('$$')) this.recordOf(stream.slice(2)).apply(Buffer.from(newest.data).toString());
    this.tell(written);
  }

  private store(stream: string, revision: bigint, event: ProposedEvent): LoggedEvent {
    const { at, end } = this.cursor.take(event.data.length + event.metadata.length + event.type.length * 2);
    const prepare = this.options.preparesApart ? at - 41n : at;
    const place = { position: { commit: at, prepare }, next: { commit: end, prepare: 0n } };
    const logged = { ...event, stream, revision, created: new Date(), ...place };
    this.boundaries.add(at).add(end);
    this.events.push(logged);
    return logged;
  }

  private tell(events: readonly LoggedEvent[]): void {
    for (const event of events) for (const listener of this.listeners) listener(event);
  }

  private writeOwnEvent(): void {
    const { systemEventEvery = 5 } = this.options;
    this.appends += 1;
    if (systemEventEvery === 0 || this.appends % systemEventEvery !== 0) return;
    const [stream, type] = OWN_EVENTS[(this.appends / systemEventEvery) % OWN_EVENTS.length]!;
    this.systemEvent(stream, type);
  }
}
