import { Command } from '@nestjs/cqrs';
import type { Words } from '@soquy/kernel';
import { Type } from 'class-transformer';
import { IsHash, IsOptional, ValidateNested } from 'class-validator';
import { IsDay, IsText } from './fields.js';

/** What a recording answers. `revision` numbers the object's facts; `position` is opaque and orders the whole log. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly objectId: string;
  /** Human code of the object, `LTH-2026-0045`. */
  readonly code: string;
  /** Of a correction's approval: why what was asked for instead could not be recorded. */
  readonly notReplaced?: { readonly code: string; readonly detail: Words };
}

/** The paper a fact rests on: a decision, a voucher, an acceptance record. */
export class Evidence {
  @IsText(1, 100) documentNumber: string;
  @IsOptional() @IsDay() issuedOn?: string;
  @IsOptional() @IsText(1, 200) issuer?: string;
  @IsOptional() @IsText(1, 100) voucher?: string;
  /** sha256 of the attached file, hexadecimal. */
  @IsOptional() @IsHash('sha256') fileSha256?: string;
}

/** Base of every command: the fields all facts share. Subclasses are DTO, bus command and OpenAPI schema in one. */
export abstract class RecordingCommand extends Command<Receipt> {
  /** The day the fact is true; the decider stores it under the event's own name (`heldOn`, `paidOn`). Never after today. */
  @IsDay() effectiveOn: string;
  @IsOptional() @ValidateNested() @Type(() => Evidence) evidence?: Evidence;
  @IsOptional() @IsText(3, 500) reason?: string;
  /** For an account of several agencies; a parent object's agency otherwise, or the account's only one. */
  @IsOptional() @IsText(2, 60) agencyId?: string;
}

/**
 * What a group of fields is laid over when several commands share it: `function Result<Base extends CommandBase>(base: Base)`
 * returns a class that extends `base` by those fields. The type checker wants exactly these arguments of such a base.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no other type makes a class to be extended
export type CommandBase = abstract new (...args: any[]) => RecordingCommand;
