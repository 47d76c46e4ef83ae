import { Injectable, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { FeatureRegistry } from '../feature-registry.js';
import { commandIdOf } from '../http/recording-request.js';
import type { Actor } from '../http/sign-in.js';
import { asCommand } from './as-command.js';
import { CommandContext, type CommandOrigin } from './command-context.js';
import type { Receipt, RecordingCommand } from './recording-command.js';

/** By whom, under which key, and where from. */
export interface Given extends Partial<CommandOrigin> {
  readonly actor: Actor;
  /** Idempotency-Key; unique among this person's commands of the kind. */
  readonly key: string;
}

/** Gives a command from inside the application, e.g. for scenarios and imports, under the same rules as over HTTP. */
@Injectable()
export class Recorder {
  constructor(
    private readonly bus: CommandBus,
    private readonly registry: FeatureRegistry,
  ) {}

  async record(type: Type<RecordingCommand>, fields: object, { actor, key, ...origin }: Given): Promise<Receipt> {
    const command = await asCommand(type, fields, this.registry.fieldWords);
    const commandId = commandIdOf(actor.personId, type, key);
    new CommandContext(actor, commandId, { requestId: commandId, ...origin }).attachTo(command);
    return this.bus.execute(command);
  }
}
