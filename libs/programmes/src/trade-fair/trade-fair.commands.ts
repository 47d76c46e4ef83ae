import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  AllowedTo,
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
import { FAIR_KINDS, FAIR_ROLES, type FairKind, type FairRole } from './trade-fair.events.js';

/** More at one fair are told as a count, not by name. */
const MOST_ORGANISATIONS = 500;

/** What is known of a fair once it is over. An absent count is unknown, not zero. */
abstract class FairResult extends RecordingCommand {
  @IsOptional() @IsDay() startedOn?: string;
  /** Known by name. Alone they are all that took part; beside `participations` they are among these. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ORGANISATIONS)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  @RefersTo('organisation')
  organisationIds?: string[];
  @IsOptional() @IsQuantity() participations?: QuantityField;
  @IsOptional() @IsQuantity() enterprises?: QuantityField;
  @IsOptional() @IsQuantity() stalls?: QuantityField;
  @IsOptional() @IsQuantity() products?: QuantityField;
  @IsOptional() @IsQuantity() visitors?: QuantityField;
  /** In đồng; a quantity, for sales are often told as "over 2 tỷ". */
  @IsOptional() @IsQuantity() revenue?: QuantityField;
  @IsOptional() @IsQuantity() contracts?: QuantityField;
  @IsOptional() @IsVnd() costVnd?: number;
}

/** What is known of a fair before it is held. */
function FairPlan<Base extends CommandBase>(base: Base) {
  abstract class FairPlan extends base {
    @IsIn(FAIR_KINDS) kind: FairKind;
    @IsIn(FAIR_ROLES) role: FairRole;
    @IsText(3, 200) title: string;
    @IsOptional() @IsUUID() @RefersTo('programme') programmeId?: string;
    @IsOptional() @IsUUID() @RefersTo('budgetLine') budgetLineId?: string;
    @IsOptional() @IsPlace() place?: string;
  }
  return FairPlan;
}

/** What only a plan says. */
abstract class FairBudget extends RecordingCommand {
  @IsOptional() @IsVnd() budgetVnd?: number;
}

@Recording('trade-fairs')
@AllowedTo('officer')
export class PlanTradeFair extends FairPlan(FairBudget) {}

@Recording('trade-fairs/:tradeFairId/results')
@AllowedTo('officer')
export class HoldTradeFair extends FairResult {
  @IsUUID() tradeFairId: string;
}

/** Plan and result in one recording, for a fair that is over. */
@Recording('held-trade-fairs')
@AllowedTo('officer')
export class RecordHeldTradeFair extends FairPlan(FairResult) {}

@Recording('trade-fairs/:tradeFairId/cancellations')
@AllowedTo('officer')
export class CancelTradeFair extends RecordingCommand {
  @IsUUID() tradeFairId: string;
}
