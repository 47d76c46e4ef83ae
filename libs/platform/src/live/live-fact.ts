import type { StoredEvent } from '@soquy/event-store';
import type { FeatureRegistry } from '../feature-registry.js';

/** A recorded fact as clients of the stream are told of it. */
export interface LiveFact {
  readonly position: string;
  /** Undefined: it belongs to all agencies. */
  readonly agencyId: string | undefined;
  /** Its lines in the stream, written once for all clients. */
  readonly frame: string;
}

/** Undefined for events of no object: claims, numbers. */
export function liveFact(registry: FeatureRegistry, { stream, type, position, metadata }: StoredEvent): LiveFact | undefined {
  const feature = registry.ofStream(stream);
  if (!feature) return undefined;
  const { category } = feature.decider;
  const data = JSON.stringify({ position, category, objectId: stream.slice(category.length + 1), type });
  return {
    position,
    agencyId: registry.belongsToAll(feature) ? undefined : metadata.agencyId,
    frame: `id: ${position}\nevent: recorded\ndata: ${data}\n\n`,
  };
}
