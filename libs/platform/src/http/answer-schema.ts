/** Under which name a schema stands among the components of the document; it is written where it is answered. */
export const COMPONENT = 'x-component';

type Properties = Readonly<Record<string, object>>;

export const text = { type: 'string' } as const;
export const uuid = { type: 'string', format: 'uuid' } as const;
export const day = { type: 'string', format: 'date' } as const;
export const instant = { type: 'string', format: 'date-time' } as const;
export const count = { type: 'integer' } as const;
export const amount = { type: 'number' } as const;
export const flag = { type: 'boolean' } as const;
/** Fields that only the kind of object knows. */
export const anything = { type: 'object', additionalProperties: true } as const;

export const oneOfWords = (values: readonly string[]) => ({ type: 'string', enum: values });
export const orNull = (schema: { readonly type: string }) => ({ ...schema, type: [schema.type, 'null'] });
export const list = (items: object) => ({ type: 'array', items });

/** An answer's object: all its fields are there but the optional ones. */
export const object = (properties: Properties, optional: Properties = {}) => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

/** A schema that others refer to by this name, so that a typed client has one type of it. */
export const named = <Schema extends object>(name: string, schema: Schema) => ({ [COMPONENT]: name, ...schema });

/** As decorators of routes take it: their types know no JSON Schema of OpenAPI 3.1. */
export const jsonAnswer = (schema: object) => ({ 'application/json': { schema: schema as { type: 'object' } } });

export const words = named('Words', object({ vi: text, en: text }));

/** What every route may answer instead; the schema is the platform's own. */
export const refused = {
  description: 'RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
