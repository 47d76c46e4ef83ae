import type { FieldSchema } from '../../shared/api/catalogue.js';
import { storedValue } from '../../shared/forms/stored-value.js';

type Data = Readonly<Record<string, unknown>>;

/** What an object recorded that a new one of its kind can begin with: everything but its days. */
export function copiedValues({ properties = {} }: FieldSchema, data: Data): Data {
  const values = Object.entries(properties)
    .filter(([, schema]) => schema['x-unit'] !== 'day')
    .map(([field, schema]) => [field, storedValue(field, schema, data)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(values);
}
