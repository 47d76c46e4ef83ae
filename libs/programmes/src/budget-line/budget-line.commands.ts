import { AllowedTo, IsCount, IsDay, IsPositiveVnd, IsText, Recording, RecordingCommand, RefersTo } from '@soquy/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { BUDGET_SOURCES, type BudgetSource } from './budget-line.events.js';

const FIRST_YEAR = 1986;
const LAST_YEAR = 2100;

/** Numbers of commitments stay small; a larger one is a typing error. */
const MOST_COMMITMENTS = 100_000;

@Recording('programmes/:programmeId/budget-lines')
@AllowedTo('finance')
export class AllocateBudgetLine extends RecordingCommand {
  @IsUUID() @RefersTo('programme') programmeId: string;
  @IsText(3, 200) title: string;
  @IsIn(BUDGET_SOURCES) source: BudgetSource;
  @IsCount(LAST_YEAR, FIRST_YEAR) budgetYear: number;
  @IsPositiveVnd() allocatedVnd: number;
}

/** Either more or less; never below what is committed. */
@Recording('budget-lines/:budgetLineId/adjustments')
@AllowedTo('finance')
export class AdjustBudgetLine extends RecordingCommand {
  @IsUUID() budgetLineId: string;
  @IsOptional() @IsPositiveVnd() increaseVnd?: number;
  @IsOptional() @IsPositiveVnd() decreaseVnd?: number;
}

@Recording('budget-lines/:budgetLineId/commitments')
@AllowedTo('officer', 'finance')
export class CommitBudget extends RecordingCommand {
  @IsUUID() budgetLineId: string;
  @IsText(3, 300) purpose: string;
  @IsPositiveVnd() amountVnd: number;
}

/** Without an amount: all that is not paid of the commitment. */
@Recording('budget-lines/:budgetLineId/releases')
@AllowedTo('officer', 'finance')
export class ReleaseCommitment extends RecordingCommand {
  @IsUUID() budgetLineId: string;
  @IsCount(MOST_COMMITMENTS, 1) commitmentNumber: number;
  @IsOptional() @IsPositiveVnd() amountVnd?: number;
}

/** Without a commitment: from all of the line's commitments, the oldest first. */
@Recording('budget-lines/:budgetLineId/disbursements')
@AllowedTo('finance')
export class DisburseBudget extends RecordingCommand {
  @IsUUID() budgetLineId: string;
  @IsOptional() @IsCount(MOST_COMMITMENTS, 1) commitmentNumber?: number;
  @IsPositiveVnd() amountVnd: number;
  @IsOptional() @IsDay() acceptedOn?: string;
}

/** Money that came back. Without a commitment: into the one paid last first. */
@Recording('budget-lines/:budgetLineId/recoveries')
@AllowedTo('finance')
export class RecoverDisbursement extends RecordingCommand {
  @IsUUID() budgetLineId: string;
  @IsOptional() @IsCount(MOST_COMMITMENTS, 1) commitmentNumber?: number;
  @IsPositiveVnd() amountVnd: number;
}
