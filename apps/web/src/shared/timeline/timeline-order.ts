import { daysBetween, dayInVietnam } from '@soquy/kernel';
import type { EventLine } from '../api/answers.js';

export type Axis = 'effective' | 'recorded';

/** A fact with what was decided about it since. */
export interface TimelineFact {
  readonly event: EventLine;
  /** Requests, approvals and refusals about this fact, in the order they were recorded. */
  readonly corrections: readonly EventLine[];
  readonly isReversed: boolean;
  /** A request that waits for a second person. */
  readonly pending: EventLine | undefined;
  /** Recorded so many days after its day, if that is late. */
  readonly lateDays: number | undefined;
}

const LATE_DAYS = 30;
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
    ),
  );
  const key = ({ event }: TimelineFact) => `${axis === 'effective' ? event.effectiveOn : event.recordedAt} ${event.position}`;
  return facts.sort((a, b) => key(b).localeCompare(key(a)));
}

function factOf(event: EventLine, corrections: readonly EventLine[]): TimelineFact {
  const decided = new Set(corrections.filter(({ type }) => type !== 'CorrectionRequested').map(correctionOf));
  const late = daysBetween(event.effectiveOn, dayInVietnam(new Date(event.recordedAt)));
  return {
    event,
    corrections,
    isReversed: event.reversedBy !== undefined,
    pending: corrections.find((each) => each.type === 'CorrectionRequested' && !decided.has(correctionOf(each))),
    lateDays: late > LATE_DAYS ? late : undefined,
  };
}
