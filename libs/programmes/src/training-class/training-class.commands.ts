import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import {
  AllowedTo,
  IsCount,
  IsDay,
  IsPlace,
  IsQuantity,
  IsText,
  IsVnd,
  QuantityField,
  Recording,
  RecordingCommand,
  RefersTo,
  type CommandBase,
} from '@soquy/platform';
import { COUNT_BASES, TRAINING_KINDS, type CountBasis, type TrainingKind } from './training-class.events.js';

/** Classes are small: a larger number is a typing error, not a class. */
const MOST_LEARNERS = 5_000;

/** More organisations at one class are a typing error too. */
const MOST_SENDERS = 500;

/** An organisation and how many of the learners it sent: each is counted as the learners are, in persons or turns. */
class SenderField {
  @IsUUID() organisationId: string;
  @IsCount(MOST_LEARNERS, 1) learners: number;
}

/** What is known of a class before it is held. */
abstract class ClassPlan extends RecordingCommand {
  @IsIn(TRAINING_KINDS) kind: TrainingKind;
  @IsText(3, 200) title: string;
  @IsOptional() @IsUUID() @RefersTo('programme') programmeId?: string;
  @IsOptional() @IsUUID() @RefersTo('budgetLine') budgetLineId?: string;
  @IsOptional() @IsPlace() place?: string;
}

/** A class that is planned already. */
abstract class OfClass extends RecordingCommand {
  @IsUUID() trainingClassId: string;
}

/** What is known of a class once it is over: an absent number is unknown, not zero. */
function ClassResult<Base extends CommandBase>(base: Base) {
  abstract class ClassResult extends base {
    @IsOptional() @IsDay() startedOn?: string;
    @IsOptional() @IsQuantity() learners?: QuantityField;
    @IsOptional() @IsIn(COUNT_BASES) countBasis?: CountBasis;
    @IsOptional() @IsCount(MOST_LEARNERS) women?: number;
    @IsOptional() @IsVnd() costVnd?: number;
    /** Each once. Learners beyond theirs came on their own, or nobody told who sent them. */
    @IsOptional()
    @IsArray()
    @ArrayMinSize(1)
    @ArrayMaxSize(MOST_SENDERS)
    @ArrayUnique(({ organisationId }: SenderField) => organisationId)
    @ValidateNested({ each: true })
    @Type(() => SenderField)
    @RefersTo('organisation')
    senders?: SenderField[];
  }
  return ClassResult;
}

@Recording('training-classes')
@AllowedTo('officer')
export class PlanTrainingClass extends ClassPlan {
  @IsOptional() @IsCount(MOST_LEARNERS, 1) plannedLearners?: number;
  @IsOptional() @IsVnd() budgetVnd?: number;
}

@Recording('training-classes/:trainingClassId/results')
@AllowedTo('officer')
export class HoldTrainingClass extends ClassResult(OfClass) {}

/** Plan and result in one recording, for a class that is over. */
@Recording('held-training-classes')
@AllowedTo('officer')
export class RecordHeldTrainingClass extends ClassResult(ClassPlan) {}

@Recording('training-classes/:trainingClassId/cancellations')
@AllowedTo('officer')
export class CancelTrainingClass extends OfClass {}
