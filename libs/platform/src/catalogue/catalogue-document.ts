const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const words = { $ref: '#/components/schemas/Words' } as const;
const names = { type: 'array', items: text } as const;
const byName = { type: 'object', additionalProperties: words } as const;
const choices = { type: 'object', additionalProperties: byName } as const;

const object = <Properties extends object>(properties: Properties, optional: readonly string[] = []) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const status = object({
  status: text,
  words,
  next: { ...names, description: 'Commands that may follow, those awaited first' },
  awaits: { ...names, description: 'Those of them that the office waits for' },
});

const kind = object({
  category: text,
  noun: { ...text, description: 'Path of the list: `training-classes`' },
  words: { ...words, description: 'In the plural' },
  one: words,
  isActivity: flag,
  statuses: { type: 'array', items: status },
  events: { type: 'array', items: object({ type: text, words }) },
  fields: byName,
  enums: { ...choices, description: 'Field, value, words' },
});

const command = object(
  {
    name: text,
    words,
    category: text,
    path: { ...text, description: '`/api/v1/loans/{loanId}/approvals`' },
    pathId: text,
    pathRefers: { ...text, description: 'The list of the object whose id stands in the path' },
    creates: { ...flag, description: 'A new object: the id in the path, if any, is that of another one' },
    roles: names,
    mine: { ...flag, description: 'The role of the account that asks may send it' },
    schema: {
      type: 'object',
      additionalProperties: true,
      description:
        'JSON Schema 2020-12 of the body. Every property has `x-words`, and where there are such `x-unit`, `x-refers`, `x-enum-words`.',
    },
  },
  ['pathId', 'pathRefers'],
);

/** The catalogue as the OpenAPI document describes it. */
export const productCatalogueSchema = object({
  roles: byName,
  enums: { ...choices, description: 'Field, value, words; over all kinds' },
  kinds: { type: 'array', items: kind },
  commands: { type: 'array', items: command },
});
