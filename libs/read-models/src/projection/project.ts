import type { StoredEvent } from '@soquy/event-store';
import { changeBy, type Change } from './change.js';
import { entryRows } from './entry-rows.js';
import { factRow } from './fact-row.js';
import { knownFact } from './known-fact.js';
import type { ObjectHistory } from './object-history.js';
import { rewrite } from './object-rows.js';
import type { ProjectedRows } from './projected-rows.js';
import type { Target } from './target.js';

/**
 * Takes the next event of an object into its history and adds the rows it gives. Answers false, with nothing done, where
 * the whole history is needed. Throws, with nothing done, where the slice's code cannot take the event in.
 */
export function project(target: Target, history: ObjectHistory, event: StoredEvent, rows: ProjectedRows): boolean {
  const fact = knownFact(target.slice, event);
  const change = changeBy(target, history, event, fact);
  if (!change) return false;
  const rewritten = rewrite(target, history, change);
  const entries = entryRows(target.build, change);
  const timeline = factRow(target, history, change);
  rows.add(entries, timeline);
  rows.rewrite(target.build, history.objectId, rewritten, event.position);
  take(history, change);
  return true;
}

/** Only remembers the event: for objects whose rows are written already. The history must be whole. */
export function recall(target: Target, history: ObjectHistory, event: StoredEvent): void {
  const change = changeBy(target, history, event, knownFact(target.slice, event));
  if (!change) throw new Error('assertion: a whole history takes in every event');
  entryRows(target.build, change);
  take(history, change);
}

function take(history: ObjectHistory, { event, at, refolded, reversedAhead }: Change): void {
  if (refolded.length > 0 || at < history.steps.length) history.steps.splice(at, Infinity, ...refolded.map(({ step }) => step));
  history.revision = event.revision;
  if (reversedAhead) (history.reversedAhead ??= new Set()).add(reversedAhead);
}
