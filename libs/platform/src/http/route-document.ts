import type { Type } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiDefaultResponse, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import { rolesOf } from '../commands/allowed-to.js';
import type { RecordingCommand } from '../commands/recording-command.js';
import { pathIdsOf } from '../commands/recording.js';
import type { RecordingGroup } from './recording-group.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A recording route's own part of the OpenAPI document, read off the command and the texts of its group. */
export function documentRoute(
  { noun, texts }: RecordingGroup,
  name: string,
  command: Type<RecordingCommand>,
  target: object,
  handler: PropertyDescriptor,
) {
  const words = texts.commands[name]!;
  const roles = rolesOf(command)!.join(', ');
  const decorators = [
    ApiTags(noun),
    ApiOperation({ summary: words.vi, description: `${words.en}. Allowed to: ${roles}.` }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'The same key and body give the first receipt again.',
      schema: { type: 'string', minLength: 8, maxLength: 200 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The revision you saw, in quotes; stale: 412 with the events since.',
      schema: { type: 'string' },
    }),
    ...pathIdsOf(command).map((id) => ApiParam({ name: id, schema: idSchema(command, id) })),
    ApiBody({ schema: ref(name) }),
    ApiCreatedResponse({
      description: 'Recorded, now or by an earlier attempt',
      headers: {
        Location: { schema: { type: 'string' }, description: 'The object' },
        ETag: { schema: { type: 'string' }, description: 'Its revision, in quotes' },
      },
      content: { 'application/json': { schema: ref('Receipt') } },
    }),
    ApiDefaultResponse({ description: 'RFC 9457', content: { 'application/problem+json': { schema: ref('Problem') } } }),
  ];
  for (const decorate of decorators) decorate(target, name, handler);
}

/** Most ids are UUIDs; natural keys of reference data are not. */
function idSchema(command: Type, id: string): { type: 'string'; format?: 'uuid' } {
  const all = getMetadataStorage().getTargetValidationMetadatas(command, '', true, false);
  const isUuid = all.some(({ propertyName, name }) => propertyName === id && name === 'isUuid');
  return { type: 'string', ...(isUuid && { format: 'uuid' }) };
}
