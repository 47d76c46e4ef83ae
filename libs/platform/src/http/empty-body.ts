import type { PipeTransform } from '@nestjs/common';
import { escaped } from './field-errors.js';
import { sentenceOf } from './field-words.js';
import { Problem } from './problem.js';

/** For a body of an act that says everything by its address: nothing or `{}`; what else is there must not be lost silently. */
export class EmptyBody implements PipeTransform<unknown, void> {
  transform(body: unknown): void {
    if (body === undefined) return;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw Problem.malformed([error('', 'isObject')]);
    const fields = Object.keys(body);
    if (fields.length > 0) throw Problem.malformed(fields.map((field) => error(`/${escaped(field)}`, 'unknownField')));
  }
}

function error(pointer: string, code: string) {
  const { vi, en } = sentenceOf(code);
  const at = pointer || '/';
  return { pointer, code, detail: { vi: `${at}: ${vi}.`, en: `${at}: ${en}.` } };
}
