import type { Json } from './product.js';

/** A recording route as the OpenAPI document describes it. */
export interface RecordingRoute {
  readonly path: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly schema: Json;
  readonly schemas: Json;
}

/** Every POST that asks for an Idempotency-Key. */
export function recordingRoutes(document: Json): RecordingRoute[] {
  const schemas = document.components.schemas as Json;
  return Object.entries(document.paths as Json).flatMap(([path, { post }]) => {
    const records = (post?.parameters as Json[] | undefined)?.some((one) => isKey(one, document));
    if (!records) return [];
    const name = post.requestBody.content['application/json'].schema.$ref.split('/').at(-1) as string;
    const roles = (/Allowed to: ([^.]+)\./.exec(post.description)?.[1] ?? '').split(', ');
    return [{ path, name, roles, schema: schemas[name], schemas }];
  });
}

/** Parameters that many routes share stand among the components. */
const isKey = ({ $ref, name }: Json, { components }: Json): boolean =>
  ($ref ? components.parameters[$ref.split('/').at(-1)].name : name) === 'Idempotency-Key';

export const SOME_UUID = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';

/** A value that the schema accepts; ids are well formed and belong to nobody. */
export function example(schema: Json, schemas: Json): unknown {
  if (schema.$ref) return example(schemas[schema.$ref.split('/').at(-1)], schemas);
  if (schema.allOf) return example(schema.allOf[0], schemas);
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') return exampleObject(schema, schemas);
  if (type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => example(schema.items, schemas));
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return true;
  return exampleText(schema);
}

export function exampleObject(schema: Json, schemas: Json): Json {
  const required = (schema.required ?? []) as string[];
  return Object.fromEntries(required.map((field) => [field, example(schema.properties[field], schemas)]));
}

function exampleText({ format, minLength = 1, pattern }: Json): string {
  if (format === 'date') return '2026-03-02';
  if (format === 'uuid') return SOME_UUID;
  if (format === 'date-time') return '2026-03-02T00:00:00Z';
  return pattern?.includes('TCTK63') ? 'QD19-2025:86' : 'Thử nghiệm'.padEnd(minLength, 'a');
}
