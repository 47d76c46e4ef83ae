import { Injectable } from '@nestjs/common';
import { EventStore, SharedTrips, StoreFault, type NewEvent } from '@soquy/event-store';
import { uuidV5 } from './ids.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';

const ROW = { version: 1, effectiveOn: 'takenOn' };

/** Human codes: the length of a stream a prefix and year is the last number. A lost answer leaves a gap, never a double. */
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
    const line = this.lines.get(stream) ?? new SharedTrips((events) => this.take(stream, events));
    this.lines.set(stream, line);
    return line;
  }

  /** The revisions that the events got, now or, where an answer was lost, before. */
  private async take(stream: string, events: readonly NewEvent[]): Promise<bigint[]> {
    const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
    const revisions = await this.revisionsOf(stream, distinct);
    return events.map(({ id }) => revisions.get(id)!);
  }

  private async revisionsOf(stream: string, events: readonly NewEvent[]): Promise<ReadonlyMap<string, bigint>> {
    try {
      const { revision } = await this.store.append(stream, 'any', events);
      return new Map(events.map(({ id }, index) => [id, revision - BigInt(events.length - 1 - index)]));
    } catch (error) {
      const mayPassAlone = error instanceof StoreFault && error.kind !== 'unavailable';
      if (!mayPassAlone || events.length === 1) throw error;
      const apart: [string, bigint][] = [];
      for (const event of events) apart.push([event.id, (await this.store.append(stream, 'any', [event])).revision]);
      return new Map(apart);
    }
  }
}
