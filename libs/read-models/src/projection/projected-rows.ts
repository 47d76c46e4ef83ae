import type { EntryRow } from '../tables/entry-row.js';
import type { FactRow } from '../tables/fact-row.js';
import type { ObjectRow } from '../tables/object-row.js';
import { FOR_EVER, type Rewrite } from './object-rows.js';

/** A stored row of an object that stops being what is known. */
export interface Closing {
  readonly build: number;
  readonly objectId: string;
  readonly effectiveFrom: string;
  readonly at: string;
}

/** Rows to write. A row opened and closed before it was written is written closed, so only older rows need an update. */
export class ProjectedRows {
  entries: EntryRow[] = [];
  facts: FactRow[] = [];
  objects: ObjectRow[] = [];
  closings: Closing[] = [];
  private readonly open = new Map<string, ObjectRow>();

  rewrite(build: number, objectId: string, { closed, opened }: Rewrite, at: string): void {
    for (const effectiveFrom of closed) {
      const key = `${build} ${objectId} ${effectiveFrom}`;
      const unwritten = this.open.get(key);
      if (unwritten) {
        unwritten.knownTo = at;
        this.open.delete(key);
      } else this.closings.push({ build, objectId, effectiveFrom, at });
    }
    for (const row of opened) {
      this.objects.push(row);
      this.open.set(`${build} ${objectId} ${row.effectiveFrom}`, row);
    }
  }

  get size(): number {
    return this.entries.length + this.facts.length + this.objects.length;
  }

  /**
   * Hands over what is there. Of the rows without an end, which the next fact would close at once, the newest stay up to
   * `most`: they are then never written twice.
   */
  take(most: number): Pick<ProjectedRows, 'entries' | 'facts' | 'objects' | 'closings'> {
    const endless = this.objects.filter(({ knownTo, effectiveTo }) => knownTo === null && effectiveTo === FOR_EVER);
    const staying = new Set(endless.slice(Math.max(0, endless.length - most)));
    const { entries, facts, closings } = this;
    const objects = this.objects.filter((row) => !staying.has(row));
    for (const { build, objectId, effectiveFrom, knownTo } of objects)
      if (knownTo === null) this.open.delete(`${build} ${objectId} ${effectiveFrom}`);
    [this.entries, this.facts, this.objects, this.closings] = [[], [], [...staying], []];
    return { entries, facts, objects, closings };
  }
}
