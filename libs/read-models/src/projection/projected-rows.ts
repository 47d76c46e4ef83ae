import type { EntryRow } from '../tables/entry-row.js';
import type { FactRow } from '../tables/fact-row.js';
import type { ObjectRow } from '../tables/object-row.js';
import { FOR_EVER, type Rewrite } from './object-rows.js';

/** Rows by table, and older rows to close first. */
export interface RowSet {
  readonly entries: readonly EntryRow[];
  readonly objects: readonly ObjectRow[];
  readonly facts: readonly FactRow[];
  readonly closings: readonly Closing[];
}

/** A stored row of an object that stops being what is known. */
export interface Closing {
  readonly build: number;
  readonly objectId: string;
  readonly effectiveFrom: string;
  readonly at: string;
}

/**
 * Rows to write. A row that is closed before it was written is written closed, so only older rows need an update. Rows
 * without an end wait apart, since the next fact of their object closes them. The row that then has an end holds the same
 * state, so the endless one leaves it to that.
 */
export class ProjectedRows {
  private entries: EntryRow[] = [];
  private facts: FactRow[] = [];
  private objects: ObjectRow[] = [];
  private closings: Closing[] = [];
  /** Rows with an end among `objects` that are still known. */
  private readonly open = new Map<string, ObjectRow>();
  private readonly endless = new Map<string, ObjectRow>();

  add(entries: readonly EntryRow[], fact: FactRow): void {
    for (const entry of entries) this.entries.push(entry);
    this.facts.push(fact);
  }

  rewrite(build: number, objectId: string, { closed, opened }: Rewrite, at: string): void {
    const endless = new Map<string, ObjectRow>();
    for (const effectiveFrom of closed) {
      const row = this.close(build, objectId, effectiveFrom, at);
      if (row) endless.set(effectiveFrom, row);
    }
    for (const row of opened) {
      const key = keyOf(build, objectId, row.effectiveFrom);
      const without = row.effectiveTo === FOR_EVER ? undefined : endless.get(row.effectiveFrom);
      if (without?.row === row.row) without!.row = null;
      if (row.effectiveTo === FOR_EVER) this.endless.set(key, row);
      else {
        this.objects.push(row);
        this.open.set(key, row);
      }
    }
  }

  /** Rows gathered, but for those that wait. */
  get size(): number {
    return this.entries.length + this.facts.length + this.objects.length;
  }

  /** Hands over what is there; the newest rows without an end stay, up to `waiting`. */
  take(waiting = 0): RowSet {
    const { entries, facts, objects, closings } = this;
    for (const [key, row] of this.endless) {
      if (this.endless.size <= waiting) break;
      this.endless.delete(key);
      objects.push(row);
    }
    this.open.clear();
    [this.entries, this.facts, this.objects, this.closings] = [[], [], [], []];
    return { entries, facts, objects, closings };
  }

  /** Answers the row where it had no end and is not written yet. */
  private close(build: number, objectId: string, effectiveFrom: string, at: string): ObjectRow | undefined {
    const key = keyOf(build, objectId, effectiveFrom);
    const endless = this.endless.get(key);
    const row = endless ?? this.open.get(key);
    if (!row) {
      this.closings.push({ build, objectId, effectiveFrom, at });
      return undefined;
    }
    row.knownTo = at;
    this.open.delete(key);
    if (endless && this.endless.delete(key)) this.objects.push(endless);
    return endless;
  }
}

const keyOf = (build: number, objectId: string, effectiveFrom: string): string => `${build} ${objectId} ${effectiveFrom}`;
