import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { AllowedTo, IsPositiveVnd, IsText, IsVnd, Recording, RecordingCommand, RefersTo } from '@soquy/platform';
import { GRANT_TIERS, type GrantTier } from './machinery-grant.events.js';

@Recording('machinery-grants')
@AllowedTo('officer')
export class RequestMachineryGrant extends RecordingCommand {
  @IsUUID() @RefersTo('organisation') organisationId: string;
  @IsOptional() @IsUUID() @RefersTo('programme') programmeId?: string;
  @IsOptional() @IsUUID() @RefersTo('budgetLine') budgetLineId?: string;
  @IsIn(GRANT_TIERS) tier: GrantTier;
  @IsText(3, 200) title: string;
  @IsText(3, 200) item: string;
  @IsPositiveVnd() totalInvestmentVnd: number;
  @IsPositiveVnd() requestedSupportVnd: number;
}

@Recording('machinery-grants/:machineryGrantId/appraisals')
@AllowedTo('officer', 'leader')
export class AppraiseMachineryGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  /** Zero recommends a rejection. */
  @IsVnd() recommendedSupportVnd: number;
  @IsOptional() @IsText(3, 2_000) note?: string;
}

@Recording('machinery-grants/:machineryGrantId/approvals')
@AllowedTo('leader', 'fund-manager')
export class ApproveMachineryGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsPositiveVnd() approvedSupportVnd: number;
}

@Recording('machinery-grants/:machineryGrantId/rejections')
@AllowedTo('leader', 'fund-manager')
export class RejectMachineryGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
}

@Recording('machinery-grants/:machineryGrantId/contracts')
@AllowedTo('officer')
export class SignGrantContract extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsText(1, 60) contractNumber: string;
}

/** Told apart from other money of the same grant by `evidence.voucher`, or else by day and amount; so are payment and recovery. */
@Recording('machinery-grants/:machineryGrantId/advances')
@AllowedTo('finance')
export class PayGrantAdvance extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsPositiveVnd() amountVnd: number;
}

@Recording('machinery-grants/:machineryGrantId/acceptances')
@AllowedTo('officer')
export class RecordAcceptance extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsPositiveVnd() actualInvestmentVnd: number;
  @IsPositiveVnd() acceptedSupportVnd: number;
}

@Recording('machinery-grants/:machineryGrantId/payments')
@AllowedTo('finance')
export class PayGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsPositiveVnd() amountVnd: number;
}

@Recording('machinery-grants/:machineryGrantId/settlements')
@AllowedTo('finance')
export class SettleGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
}

@Recording('machinery-grants/:machineryGrantId/stops')
@AllowedTo('leader', 'fund-manager')
export class StopMachineryGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
}

@Recording('machinery-grants/:machineryGrantId/recoveries')
@AllowedTo('finance')
export class RecoverGrant extends RecordingCommand {
  @IsUUID() machineryGrantId: string;
  @IsPositiveVnd() amountVnd: number;
}
