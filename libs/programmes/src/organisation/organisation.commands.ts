import { ORGANISATION_TYPES, SECTORS, type OrganisationType, type Sector } from '@soquy/kernel';
import { AllowedTo, IsCount, IsDay, IsPlace, IsText, Recording, RecordingCommand } from '@soquy/platform';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { DISSOLUTION_MANNERS, type DissolutionManner } from './organisation.events.js';

/** A larger number of members is a typing error. */
const MOST_MEMBERS = 1_000_000;

/** Ten digits, ten digits with a branch number, or a personal identification number of a household's owner. */
const TAX_CODE = /^(\d{10}(-\d{3})?|\d{12})$/;

@Recording('organisations')
@AllowedTo('officer', 'credit-officer', 'admin')
export class RegisterOrganisation extends RecordingCommand {
  @IsText(2, 200) name: string;
  @IsIn(ORGANISATION_TYPES) type: OrganisationType;
  @IsIn(SECTORS) sector: Sector;
  @IsPlace() place: string;
  @IsOptional() @IsText(2, 100) district?: string;
  @IsOptional() @IsText(2, 100) commune?: string;
  @IsOptional() @Matches(TAX_CODE) taxCode?: string;
  @IsOptional() @IsDay() foundedOn?: string;
  @IsOptional() @IsCount(MOST_MEMBERS, 1) members?: number;
}

/** What is given and differs becomes a fact of its own kind; what is left out stays as it is. */
@Recording('organisations/:organisationId/details')
@AllowedTo('officer', 'credit-officer', 'admin')
export class ChangeOrganisationDetails extends RecordingCommand {
  @IsUUID() organisationId: string;
  @IsOptional() @IsText(2, 200) name?: string;
  @IsOptional() @IsIn(ORGANISATION_TYPES) type?: OrganisationType;
  @IsOptional() @IsIn(SECTORS) sector?: Sector;
  @IsOptional() @IsPlace() place?: string;
  @IsOptional() @IsText(2, 100) district?: string;
  @IsOptional() @IsText(2, 100) commune?: string;
  @IsOptional() @Matches(TAX_CODE) taxCode?: string;
  @IsOptional() @IsDay() foundedOn?: string;
  @IsOptional() @IsCount(MOST_MEMBERS, 1) members?: number;
}

@Recording('organisations/:organisationId/suspensions')
@AllowedTo('officer', 'credit-officer', 'admin')
export class SuspendOrganisation extends RecordingCommand {
  @IsUUID() organisationId: string;
}

@Recording('organisations/:organisationId/resumptions')
@AllowedTo('officer', 'credit-officer', 'admin')
export class ResumeOrganisation extends RecordingCommand {
  @IsUUID() organisationId: string;
}

@Recording('organisations/:organisationId/dissolutions')
@AllowedTo('officer', 'credit-officer', 'admin')
export class DissolveOrganisation extends RecordingCommand {
  @IsUUID() organisationId: string;
  @IsOptional() @IsIn(DISSOLUTION_MANNERS) manner?: DissolutionManner;
}
