import { ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { MEDIA_TYPES } from '../formats/format.js';
import type { Parameters } from './parameters.js';

const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

/** A reading route in the OpenAPI document: its words, its parameters, and the formats it answers in. */
export function documented(words: Words, parameters: Parameters, formats: readonly string[] = MEDIA_TYPES): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: words.vi, description: words.en }),
    ...Object.entries(parameters).map(([name, { schema, must }]) =>
      ApiQuery({ name, required: false, schema, description: must.en }),
    ),
    ApiOkResponse({
      description: words.en,
      content: Object.fromEntries(formats.map((type) => [type, { schema: schemaOf(type) }])),
    }),
    ApiDefaultResponse({ description: 'RFC 9457', ...problem }),
  );
}

const schemaOf = (type: string) => (type === 'application/json' ? { type: 'object' } : { type: 'string' });
