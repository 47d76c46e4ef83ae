import type { Replacement } from '@soquy/kernel';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { AllowedTo } from '../commands/allowed-to.js';
import { IsDay, IsText } from '../commands/fields.js';
import { RecordingCommand } from '../commands/recording-command.js';
import { Recording } from '../commands/recording.js';

/** A correction has no day of its own: it takes the effective day of the event it is about. */
abstract class CorrectionCommand extends RecordingCommand {
  @IsOptional() @IsDay() declare effectiveOn: string;
}

/** A command of the same slice; its own fields are checked as if it were sent by itself. */
class CorrectionReplacement implements Replacement {
  @IsText(1, 100) command: string;
  @IsObject() fields: Record<string, unknown>;
}

@Recording('corrections')
@AllowedTo('officer', 'credit-officer', 'finance')
export class RequestCorrection extends CorrectionCommand {
  @IsUUID() eventId: string;
  /** Recorded in the name of who asks, with the approval. */
  @IsOptional() @ValidateNested() @Type(() => CorrectionReplacement) replacement?: CorrectionReplacement;
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
