import type { EventLine, Schemas } from '../api/answers.js';

export type Axis = 'effective' | 'recorded';

/** A fact with what was decided about it since. */
export interface TimelineFact {
  readonly event: EventLine;
  /** Requests, approvals and refusals about this fact, in the order they were recorded. */
  readonly corrections: readonly EventLine[];
  readonly isReversed: boolean;
  /** Something of its kind was recorded since it was taken back. */
  readonly isReplaced: boolean;
  /** A request that waits for a second person. */
  readonly pending: EventLine | undefined;
}

const CORRECTIONS = new Set(['CorrectionRequested', 'CorrectionApproved', 'CorrectionRejected']);

const targetOf = ({ data }: EventLine) => data?.eventId as string | undefined;
const correctionOf = ({ data }: EventLine) => data?.correctionId;

/** Facts, the latest first by either date; corrections stand under what they are about. */
export function timelineFacts(items: readonly EventLine[], axis: Axis): readonly TimelineFact[] {
  const corrections = items.filter(({ type }) => CORRECTIONS.has(type));
  const ids = new Set(items.map(({ eventId }) => eventId));
  const isFact = (event: EventLine) => !CORRECTIONS.has(event.type) || !ids.has(targetOf(event) ?? '');
  const facts = items.filter(isFact).map((event) =>
    factOf(
      event,
      corrections.filter((each) => targetOf(each) === event.eventId),
      items,
    ),
  );
  const key = ({ event }: TimelineFact) => `${axis === 'effective' ? event.effectiveOn : event.recordedAt} ${event.position}`;
  return facts.sort((a, b) => key(b).localeCompare(key(a)));
}

function factOf(event: EventLine, corrections: readonly EventLine[], items: readonly EventLine[]): TimelineFact {
  const decided = new Set(corrections.filter(({ type }) => type !== 'CorrectionRequested').map(correctionOf));
  return {
    event,
    corrections,
    isReversed: event.reversedBy !== undefined,
    isReplaced: isReplaced(event, items),
    pending: corrections.find((each) => each.type === 'CorrectionRequested' && !decided.has(correctionOf(each))),
  };
}

/** The correction that took it back stands before a fact of the same kind. */
function isReplaced({ type, reversedBy }: EventLine, items: readonly EventLine[]): boolean {
  const approval = items.find(({ eventId }) => eventId === reversedBy);
  return (
    approval !== undefined &&
    items.some((each) => each.type === type && each.reversedBy === undefined && each.position > approval.position)
  );
}

/** What a request wants recorded instead. */
export const replacementIn = ({ type, data }: EventLine): Schemas['Replacement'] | undefined =>
  type === 'CorrectionRequested' ? (data?.replacement as Schemas['Replacement'] | undefined) : undefined;
