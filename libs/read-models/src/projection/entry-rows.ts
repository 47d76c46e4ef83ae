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
  for (const { step, before = [], now } of refolded) {
    const { gone, come } = difference(before, now);
    state(event.id, cause, gone.map(negated), step.fact.id);
    state(step.fact.id, step, come, null);
  }
  return rows;
}

/** What a fact no longer adds, and what it adds instead; most facts go on adding what they did. */
function difference(
  before: readonly Addition[],
  now: readonly Addition[],
): { gone: readonly Addition[]; come: readonly Addition[] } {
  if (before.length === 0) return { gone: [], come: now };
  const left = now.map((addition) => ({ addition, text: JSON.stringify(addition) }));
  const gone = before.filter((addition) => {
    const text = JSON.stringify(addition);
    const same = left.findIndex((one) => one.text === text);
    if (same >= 0) left.splice(same, 1);
    return same < 0;
  });
  return { gone, come: left.map(({ addition }) => addition) };
}
