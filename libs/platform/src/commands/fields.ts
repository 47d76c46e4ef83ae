import { applyDecorators } from '@nestjs/common';
import { QUALIFIERS, type Quantity, type Qualifier, type Words } from '@soquy/kernel';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { NamesPlace } from './place-fields.js';

/** As a function it replaces what class-validator-jsonschema derives (a day or an instant) instead of merging with it. */
const DAY = { type: 'string' as const, format: 'date' };

/** Years that a fact of this product can fall into; every database can hold them. */
const DAY_PATTERN = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** A day that exists, `YYYY-MM-DD`, from 1900 to 2199. */
export const IsDay = () =>
  applyDecorators(
    IsISO8601({ strict: true }, { context: { code: 'isDay' } }),
    Matches(DAY_PATTERN, { context: { code: 'isDay' } }),
    JSONSchema(() => DAY),
  );

/** Whole đồng, not negative, exact in a double. `IsInt` comes last: in the schema the last type named wins. */
export const IsVnd = () => applyDecorators(Min(0), Max(Number.MAX_SAFE_INTEGER), IsInt());

/** Whole đồng above zero. */
export const IsPositiveVnd = () => applyDecorators(Min(1), Max(Number.MAX_SAFE_INTEGER), IsInt());

/** A whole count within limits. */
export const IsCount = (most: number, least = 0) => applyDecorators(Min(least), Max(most), IsInt());

/** Anything a person types but control characters; at least one character that can be seen. */
export const TEXT_PATTERN =
  // eslint-disable-next-line no-control-regex -- naming them is the point
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*[^\s\u0000-\u001f\u007f\ufffe\uffff][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]*$/;

/** One line or short text a person types: not blank, and no control characters but line breaks and tabs. */
export const IsText = (least: number, most: number) =>
  applyDecorators(IsString(), Length(least, most), Matches(TEXT_PATTERN, { context: { code: 'isText' } }));

/** A text of a certain form, which is said where it is written otherwise: by the API and, from the schema, in forms. */
export const IsWritten = (pattern: RegExp, words: Words) =>
  applyDecorators(Matches(pattern, { context: { words } }), JSONSchema({ 'x-pattern-words': words }));

/** A bare code is refused: seven codes changed their meaning on 01/07/2025 (domain.md G2). */
const PLACE_PATTERN = /^(TCTK63|QD19-2025):\d{2}$/;

/** Province code with its system, `TCTK63:84`, of the list in force on the command's day. */
export const IsPlace = () => applyDecorators(Matches(PLACE_PATTERN), NamesPlace());

/** Largest count a quantity may hold: a typing error beyond it. */
const MOST = 1_000_000_000_000;

/** A second field of a quantity, judged by the others; what is wrong with those is said of them. */
const InQuantity = (name: string, holds: (quantity: QuantityField) => boolean) =>
  ValidateBy({ name, validator: { validate: (_, given) => holds((given as ValidationArguments).object as QuantityField) } });

/** Only a range has an upper end; elsewhere no figure would count it. Stands below the type, which else is lost in the schema. */
const IsRangeEnd = () =>
  applyDecorators(
    InQuantity('onlyOfRange', ({ qualifier }) => qualifier === 'range'),
    InQuantity('belowValue', ({ value, valueTo }) => valueTo === undefined || !(valueTo < value)),
  );

/** A count as the office knows it: `{ "value": 24000, "qualifier": "over" }`; only a range has `valueTo`. */
export class QuantityField implements Quantity {
  @IsCount(MOST) value: number;
  @IsOptional() @IsIn(QUALIFIERS) qualifier?: Qualifier;
  @ValidateIf(({ qualifier, valueTo }: QuantityField) => qualifier === 'range' || valueTo !== undefined)
  @IsCount(MOST)
  @IsRangeEnd()
  valueTo?: number;
}

/** A nested quantity; put `@IsOptional()` above it where "not given" is allowed (it is then recorded as unknown). */
export const IsQuantity = () =>
  applyDecorators(
    ValidateNested(),
    Type(() => QuantityField),
  );
