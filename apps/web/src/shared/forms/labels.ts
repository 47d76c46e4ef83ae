import type { Language } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';

/** What a field is called. A rate is recorded in basis points and typed in percent, so that is what its label says. */
export function labelOf(schema: FieldSchema, field: string, language: Language): string {
  const label = schema['x-words']?.[language] ?? field;
  return schema['x-unit'] === 'basisPoints' ? label.replace(/điểm cơ bản|basis points/, '%') : label;
}
