import { AllowedTo, IsCount, IsDay, IsText, Recording, RecordingCommand } from '@soquy/platform';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { LegalBasis } from './programme.events.js';

/** Programmes of support begin after the reform of 1986; a year beyond the century is a typing error. */
const FIRST_YEAR = 1986;
const LAST_YEAR = 2100;

/** Decision, plan or resolution: number, who issued it, when. */
class LegalBasisField implements LegalBasis {
  @IsText(1, 100) documentNumber: string;
  @IsText(2, 200) issuer: string;
  @IsOptional() @IsDay() issuedOn?: string;
}

@Recording('programmes')
@AllowedTo('officer', 'finance', 'admin')
export class OpenProgramme extends RecordingCommand {
  @IsText(3, 300) name: string;
  @IsDefined() @ValidateNested() @Type(() => LegalBasisField) legalBasis: LegalBasisField;
  @IsCount(LAST_YEAR, FIRST_YEAR) periodFromYear: number;
  @IsCount(LAST_YEAR, FIRST_YEAR) periodToYear: number;
  /** Cơ quan chủ trì. */
  @IsOptional() @IsText(2, 200) leadAgency?: string;
}

@Recording('programmes/:programmeId/extensions')
@AllowedTo('officer', 'finance', 'admin')
export class ExtendProgramme extends RecordingCommand {
  @IsUUID() programmeId: string;
  @IsCount(LAST_YEAR, FIRST_YEAR) periodToYear: number;
  @IsOptional() @ValidateNested() @Type(() => LegalBasisField) legalBasis?: LegalBasisField;
}

@Recording('programmes/:programmeId/closures')
@AllowedTo('officer', 'finance', 'admin')
export class CloseProgramme extends RecordingCommand {
  @IsUUID() programmeId: string;
}
