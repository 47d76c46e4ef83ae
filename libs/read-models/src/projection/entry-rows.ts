import type { EntryRow } from '../tables/entry-row.js';
import { negated, type Addition } from './additions.js';
import type { Change } from './change.js';

/**
 * The entries a change adds. A new fact adds its outcomes. A fact that was taken back, or that adds something else since an
 * earlier fact came or went, is negated under the event that made it so, and where it still stands, stated anew under
 * its own id: so every sum is what the facts known by then amount to, whatever the order they were recorded in.
 */
export function entryRows(build: number, { event, withdrawn, refolded }: Change): EntryRow[] {
  const { position } = event;
  const { postingPeriod } = event.metadata;
  const rows: EntryRow[] = [];
  const own = refolded.find(({ step }) => step.fact.id === event.id)?.step;
  const cause = own ?? { entries: 0 };
  const state = (eventId: string, under: { entries: number }, stated: readonly Addition[], negates: string | null) => {
    for (const row of stated) {
      row.build = build;
      row.eventId = eventId;
      row.entryNo = under.entries++;
      row.position = position;
      row.postingPeriod = postingPeriod;
      row.negates = negates;
      rows.push(row);
    }
  };
  if (withdrawn) state(event.id, cause, withdrawn.additions.map(negated), withdrawn.fact.id);
  for (const { step, before, now } of refolded) {
    if (before && JSON.stringify(before) === JSON.stringify(now)) continue;
    if (before) state(event.id, cause, before.map(negated), step.fact.id);
    state(step.fact.id, step, now, null);
  }
  return rows;
}
