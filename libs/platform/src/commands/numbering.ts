import { Injectable } from '@nestjs/common';
import { EventStore, SharedTrips, type NewEvent } from '@soquy/event-store';
import { uuidV5 } from './ids.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';
import { Numbers } from './numbers.js';

const ROW = { version: 1, effectiveOn: 'takenOn' };

/** Human codes: the length of a stream a prefix and year is the last number. A command keeps the number it took first. */
@Injectable()
export class Numbering {
  private readonly lines = new Map<string, SharedTrips<NewEvent, bigint>>();

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
    const revision = await this.lineAt(stream).ask(event);
    return `${feature.codePrefix}-${year}-${String(revision + 1n).padStart(4, '0')}`;
  }

  /** A stream takes one append a transaction, so what is created at the same time takes its numbers in one append. */
  private lineAt(stream: string): SharedTrips<NewEvent, bigint> {
    const known = this.lines.get(stream);
    if (known) return known;
    const numbers = new Numbers(this.store, stream);
    const line = new SharedTrips<NewEvent, bigint>((events) => numbers.take(events));
    this.lines.set(stream, line);
    return line;
  }
}
