import type { EventStore, StoredEvent } from '@soquy/event-store';
import { newHistory, shorten, type ObjectHistory } from '../projection/object-history.js';
import { recall } from '../projection/project.js';
import type { SliceRun } from './slice-run.js';

/** Steps kept in memory over all objects: some 200 MB at the most. */
const MOST_STEPS = 200_000;

/** Objects' histories, the ones used last: a miss reads the object's stream. */
export class Histories {
  private readonly kept = new Map<string, { readonly history: ObjectHistory; steps: number }>();
  private steps = 0;

  constructor(
    private readonly store: EventStore,
    private readonly limit = MOST_STEPS,
  ) {}

  /** The history as it was before an event, if it is in memory. */
  find({ stream, revision }: StoredEvent): ObjectHistory | undefined {
    const found = this.kept.get(stream);
    if (found?.history.revision !== revision - 1n) return undefined;
    return found.history;
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

  keep(history: ObjectHistory): void {
    shorten(history);
    this.forget(history.stream);
    const steps = history.steps.length + 1;
    this.kept.set(history.stream, { history, steps });
    this.steps += steps;
    for (const [stream] of this.kept) {
      if (this.steps <= this.limit || stream === history.stream) break;
      this.forget(stream);
    }
  }

  forget(stream: string): void {
    this.steps -= this.kept.get(stream)?.steps ?? 0;
    this.kept.delete(stream);
  }

  clear(): void {
    this.kept.clear();
    this.steps = 0;
  }
}
