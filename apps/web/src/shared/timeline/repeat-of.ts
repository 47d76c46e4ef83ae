import type { EventLine } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { SHARED_FIELDS } from '../forms/shared-fields.js';
import { storedValue } from '../forms/stored-value.js';

/** How a fact that is taken back is recorded again: by which command, beginning with what values. */
export interface Repeat {
  readonly command: CommandCard;
  readonly values: Readonly<Record<string, unknown>>;
}

type Fact = Pick<EventLine, 'type' | 'data' | 'effectiveOn' | 'evidence'>;

/** The command whose fields the fact fills best, and whose name is most like its own; none where a required field would stay empty. */
export function repeatOf({ type, data = {}, effectiveOn, evidence }: Fact, commands: readonly CommandCard[]): Repeat | undefined {
  const fitting = commands
    .map((command) => ({ command, values: valuesFor(command, data), likeness: likeness(command.name, type) }))
    .filter(({ command, values }) =>
      (command.schema.required ?? []).every((field) => SHARED_FIELDS.has(field) || field in values),
    )
    .filter(({ values }) => Object.keys(values).length > 0)
    .sort((a, b) => Object.keys(b.values).length - Object.keys(a.values).length || b.likeness - a.likeness)[0];
  if (!fitting) return undefined;
  return { command: fitting.command, values: { ...fitting.values, effectiveOn, ...(evidence && { evidence }) } };
}

/** Where an agreed order split a payment, another amount is split anew; only what the payer stated is stated again. */
const SPLIT = new Set(['principalVnd', 'interestVnd']);
const isSplitAnew = ({ allocation }: Readonly<Record<string, unknown>>) => allocation !== undefined && allocation !== 'asStated';

function valuesFor({ schema }: CommandCard, data: Readonly<Record<string, unknown>>) {
  const isLeft = (field: string) => SHARED_FIELDS.has(field) || (isSplitAnew(data) && SPLIT.has(field));
  const values = Object.entries(schema.properties ?? {})
    .filter(([field]) => !isLeft(field))
    .map(([field, of]) => [field, storedValue(field, of, data)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** So many letters make one word of two forms: `Disburse`, `Disbursed`. */
const STEM = 4;
const stemsIn = (name: string) => (name.match(/[A-Z][a-z]*/g) ?? []).map((word) => word.slice(0, STEM));

/** Which part of a command's words an event's name has as well. */
function likeness(command: string, event: string): number {
  const stems = stemsIn(command);
  const known = new Set(stemsIn(event));
  return stems.filter((stem) => known.has(stem)).length / stems.length;
}
