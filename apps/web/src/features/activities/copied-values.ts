import type { FieldSchema } from '../../shared/api/catalogue.js';

type Data = Readonly<Record<string, unknown>>;

/** What an object recorded that a new one of its kind can begin with: everything but its days. */
export function copiedValues({ properties = {} }: FieldSchema, data: Data): Data {
  const values = Object.entries(properties)
    .filter(([, schema]) => schema['x-unit'] !== 'day')
    .map(([field]) => [field, valueOf(field, data)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(values);
}

/** Objects keep more of what they refer to than its id: `organisation: {organisationId, type}`. */
function valueOf(field: string, data: Data): unknown {
  if (data[field] !== undefined) return data[field];
  const [, name, many] = /^(\w+?)Id(s?)$/.exec(field) ?? [];
  if (!name) return undefined;
  if (!many) return (data[name] as Data | undefined)?.[field];
  const kept = data[`${name}s`];
  return Array.isArray(kept) ? (kept as readonly Data[]).map((each) => each[`${name}Id`]).filter(Boolean) : undefined;
}
