import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { Words } from '@soquy/kernel';
import { ROLES } from '../commands/allowed-to.js';
import { commonFields } from '../http/field-words.js';
import { agencyIdsSchema } from './account-fields.js';

type Properties = Readonly<Record<string, object>>;

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'date-time' };
const flag = { type: 'boolean' };

/** An answer's object; all its fields are there but the optional ones. */
export const answered = (properties: Properties, optional: readonly string[] = []) => ({
  type: 'object' as const,
  properties: properties as Record<string, object>,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const standing = { role: { type: 'string', enum: ROLES }, agencyIds: agencyIdsSchema };
const keySchema = answered({ id: uuid, label: text, createdAt: instant, lastUsedAt: instant }, ['lastUsedAt']);

const account = answered(
  {
    id: { ...uuid, description: 'The `personId` of what the account records' },
    username: text,
    name: text,
    ...standing,
    locked: flag,
    createdAt: instant,
    lastSignInAt: instant,
    mustChangePassword: { ...flag, description: 'Its password is a one-time one that was not changed yet' },
    demo: { ...flag, description: 'Known to everybody; open only where a demo runs' },
    sessions: { type: 'integer', description: 'Open now' },
    keys: { type: 'array', items: keySchema },
  },
  ['name', 'lastSignInAt', 'mustChangePassword', 'demo'],
);

/** What the routes of accounts answer. */
export const accountAnswers = {
  list: answered({ items: { type: 'array', items: account } }),
  account: answered({ account }),
  invited: answered({ account, oneTimePassword: { ...text, description: 'Told once; must be changed at the first sign-in' } }),
  password: answered({ oneTimePassword: { ...text, description: 'Told once; must be changed at the next sign-in' } }),
  key: answered({ keyId: uuid, key: { ...text, description: 'Told once; sent as `Authorization: Bearer <key>`' } }),
};

/** What a session answers of itself: `csrfToken` is a browser's, a program's key needs none. */
export const sessionAnswer = answered(
  {
    csrfToken: { ...text, description: 'What `X-CSRF-Token` must say in unsafe requests of this session' },
    account: answered(
      {
        id: { ...uuid, description: 'The `personId` of what the account records' },
        username: text,
        name: text,
        ...standing,
        mustChangePassword: { ...flag, description: 'Until it is changed every other route answers 403 `PasswordChangeDue`' },
      },
      ['name', 'mustChangePassword'],
    ),
  },
  ['csrfToken'],
);

const problems = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

interface Described {
  readonly words: Words;
  readonly answer: object;
  readonly status?: number;
  readonly body?: Type;
  readonly params?: Properties;
}

/** A route's part of the OpenAPI document; the body's schema comes from its class, so it cannot disagree with the checks. */
export function described({ words, answer, status = 200, body, params = {} }: Described): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: words.vi, description: words.en }),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, schema })),
    ...(body ? [ApiBody({ schema: bodySchema(body) as never })] : []),
    ApiResponse({ status, description: words.en, content: { 'application/json': { schema: answer as never } } }),
    ApiDefaultResponse({ description: 'RFC 9457', content: problems }),
  );
}

/** An act of an admin, as the document describes it. */
export const administers = (tag: string, { words, ...rest }: Described): MethodDecorator =>
  applyDecorators(
    ApiTags(tag) as MethodDecorator,
    described({ words: { ...words, en: `${words.en}. Allowed to: admin.` }, ...rest }),
  );

function bodySchema(of: Type): object {
  const { properties = {}, ...rest } = targetConstructorToSchema(of, { classTransformerMetadataStorage: defaultMetadataStorage });
  const worded = Object.entries(properties).map(([field, schema]): [string, object] => {
    const words = commonFields[field];
    return [field, words ? { ...schema, title: words.vi, description: words.en } : schema];
  });
  return { ...rest, properties: Object.fromEntries(worded), additionalProperties: false };
}
