import type { EventStore, Position, StoredEvent } from '@soquy/event-store';

/** An event as it is carried from one log to another: whole, but for its position, which is true of one store only. */
export interface EventLine extends Pick<StoredEvent, 'stream' | 'id' | 'type' | 'data' | 'metadata'> {
  readonly kind: 'event';
  readonly revision: string;
}

/** The line with its text, which is the same from whichever store the event was read. */
export interface ReadEvent {
  readonly line: EventLine;
  readonly text: string;
}

export interface StoredLine extends ReadEvent {
  readonly position: Position;
}

export interface LinesAsked {
  /** Exclusive. */
  readonly after?: Position | undefined;
  /** Inclusive; without it up to where the log ends. */
  readonly upTo?: Position | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A log in its order, page by page. */
export async function* eventLines(
  store: EventStore,
  { after, upTo, signal }: LinesAsked = {},
): AsyncGenerator<StoredLine[], void, undefined> {
  for await (const item of store.feed({ after, follow: false, ...(signal && { signal }) })) {
    if (item.kind !== 'events') continue;
    const { events } = item;
    yield (upTo === undefined ? events : events.filter(({ position }) => position <= upTo)).map(storedLine);
    if (upTo !== undefined && events.at(-1)!.position >= upTo) return;
  }
  signal?.throwIfAborted();
  if (upTo !== undefined) throw new Error(`assertion: the log ended before its own head ${upTo}`);
}

/** The same, line by line. */
export async function* each<Line>(pages: AsyncIterable<readonly Line[]>): AsyncGenerator<Line, void, undefined> {
  for await (const page of pages) yield* page;
}

function storedLine({ stream, revision, id, type, data, metadata, position }: StoredEvent): StoredLine {
  const line: EventLine = { kind: 'event', stream, revision: String(revision), id, type, data, metadata };
  return { line, text: `${JSON.stringify(line)}\n`, position };
}
