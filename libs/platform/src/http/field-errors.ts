import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { Words } from '@soquy/kernel';
import { commonFields, sentenceOf } from './field-words.js';

/** One thing wrong with a request: where (RFC 6901), a code for programs, a sentence for people. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Words;
}

/** Words of a command's field, from the texts of its slice; undefined where the slice has none. */
export type FieldWords = (target: object, field: string) => Words | undefined;

/**
 * class-validator's tree as a flat list, worded in both languages; its constraint names are the codes. Parts of a field are called
 * as the command they belong to calls them.
 */
export function fieldErrors(errors: readonly ValidationError[], words: FieldWords = () => undefined, parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escaped(error.property)}`;
    const { target, children = [] } = error;
    const within: FieldWords = (part, field) => words(part, field) ?? (target && words(target, field));
    return [...ownErrors(error, pointer, words), ...fieldErrors(children, within, pointer)];
  });
}

/** One reference token of RFC 6901. */
export const escaped = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where the type is wrong, limits that are broken as well say nothing more. */
const TYPES = ['isArray', 'isString', 'isInt', 'isNumber', 'isBoolean', 'nestedValidation'];

function ownErrors(error: ValidationError, pointer: string, words: FieldWords): FieldError[] {
  const { property, constraints = {}, contexts = {}, target } = error;
  const value: unknown = error.value;
  const label = (target && words(target, property)) ?? commonFields[property] ?? { vi: property, en: property };
  const say = (code: string, args: readonly unknown[] = [], sentence = sentenceOf(code, args)): FieldError => {
    return { pointer, code, detail: { vi: `${label.vi}: ${sentence.vi}.`, en: `${label.en}: ${sentence.en}.` } };
  };
  const broken = Object.keys(constraints);
  if (broken.length === 0) return [];
  if (broken.includes('whitelistValidation')) return [say('unknownField')];
  if (value === undefined) return [say('required')];
  const ofType = TYPES.find((code) => broken.includes(code));
  const found = (ofType ? [ofType] : broken).map((code) => {
    const { code: named, words: form } = (contexts[code] ?? {}) as { readonly code?: string; readonly words?: Words };
    return say(named ?? code, named ? [] : argumentsOf(target, property, code), form);
  });
  return [...new Map(found.map((one) => [one.code, one])).values()];
}

/** The limits a constraint was written with; class-validator keeps them beside the class. */
function argumentsOf(target: object | undefined, property: string, constraint: string): readonly unknown[] {
  if (!target) return [];
  const all = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', true, false);
  return all.find((row) => row.propertyName === property && row.name === constraint)?.constraints ?? [];
}
