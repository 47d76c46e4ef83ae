import { anything, flag, list, named, object, text, words } from '../http/answer-schema.js';

const names = list(text);
const byName = { type: 'object', additionalProperties: words };
const choices = { type: 'object', additionalProperties: byName };

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
  statuses: list(status),
  events: list(object({ type: text, words })),
  fields: byName,
  enums: { ...choices, description: 'Field, value, words' },
});

const command = object(
  {
    name: text,
    words,
    category: text,
    path: { ...text, description: '`/api/v1/loans/{loanId}/approvals`' },
    creates: { ...flag, description: 'A new object: the id in the path, if any, is that of another one' },
    roles: names,
    mine: { ...flag, description: 'The role of the account that asks may send it' },
    schema: {
      ...anything,
      description:
        'JSON Schema 2020-12 of the body. Every property has `x-words`, and where there are such `x-pattern-words`, `x-unit`, `x-refers`, `x-enum-words`, `x-suggested-from`.',
    },
  },
  { pathId: text, pathRefers: { ...text, description: 'The list of the object whose id stands in the path' } },
);

/** The catalogue as the OpenAPI document describes it. */
export const productCatalogueSchema = named(
  'ProductCatalogue',
  object({
    roles: byName,
    enums: { ...choices, description: 'Field, value, words; over all kinds' },
    kinds: list(named('Kind', kind)),
    commands: list(named('CommandCard', command)),
  }),
);
