import { ApiAcceptedResponse, ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { FORMATS, MEDIA_TYPES } from '../formats/format.js';
import type { Parameters } from './parameters.js';

export const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** What a route that answers by files says of them. */
const fileHeaders = {
  Link: { schema: { type: 'string' }, description: 'Of a file: its manifest, `rel="describedby"`' },
  'X-Position': { schema: { type: 'string' }, description: 'Of a file: the position of the log it shows' },
} as const;
const background = {
  description: 'The file is made in the background',
  headers: { Location: { schema: { type: 'string' }, description: 'Its manifest' } },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Export' } } },
} as const;

/** A reading route in the OpenAPI document: its words, its parameters, and the formats it answers in. */
export function documented(words: Words, parameters: Parameters, formats: readonly string[] = MEDIA_TYPES): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary: words.vi, description: words.en }),
    ...Object.entries(parameters).map(([name, { schema, must }]) =>
      ApiQuery({ name, required: false, schema, description: must.en }),
    ),
    ApiOkResponse({
      description: words.en,
      ...(formats.length > 1 && { headers: fileHeaders }),
      content: Object.fromEntries(formats.map((type) => [type, { schema: schemaOf(type) }])),
    }),
    ...(formats.length > 1 ? [ApiAcceptedResponse(background)] : []),
    ApiDefaultResponse({ description: 'RFC 9457', content: problemContent }),
  );
}

/** JSON is described by its shape, text by its being text, and a workbook is bytes (OpenAPI 3.1 gives those no schema). */
export function schemaOf(type: string): { type?: 'object' | 'string' } {
  if (type === FORMATS.xlsx) return {};
  return { type: type === FORMATS.json ? 'object' : 'string' };
}
