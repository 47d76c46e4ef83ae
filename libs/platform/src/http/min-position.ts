import type { Words } from '@soquy/kernel';
import { escaped, type FieldError } from './field-errors.js';
import { sentenceOf } from './field-words.js';
import { Problem } from './problem.js';

const NAME = 'minPosition';
const POSITION = /^[a-z]-[0-9A-Za-z-]{1,80}$/;

/** How the parameter stands in the OpenAPI document. */
export const minPositionQuery = {
  name: NAME,
  required: false,
  schema: { type: 'string' as const },
  description: 'must be a position as answers give it',
};

/**
 * For answers read from the log itself, which are never older than a recording that its caller knows of: the parameter that
 * every reading route takes is looked at, and needs no waiting. Any other is refused.
 */
export function assertOnlyMinPosition(query: object): void {
  const errors = Object.entries(query).flatMap(([name, value]) => errorOf(name, value) ?? []);
  if (errors.length > 0) throw Problem.malformed(errors);
}

function errorOf(name: string, value: unknown): FieldError | undefined {
  const say = (code: string, { vi, en }: Words) => ({
    pointer: `/${escaped(name)}`,
    code,
    detail: { vi: `${name}: ${vi}.`, en: `${name}: ${en}.` },
  });
  if (name !== NAME) return say('unknownParameter', sentenceOf('unknownParameter'));
  if (typeof value !== 'string') return say('repeated', { vi: 'chỉ được nêu một lần', en: 'may be given only once' });
  if (POSITION.test(value)) return undefined;
  return say('invalid', { vi: 'phải là một vị trí trong sổ như các câu trả lời nêu', en: minPositionQuery.description });
}
