import type { Type } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { TEXT_PATTERN } from '../commands/fields.js';
import { placeFieldsOf } from '../commands/place-fields.js';
import { naturalKeyOf, referencesOf } from '../commands/recording.js';
import { commonChoices, commonFields, type Choices } from '../http/field-words.js';
import type { RecordingGroup } from '../http/recording-group.js';
import { unitOf, type FieldUnit } from './units.js';

/** A JSON schema as far as forms read it. */
export interface FormSchema {
  readonly type?: unknown;
  readonly pattern?: unknown;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly items?: FormSchema;
  readonly enum?: readonly string[];
  readonly 'x-words'?: Words;
  /** How the value is written, where it has a form of its own. */
  readonly 'x-pattern-words'?: Words;
  readonly 'x-unit'?: FieldUnit;
  /** The list that the field's value (or values) is looked up in. */
  readonly 'x-refers'?: string;
  readonly 'x-enum-words'?: Readonly<Record<string, Words>>;
  /** Where the value comes from that the form begins with, if the object suggests one. */
  readonly 'x-suggested-from'?: Words;
}

type Raw = FormSchema & { readonly $ref?: string; readonly format?: unknown };
type Schemas = Readonly<Record<string, object>>;

/** What stands beside a field: its words, and where its values come from. */
interface Surroundings {
  readonly schemas: Schemas;
  readonly texts: RecordingGroup['texts'];
  readonly refersTo: (field: string) => string | undefined;
  /** Where suggested values of the command's own fields come from. */
  readonly suggested: Readonly<Record<string, Words>>;
}

/** The body of a command as one schema without references to others, each field with its words, unit, list and choices. */
export function formSchema(
  { texts }: Pick<RecordingGroup, 'texts'>,
  command: Type,
  schema: object,
  schemas: Schemas,
  listOf: (category: string) => string,
): FormSchema {
  const references = referencesOf(command);
  const places = placeFieldsOf(command.prototype as object);
  const isNewAgency = naturalKeyOf(command) === 'agencyId';
  const refersTo = (field: string): string | undefined => {
    if (references[field] !== undefined) return listOf(references[field]);
    if (places.includes(field)) return 'places';
    return field === 'agencyId' && !isNewAgency ? listOf('agency') : undefined;
  };
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  return {
    $schema,
    ...described(schema as Raw, { schemas, texts, refersTo, suggested: texts.suggested?.[command.name] ?? {} }),
  } as FormSchema;
}

/** An object with its properties described; anything else as it is. */
function described(schema: Raw, around: Surroundings): FormSchema {
  const { properties } = schema;
  if (!properties) return schema;
  const fields = Object.entries(properties).map(([field, of]) => [field, fieldOf(field, of as Raw, around)]);
  return { ...schema, properties: Object.fromEntries(fields) as Record<string, FormSchema> };
}

function fieldOf(field: string, schema: Raw, around: Surroundings): FormSchema {
  const refers = around.refersTo(field);
  const within = {
    ...around,
    suggested: {},
    refersTo: (part: string) => (refers !== undefined && part.endsWith('Id') ? refers : undefined),
  };
  const unit = isQuantity(schema) ? 'quantity' : unitOf(field, schema);
  const whole = described(resolved(schema, around.schemas), within);
  const choices = around.texts.choices?.[field] ?? (commonChoices as Choices)[field];
  return {
    ...whole,
    ...(whole.items && { items: described(resolved(whole.items, around.schemas), within) }),
    'x-words': around.texts.fields[field] ?? around.texts.parts?.[field] ?? commonFields[field] ?? { vi: field, en: field },
    ...(unit && { 'x-unit': unit }),
    ...(refers !== undefined && { 'x-refers': refers }),
    ...(around.suggested[field] && { 'x-suggested-from': around.suggested[field] }),
    ...(whole.enum && choices && { 'x-enum-words': Object.fromEntries(whole.enum.map((value) => [value, choices[value]!])) }),
  };
}

const nameOf = ($ref: string) => $ref.split('/').at(-1)!;

const isQuantity = ({ $ref }: Raw): boolean => $ref !== undefined && nameOf($ref) === 'QuantityField';

/**
 * What a reference points to stands in its place. Left out is what forms have no use for: words (`x-words` tells them), that no
 * field takes null, and the pattern that keeps control characters out of texts.
 */
function resolved(schema: Raw, schemas: Schemas): Raw {
  const { $ref, title: _, description: __, not: ___, pattern, ...rest } = schema as Raw & Readonly<Record<string, unknown>>;
  if ($ref === undefined) return { ...rest, ...(pattern !== undefined && pattern !== TEXT_PATTERN.source && { pattern }) };
  return { ...resolved(schemas[nameOf($ref)] as Raw, schemas), ...rest };
}
