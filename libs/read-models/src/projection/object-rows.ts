import { foldText } from '@soquy/kernel';
import type { ObjectRow } from '../tables/object-row.js';
import type { Change } from './change.js';
import { shownOf, type ObjectHistory, type Step } from './object-history.js';
import type { Target } from './target.js';

/** Where no later state is known. */
export const FOR_EVER = 'infinity';

/** Days over which an object has one state: up to the day of the next fact, exclusive. */
interface Span {
  readonly from: string;
  readonly to: string;
  readonly step: Step;
}

/** Rows that stop being what is known, named by the day they begin, and the rows known instead. */
export interface Rewrite {
  readonly closed: readonly string[];
  readonly opened: readonly ObjectRow[];
}

/** Rewrites an object's rows from the changed day on; rows of earlier days stay, but for the one that ends elsewhere now. */
export function rewrite(target: Target, history: ObjectHistory, change: Change): Rewrite {
  const { before, after } = change.day === undefined ? lastSpan(history) : changedSpans(history, change, change.day);
  const row = (span: Span) => objectRow(target, history, change, span);
  return { closed: before.map(({ from }) => from), opened: after.map(row) };
}

/** An event that changes no state still moves the stream on: the newest row says up to which revision it holds. */
function lastSpan({ steps }: ObjectHistory) {
  const last = spans(steps.slice(-1));
  return { before: last, after: last };
}

function changedSpans({ steps }: ObjectHistory, { at, refolded }: Change, day: string) {
  let first = at;
  const previous = steps[at - 1]?.fact.effectiveOn;
  while (first > 0 && steps[first - 1]!.fact.effectiveOn === previous) first -= 1;
  const head = steps.slice(first, at);
  const before = spans([...head, ...steps.slice(at)]);
  const after = spans([...head, ...refolded.map(({ step }) => step)]);
  const same = before[0] && after[0] && before[0].from < day && before[0].from === after[0].from && before[0].to === after[0].to;
  return same ? { before: before.slice(1), after: after.slice(1) } : { before, after };
}

/** One span a day that has facts: its state is that after the day's last fact. */
function spans(steps: readonly Step[]): Span[] {
  const found: Span[] = [];
  steps.forEach((step, index) => {
    const from = step.fact.effectiveOn;
    const to = steps[index + 1]?.fact.effectiveOn ?? FOR_EVER;
    if (from !== to) found.push({ from, to, step });
  });
  return found;
}

function searchText(history: ObjectHistory, text: string): string {
  if (history.searched?.text !== text) history.searched = { text, folded: foldText(text) };
  return history.searched.folded;
}

function objectRow(target: Target, history: ObjectHistory, { event }: Change, span: Span): ObjectRow {
  const { objectId, birth } = history;
  const { slice, build, isQuiet } = target;
  const { summary, row } = shownOf(target, span.step);
  const { title, status, keywords = [], organisation } = summary;
  return {
    build,
    category: slice.decider.category,
    objectId,
    code: birth.code,
    agencyId: birth.agencyId,
    title,
    search: searchText(history, `${birth.code} ${title} ${keywords.join(' ')}`.trim()),
    status,
    programmeId: summary.programmeId ?? null,
    budgetLineId: summary.budgetLineId ?? null,
    fundId: summary.fundId ?? null,
    organisationId: organisation?.organisationId ?? null,
    organisationType: organisation?.type ?? null,
    sector: organisation?.sector ?? null,
    place: summary.place ?? organisation?.place ?? null,
    source: summary.source ?? null,
    activityKind: summary.activityKind ?? null,
    budgetYear: summary.budgetYear ?? null,
    origin: birth.origin ?? null,
    row,
    revision: Number(event.revision),
    createdPosition: birth.position,
    effectiveFrom: span.from,
    effectiveTo: span.to,
    knownFrom: event.position,
    knownTo: null,
    quietUntil: isQuiet ? (summary.quietUntil ?? span.from) : null,
  };
}
