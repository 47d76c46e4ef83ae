import type { Type } from '@nestjs/common';
import { dayInVietnam } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import type { CommandContext } from './command-context.js';
import { hashOf, uuidV5 } from './ids.js';
import type { RecordingCommand } from './recording-command.js';
import { naturalKeyOf, pathIdsOf } from './recording.js';
import { streamOf } from './stored-facts.js';

/** One command on its way through the gateway: what each step needs to know of it. */
export interface Intent {
  readonly feature: Feature;
  readonly name: string;
  readonly command: RecordingCommand;
  readonly context: CommandContext;
  readonly commandHash: string;
  /** Path id of the object it is about; undefined for a command that makes one. */
  readonly subjectField: string | undefined;
  readonly objectId: string;
  readonly stream: string;
  /** The clock of the command: a replayed one has its own. */
  readonly now: Date;
  readonly today: string;
}

export function intentOf(
  feature: Feature,
  name: string,
  command: RecordingCommand,
  context: CommandContext,
  clock: Date,
): Intent {
  const type = command.constructor as Type;
  const field = `${feature.decider.category}Id`;
  const subjectField = pathIdsOf(type).includes(field) ? field : undefined;
  const objectId = objectIdOf(command, subjectField ?? naturalKeyOf(type)) ?? uuidV5(context.commandId, 'object');
  const now = context.origin.replay?.recordedAt ?? clock;
  const today = dayInVietnam(now);
  const commandHash = hashOf(name, command);
  return {
    feature,
    name,
    command,
    context,
    commandHash,
    subjectField,
    objectId,
    stream: streamOf(feature, objectId),
    now,
    today,
  };
}

const objectIdOf = (command: RecordingCommand, field: string | undefined) =>
  field === undefined ? undefined : String((command as unknown as Record<string, unknown>)[field]);
