import { ORGANISATION_TYPES, SECTORS, type OrganisationType, type Sector } from '@soquy/kernel';
import { AllowedTo, IsCount, IsDay, IsPlace, IsText, IsWritten, Recording, RecordingCommand } from '@soquy/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { DISSOLUTION_MANNERS, type DissolutionManner } from './organisation.events.js';

/** A larger number of members is a typing error. */
const MOST_MEMBERS = 1_000_000;

/** Ten digits, ten digits with a branch number, or a personal identification number of a household's owner. */
const TAX_CODE = /^(\d{10}(-\d{3})?|\d{12})$/;
const TAX_CODE_FORM = {
  vi: 'phải là 10 chữ số, 10 chữ số rồi “-” và 3 chữ số (đơn vị phụ thuộc), hoặc 12 chữ số (hộ kinh doanh, số định danh cá nhân)',
  en: 'must be 10 digits, 10 digits with “-” and 3 more (a branch), or 12 digits (a household business or personal id)',
};

@Recording('organisations')
@AllowedTo('officer', 'credit-officer', 'admin')
export class RegisterOrganisation extends RecordingCommand {
  @IsText(2, 200) name: string;
  @IsIn(ORGANISATION_TYPES) type: OrganisationType;
  @IsIn(SECTORS) sector: Sector;
  @IsPlace() place: string;
  @IsOptional() @IsText(2, 100) district?: string;
  @IsOptional() @IsText(2, 100) commune?: string;
  @IsOptional() @IsWritten(TAX_CODE, TAX_CODE_FORM) taxCode?: string;
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
  @IsOptional() @IsWritten(TAX_CODE, TAX_CODE_FORM) taxCode?: string;
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
