import type { FieldSchema } from '../api/catalogue.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * What a form's field begins with where an object or a fact is stated again. They keep more of what they refer to than is typed:
 * `organisation: {organisationId, type}` of an `organisationId`, and beside a number in a list what its organisation was then.
 */
export function storedValue(field: string, schema: FieldSchema, data: Data): unknown {
  if (data[field] !== undefined) return typedOf(schema, data[field]);
  const [, name, many] = /^(\w+?)Id(s?)$/.exec(field) ?? [];
  if (!name) return undefined;
  if (!many) return (data[name] as Data | undefined)?.[field];
  const kept = data[`${name}s`];
  return Array.isArray(kept) ? (kept as readonly Data[]).map((each) => each[`${name}Id`]).filter(Boolean) : undefined;
}

/** Of each in a list only what can be typed there. */
function typedOf({ items }: FieldSchema, value: unknown): unknown {
  const parts = items?.properties;
  if (!parts || !Array.isArray(value)) return value;
  const typed = (item: Data) => Object.fromEntries(Object.entries(item).filter(([part]) => part in parts));
  return (value as readonly Data[]).map(typed);
}
