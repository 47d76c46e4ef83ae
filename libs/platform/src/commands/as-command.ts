import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { fieldErrors, type FieldWords } from '../http/field-errors.js';
import { cleaned } from '../http/json-body.js';
import { assertNestedShapes } from '../http/nested-shapes.js';
import { Problem } from '../http/problem.js';
import { validationRules } from '../http/validation.js';
import type { RecordingCommand } from './recording-command.js';

/**
 * Fields as a command, under the very rules a request meets; throws the 400 that a request would be answered with. `within`
 * is where they stand in that request.
 */
export async function asCommand<Command extends RecordingCommand>(
  type: Type<Command>,
  fields: object,
  words?: FieldWords,
  within = '',
): Promise<Command> {
  const clean = cleaned(fields, within);
  assertNestedShapes(type, clean, within);
  const command = plainToInstance(type, clean) as Command;
  const errors = await validate(command, validationRules);
  if (errors.length > 0) throw Problem.malformed(fieldErrors(errors, words, within));
  return command;
}
