import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { uuidV5 } from './ids.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';

const ROW = { version: 1, effectiveOn: 'takenOn' };

/** Human codes: the length of a stream a prefix and year is the last number. A lost answer leaves a gap, never a double. */
@Injectable()
export class Numbering {
  constructor(private readonly store: EventStore) {}

  /** `LH-2026-0045`. */
  async next(intent: Intent, agencyId: string): Promise<string> {
    const { feature, command, context, stream: objectStream } = intent;
    const year = command.effectiveOn.slice(0, 4);
    const stream = `numbering-${feature.codePrefix}.${year}`;
    const data = { objectStream, takenOn: command.effectiveOn };
    const event = newEvent(
      uuidV5(context.commandId, stream, '0'),
      { type: 'NumberTaken', data },
      ROW,
      sourceOf(intent, agencyId),
    );
    const { revision } = await this.store.append(stream, 'any', [event]);
    return `${feature.codePrefix}-${year}-${String(revision + 1n).padStart(4, '0')}`;
  }
}
