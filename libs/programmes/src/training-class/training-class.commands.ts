import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  AllowedTo,
  IsCount,
  IsDay,
  IsQuantity,
  IsText,
  IsVnd,
  QuantityField,
  Recording,
  RecordingCommand,
  RefersTo,
} from '@soquy/platform';
import { COUNT_BASES, TRAINING_KINDS, type CountBasis, type TrainingKind } from './training-class.events.js';

/** Classes are small: a larger number is a typing error, not a class. */
const MOST_LEARNERS = 5_000;

/** What is known of a class before it is held. */
abstract class ClassPlan extends RecordingCommand {
  @IsIn(TRAINING_KINDS) kind: TrainingKind;
  @IsText(3, 200) title: string;
  @IsOptional() @IsUUID() @RefersTo('programme') programmeId?: string;
  @IsOptional() @IsUUID() @RefersTo('budgetLine') budgetLineId?: string;
  /** Province code with its system, `TCTK63:84`. */
  @IsOptional() @IsText(3, 40) place?: string;
}

@Recording('training-classes')
@AllowedTo('officer')
export class PlanTrainingClass extends ClassPlan {
  @IsOptional() @IsCount(MOST_LEARNERS, 1) plannedLearners?: number;
  @IsOptional() @IsVnd() budgetVnd?: number;
}

@Recording('training-classes/:trainingClassId/results')
@AllowedTo('officer')
export class HoldTrainingClass extends RecordingCommand {
  @IsUUID() trainingClassId: string;
  @IsOptional() @IsDay() startedOn?: string;
  /** Absent: not known. */
  @IsOptional() @IsQuantity() learners?: QuantityField;
  @IsOptional() @IsIn(COUNT_BASES) countBasis?: CountBasis;
  @IsOptional() @IsCount(MOST_LEARNERS) women?: number;
  @IsOptional() @IsVnd() costVnd?: number;
}

/** Plan and result in one recording, for a class that is over. */
@Recording('held-training-classes')
@AllowedTo('officer')
export class RecordHeldTrainingClass extends ClassPlan {
  @IsOptional() @IsDay() startedOn?: string;
  @IsOptional() @IsQuantity() learners?: QuantityField;
  @IsOptional() @IsIn(COUNT_BASES) countBasis?: CountBasis;
  @IsOptional() @IsCount(MOST_LEARNERS) women?: number;
  @IsOptional() @IsVnd() costVnd?: number;
}

@Recording('training-classes/:trainingClassId/cancellations')
@AllowedTo('officer')
export class CancelTrainingClass extends RecordingCommand {
  @IsUUID() trainingClassId: string;
}
