import { AllowedTo, IsDay, IsText, NaturalKey, Recording, RecordingCommand } from '@soquy/platform';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNumber, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator';
import { STATUSES, type Status } from '../status.js';

/** Words of letters and digits joined by dots, the last part of an agency's own rule being its slug: `fund.limit.perCustomer`. */
const KEY = /^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+){1,5}$/;
const LONGEST = 100;
const LONGEST_LIST = 50;
const LARGEST = Number.MAX_SAFE_INTEGER;

/** A number in `value`, or a list of numbers in `values`; units are part of the rule's meaning and stand with its key. */
@Recording('rules')
@AllowedTo('admin')
export class RecordRuleVersion extends RecordingCommand {
  @MaxLength(LONGEST) @Matches(KEY) @NaturalKey() ruleId: string;
  @IsOptional() @Min(-LARGEST) @Max(LARGEST) @IsNumber() value?: number;
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LONGEST_LIST)
  @Min(-LARGEST, { each: true })
  @Max(LARGEST, { each: true })
  @IsNumber({}, { each: true })
  values?: number[];
  @IsDay() validFrom: string;
  @IsOptional() @IsDay() validTo?: string;
  @IsText(2, 300) source: string;
  @IsIn(STATUSES) status: Status;
}

@Recording('rules/:ruleId/endings')
@AllowedTo('admin')
export class EndRuleVersion extends RecordingCommand {
  @Matches(KEY) ruleId: string;
  /** Names the version. */
  @IsDay() validFrom: string;
  @IsDay() validTo: string;
}
