import { applyDecorators, type Type } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { Words } from '@soquy/kernel';
import { ROLES } from '../commands/allowed-to.js';
import { count, flag, instant, jsonAnswer, list, named, object, oneOfWords, refused, text, uuid } from '../http/answer-schema.js';
import { commonFields } from '../http/field-words.js';
import { agencyIdsSchema } from './account-fields.js';

const identity = {
  id: { ...uuid, description: 'The `personId` of what the account records' },
  username: text,
  role: oneOfWords(ROLES),
  agencyIds: agencyIdsSchema,
};

const key = named('AccountKey', object({ id: uuid, label: text, createdAt: instant }, { lastUsedAt: instant }));

const account = named(
  'Account',
  object(
    {
      ...identity,
      locked: flag,
      createdAt: instant,
      sessions: { ...count, description: 'Open now' },
      keys: list(key),
    },
    {
      name: text,
      lastSignInAt: instant,
      mustChangePassword: { ...flag, description: 'Its password is a one-time one that was not changed yet' },
      demo: { ...flag, description: 'Known to everybody; open only where a demo runs' },
    },
  ),
);

const oneTimePassword = { ...text, description: 'Told once; must be changed at the first sign-in with it' };

/** What the routes of accounts answer. */
export const accountAnswers = {
  list: object({ items: list(account) }),
  account: object({ account }),
  invited: object({ account, oneTimePassword }),
  password: object({ oneTimePassword }),
  key: object({ keyId: uuid, key: { ...text, description: 'Told once; sent as `Authorization: Bearer <key>`' } }),
};

const mustChangePassword = { ...flag, description: 'Until it is changed other routes answer 403 `PasswordChangeDue`' };

/** What a session answers of itself: `csrfToken` is a browser's, a program's key needs none. */
export const sessionAnswer = named(
  'Session',
  object(
    { account: named('SignedInAccount', object(identity, { name: text, mustChangePassword })) },
    { csrfToken: { ...text, description: 'What `X-CSRF-Token` must say in unsafe requests of this session' } },
  ),
);

interface Described {
  readonly words: Words;
  readonly answer: object;
  readonly status?: number;
  readonly body?: Type;
  readonly params?: Readonly<Record<string, object>>;
}

/** A route's part of the OpenAPI document; the body's schema comes from its class, so it cannot disagree with the checks. */
export function described({ words, answer, status = 200, body, params = {} }: Described): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: words.vi, description: words.en }),
    ...Object.entries(params).map(([name, schema]) => ApiParam({ name, schema })),
    ...(body ? [ApiBody({ schema: bodySchema(body) as never })] : []),
    ApiResponse({ status, description: words.en, content: jsonAnswer(answer) }),
    ApiDefaultResponse(refused),
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
