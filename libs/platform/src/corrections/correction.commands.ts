import { IsDefined, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { AllowedTo } from '../commands/allowed-to.js';
import { IsDay, IsText } from '../commands/fields.js';
import { RecordingCommand } from '../commands/recording-command.js';
import { Recording } from '../commands/recording.js';

/** A correction has no day of its own: it takes the effective day of the event it is about. */
abstract class CorrectionCommand extends RecordingCommand {
  @IsOptional() @IsDay() declare effectiveOn: string;
}

@Recording('corrections')
@AllowedTo('officer', 'credit-officer', 'finance')
export class RequestCorrection extends CorrectionCommand {
  @IsUUID() eventId: string;
  /** Elsewhere it may be left out; who takes a fact back must say why. */
  @ValidateIf(() => true) @IsDefined() @IsText(3, 500) declare reason: string;
}

@Recording('corrections/:correctionId/approvals')
@AllowedTo('fund-manager', 'leader', 'finance')
export class ApproveCorrection extends CorrectionCommand {
  @IsUUID() correctionId: string;
}

@Recording('corrections/:correctionId/rejections')
@AllowedTo('fund-manager', 'leader', 'finance')
export class RejectCorrection extends CorrectionCommand {
  @IsUUID() correctionId: string;
}
