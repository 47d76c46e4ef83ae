import type { CommandCard } from '../api/catalogue.js';
import type { Values } from '../forms/use-record-form.js';

/**
 * The form of what is to be recorded instead, with the reason of the correction: one form that asks for both, sent as one
 * request.
 */
export function replacingCommand(request: CommandCard, instead: CommandCard): CommandCard {
  const { reason } = request.schema.properties ?? {};
  return {
    ...request,
    mine: request.mine && instead.mine,
    schema: {
      ...instead.schema,
      properties: { ...instead.schema.properties, ...(reason && { reason }) },
      required: [...(instead.schema.required ?? []), 'reason'],
    },
  };
}

/** What is sent: the request, and in it the fields of what is recorded instead. */
export const replacingBody =
  (eventId: string, instead: CommandCard) =>
  ({ reason, ...fields }: Values): Values => ({ eventId, reason, replacement: { command: instead.name, fields } });
