import { AsyncContext } from '@nestjs/cqrs';
import type { Actor } from '../http/sign-in.js';

/** What a command brings along beside its fields. */
export interface CommandOrigin {
  readonly requestId: string;
  /** `If-Match`: the object's revision the caller saw. */
  readonly ifMatch?: bigint;
  /** Only for replayed scenarios: when it was recorded, and what the record says of itself. */
  readonly replay?: { readonly recordedAt: Date; readonly origin: 'demo' | 'demo-invented' };
}

/** Who gave a command, and under which key. It rides on the command through the bus, outside its validated fields. */
export class CommandContext extends AsyncContext {
  constructor(
    readonly actor: Actor,
    readonly commandId: string,
    readonly origin: CommandOrigin,
  ) {
    super();
  }

  static on(command: object): CommandContext {
    const context = AsyncContext.of(command);
    if (!(context instanceof CommandContext)) throw new Error(`assertion: ${command.constructor.name} came without its context`);
    return context;
  }
}
