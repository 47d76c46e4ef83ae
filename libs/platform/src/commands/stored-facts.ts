import type { EventStore, StoredEvent } from '@soquy/event-store';
import { isKernelEvent, upcast, type Fact } from '@soquy/kernel';
import type { Feature } from '../feature.js';

/** A stored event as folding needs it: data of today's version, with its place and its metadata. */
export type StoredFact = Fact & Pick<StoredEvent, 'stream' | 'revision' | 'position' | 'metadata'>;

export const streamOf = ({ decider }: Feature, id: string): string => `${decider.category}-${id}`;

export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Facts of a stream, oldest first; none for an unknown stream. `from` is inclusive. */
export async function readFacts(
  store: EventStore,
  feature: Feature,
  stream: string,
  range: { readonly from?: bigint; readonly limit?: number } = {},
): Promise<StoredFact[]> {
  const facts: StoredFact[] = [];
  for await (const event of store.readStream(stream, range)) facts.push(factOf(feature, event));
  return facts;
}

function factOf({ events }: Feature, { data, ...event }: StoredEvent): StoredFact {
  const { effectiveOn, schemaVersion } = event.metadata;
  const row = events[event.type];
  if (row) return { ...event, effectiveOn, data: upcast(row, schemaVersion, data) };
  if (isKernelEvent(event.type)) return { ...event, effectiveOn, data };
  throw new Error(`assertion: ${event.stream} holds ${event.type}, which its slice does not know`);
}
