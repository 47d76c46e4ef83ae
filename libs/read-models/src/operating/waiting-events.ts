import type { EventStore, Position } from '@soquy/event-store';

/** No more is counted than this: a look at how things are must not read a whole log. */
const MOST_COUNTED = 10_000;

/** How many events of the log stand behind a position; `orMore` where counting was ended before the log was. */
export interface Waiting {
  readonly events: number;
  readonly orMore: boolean;
}

/** For each position (undefined: the beginning), in one pass over what the furthest behind lacks. */
export async function waitingEvents(
  store: EventStore,
  positions: readonly (Position | undefined)[],
): Promise<readonly Waiting[]> {
  const head = await store.head();
  const isBehind = (position: Position | undefined) => head !== undefined && (position === undefined || position < head);
  const behind = positions.filter(isBehind);
  if (behind.length === 0) return positions.map(() => ({ events: 0, orMore: false }));
  const after = behind.includes(undefined) ? undefined : behind.reduce((one, other) => (other! < one! ? other : one));
  const found: Position[] = [];
  for await (const item of store.feed({ after, follow: false })) {
    if (item.kind === 'events') found.push(...item.events.map(({ position }) => position));
    if (found.length >= MOST_COUNTED) break;
  }
  const orMore = found.length >= MOST_COUNTED;
  return positions.map((position) => {
    const events = found.filter((one) => position === undefined || one > position).length;
    return { events: Math.min(events, MOST_COUNTED), orMore: orMore && isBehind(position) };
  });
}
