import { ApiAcceptedResponse, ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { answerSchema } from '@soquy/platform';
import { FORMATS, MEDIA_TYPES } from '../formats/format.js';
import type { Parameters } from './parameters.js';

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

/** What a reading route answers as JSON, and how a client calls it. */
interface Answered {
  readonly operationId: string;
  readonly schema: object;
}

/** Formats in place of an `Accept` header. */
const ENDINGS = `The address may end in ${Object.keys(FORMATS)
  .map((format) => `.${format}`)
  .join(', ')}.`;

/** A reading route in the OpenAPI document: its words, its parameters, what it answers, and in which formats. */
export function documented(
  words: Words,
  parameters: Parameters,
  { operationId, schema: answer }: Answered,
  formats: readonly string[] = MEDIA_TYPES,
): MethodDecorator {
  const description = formats.length > 1 ? `${words.en}. ${ENDINGS}` : words.en;
  return applyDecorators(
    ApiOperation({ operationId, summary: words.vi, description }),
    ...Object.entries(parameters).map(([name, { schema, must }]) =>
      ApiQuery({ name, required: false, schema, description: must.en }),
    ),
    ApiOkResponse({
      description: words.en,
      ...(formats.length > 1 && { headers: fileHeaders }),
      content: { ...filesIn(formats), ...answerSchema.jsonAnswer(answer) },
    }),
    ...(formats.length > 1 ? [ApiAcceptedResponse(background)] : []),
    ApiDefaultResponse(answerSchema.refused),
  );
}

/** Files: text is described by its being text, and a workbook is bytes (OpenAPI 3.1 gives those no schema). */
export const filesIn = (formats: readonly string[]): Record<string, { schema: { type?: 'string' } }> =>
  Object.fromEntries(
    formats
      .filter((type) => type !== FORMATS.json)
      .map((type) => [type, { schema: type === FORMATS.xlsx ? {} : { type: 'string' as const } }]),
  );
