import type { EventCatalogue, EventsOf, OrganisationSnapshot, Quantity } from '@soquy/kernel';
import type { HeldActivity, PlannedActivity } from '../activity.js';

/** Tập huấn quản lý, truyền nghề / đào tạo nghề, bồi dưỡng. */
export const TRAINING_KINDS = ['management', 'craft', 'refresher'] as const;
export type TrainingKind = (typeof TRAINING_KINDS)[number];

/** Người (different persons) or lượt người (attendance turns); never mixed in one number (domain.md P4). */
export const COUNT_BASES = ['persons', 'turns'] as const;
export type CountBasis = (typeof COUNT_BASES)[number];

/** An organisation as it was on that day, and how many of those counted it sent. */
export interface Sender extends OrganisationSnapshot {
  readonly learners: number;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface TrainingClassEvents {
  TrainingClassPlanned: PlannedActivity & {
    trainingClassId: string;
    kind: TrainingKind;
    plannedLearners?: number;
    budgetVnd?: number;
  };
  TrainingClassHeld: HeldActivity & {
    trainingClassId: string;
    startedOn?: string;
    learners?: Quantity;
    countBasis: CountBasis;
    women?: number;
    /** Those who sent learners, as far as they are told; counted as the learners are. */
    senders?: readonly Sender[];
  };
  TrainingClassCancelled: { trainingClassId: string; cancelledOn: string };
}
export type TrainingClassEvent = EventsOf<TrainingClassEvents>;

export const trainingClassEvents: EventCatalogue<TrainingClassEvents> = {
  TrainingClassPlanned: { version: 1, effectiveOn: 'plannedOn' },
  TrainingClassHeld: { version: 1, effectiveOn: 'heldOn' },
  TrainingClassCancelled: { version: 1, effectiveOn: 'cancelledOn' },
};
