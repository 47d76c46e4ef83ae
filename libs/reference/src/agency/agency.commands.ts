import { AllowedTo, IsPlace, IsText, NaturalKey, Recording, RecordingCommand } from '@soquy/platform';
import { IsIn, IsOptional, Length, Matches, ValidateIf } from 'class-validator';
import { AGENCY_KINDS, type AgencyKind } from './agency.events.js';

/** Letters, digits and single dashes: it stands in addresses and stream names. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+){0,9}$/;
/** As in the field that names an agency elsewhere. */
const LONGEST = 60;

/** The agency belongs to itself: the field that elsewhere says for whom something is recorded here names the new one. */
@Recording('agencies')
@AllowedTo('admin')
export class RegisterAgency extends RecordingCommand {
  @ValidateIf(() => true) @Length(2, LONGEST) @Matches(SLUG) @NaturalKey() declare agencyId: string;
  @IsText(2, 200) name: string;
  @IsIn(AGENCY_KINDS) kind: AgencyKind;
  @IsOptional() @IsPlace() place?: string;
}

@Recording('agencies/:agencyId/names')
@AllowedTo('admin')
export class RenameAgency extends RecordingCommand {
  @ValidateIf(() => true) @Matches(SLUG) declare agencyId: string;
  @IsText(2, 200) name: string;
}
