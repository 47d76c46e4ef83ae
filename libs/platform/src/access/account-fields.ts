import { applyDecorators } from '@nestjs/common';
import { IsIn, IsOptional, IsString, Length, ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { ROLES, type Role } from '../commands/allowed-to.js';
import { IsText } from '../commands/fields.js';

const MOST_AGENCIES = 100;

/** As an agency's own id may be written; whether it exists is asked later. */
const AGENCY_ID = { type: 'string' as const, minLength: 1, maxLength: 60 };

const isAgencies = (value: unknown): boolean =>
  value === 'all' ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_AGENCIES &&
    new Set(value).size === value.length &&
    value.every((id) => typeof id === 'string' && id.length > 0 && id.length <= AGENCY_ID.maxLength));

/** Every agency, or those named. */
const IsAgencies = () =>
  applyDecorators(
    ValidateBy({ name: 'isAgencies', validator: { validate: isAgencies } }),
    JSONSchema(() => agencyIdsSchema),
  );

/** `all`, or ids of agencies. */
export const agencyIdsSchema = {
  oneOf: [
    { type: 'string' as const, enum: ['all'] },
    { type: 'array' as const, items: AGENCY_ID, minItems: 1, maxItems: MOST_AGENCIES, uniqueItems: true },
  ],
};

/** A new account; its one-time password is made here. */
export class Invitation {
  @IsText(1, 63) username: string;
  @IsOptional() @IsText(1, 100) name?: string;
  @IsIn(ROLES) role: Role;
  @IsAgencies() agencyIds: readonly string[] | 'all';
}

/** What an account may from now on, and for whom. */
export class StandingFields {
  @IsIn(ROLES) role: Role;
  @IsAgencies() agencyIds: readonly string[] | 'all';
}

/** What a new key is for. */
export class KeyFields {
  @IsText(1, 100) label: string;
}

/** A change of one's own password. */
export class OwnPasswordFields {
  @Length(1, 200) @IsString() current: string;
  @Length(1, 200) @IsString() next: string;
}
