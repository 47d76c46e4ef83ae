import type { EventStore, StoredEvent } from '@soquy/event-store';
import { keepLast, newHistory, shorten, type ObjectHistory } from '../projection/object-history.js';
import { recall } from '../projection/project.js';
import type { SliceRun } from './slice-run.js';

/** Steps kept in memory. More of them live so long that collecting garbage costs more than reading a stream now and then. */
const MOST_STEPS = 10_000;
/** Objects that rest with their last state: with the steps some 200 MB at the most. */
const MOST_AT_REST = 50_000;

/**
 * Objects' histories, the ones used last: a miss reads the object's stream. Two generations stand in for an exact order of
 * use: when the younger one is full, its objects go over to the elder with their last state alone, which is all the next fact
 * needs as a rule; of the elder, those that have rested longest are let go.
 */
export class Histories {
  private younger = new Map<string, ObjectHistory>();
  private elder = new Map<string, ObjectHistory>();
  private steps = 0;

  private readonly mostAtRest: number;

  /** `shares`: how many histories side by side hold a share of the objects each; those at rest are bounded together. */
  constructor(
    private readonly store: EventStore,
    shares = 1,
  ) {
    this.mostAtRest = MOST_AT_REST / shares;
  }

  /** The history as it was before an event, if it is in memory. */
  find({ stream, revision }: StoredEvent): ObjectHistory | undefined {
    const found = this.younger.get(stream) ?? this.elder.get(stream);
    return found?.revision === revision - 1n ? found : undefined;
  }

  /** The whole history before an event, folded anew from the object's stream; a new one where nothing of it counts. */
  async load({ target, skipped }: SliceRun, event: StoredEvent): Promise<ObjectHistory> {
    let history: ObjectHistory | undefined;
    if (event.revision > 0n)
      for await (const earlier of this.store.readStream(event.stream, { limit: Number(event.revision) })) {
        if (skipped.has(earlier.id)) continue;
        history ??= newHistory(earlier);
        recall(target, history, earlier);
      }
    return history ?? newHistory(event);
  }

  /** After each event taken in. */
  keep(history: ObjectHistory): void {
    shorten(history);
    if (this.younger.get(history.stream) !== history) {
      this.younger.set(history.stream, history);
      this.elder.delete(history.stream);
      this.steps += history.steps.length;
    }
    this.steps += 1;
    if (this.steps >= MOST_STEPS) this.rest();
  }

  private rest(): void {
    for (const [stream, history] of this.younger) {
      keepLast(history);
      this.elder.set(stream, history);
    }
    for (const stream of this.elder.keys()) {
      if (this.elder.size <= this.mostAtRest) break;
      this.elder.delete(stream);
    }
    this.younger.clear();
    this.steps = 0;
  }

  clear(): void {
    this.younger.clear();
    this.elder.clear();
    this.steps = 0;
  }
}
