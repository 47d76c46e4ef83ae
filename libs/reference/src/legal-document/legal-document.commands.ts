import { AllowedTo, IsDay, IsText, NaturalKey, Recording, RecordingCommand } from '@soquy/platform';
import { IsOptional, Matches, MaxLength } from 'class-validator';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+){0,15}$/;
const LONGEST = 100;

@Recording('legal-documents')
@AllowedTo('officer', 'credit-officer', 'finance', 'admin')
export class RecordLegalDocument extends RecordingCommand {
  @MaxLength(LONGEST) @Matches(SLUG) @NaturalKey() legalDocumentId: string;
  @IsText(1, 100) number: string;
  @IsText(3, 500) title: string;
  @IsText(2, 200) issuer: string;
  @IsOptional() @IsDay() issuedOn?: string;
  @IsOptional() @IsDay() inForceOn?: string;
  @IsOptional() @IsDay() validTo?: string;
}

/** Effective on the first day it is no longer in force. */
@Recording('legal-documents/:legalDocumentId/repeals')
@AllowedTo('officer', 'credit-officer', 'finance', 'admin')
export class RepealLegalDocument extends RecordingCommand {
  @Matches(SLUG) legalDocumentId: string;
  @IsOptional() @IsText(1, 100) repealedBy?: string;
}
