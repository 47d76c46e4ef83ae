import type { EventLine } from '../../shared/api/answers.js';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { SHARED_FIELDS } from './shared-fields.js';

/** How a fact that was taken back is recorded again: by which command, beginning with what values. */
export interface Repeat {
  readonly command: CommandCard;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The command whose fields the fact fills best; none where a required one would stay empty. */
export function repeatOf({ data = {}, effectiveOn, evidence }: EventLine, commands: readonly CommandCard[]): Repeat | undefined {
  const fitting = commands
    .map((command) => ({ command, values: valuesFor(command, data) }))
    .filter(({ command, values }) =>
      (command.schema.required ?? []).every((field) => SHARED_FIELDS.has(field) || field in values),
    )
    .filter(({ values }) => Object.keys(values).length > 0)
    .sort((a, b) => Object.keys(b.values).length - Object.keys(a.values).length)[0];
  return fitting && { ...fitting, values: { ...fitting.values, effectiveOn, ...(evidence && { evidence }) } };
}

function valuesFor({ schema }: CommandCard, data: Readonly<Record<string, unknown>>) {
  const fields = Object.keys(schema.properties ?? {}).filter((field) => !SHARED_FIELDS.has(field) && data[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, data[field]]));
}
