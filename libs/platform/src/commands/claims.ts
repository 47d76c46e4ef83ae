import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '@soquy/event-store';
import type { Claim } from '@soquy/kernel';
import { Problem } from '../http/problem.js';
import { Clock } from '../ports/clock.js';
import { isConflict } from './attempts.js';
import { uuidV5 } from './ids.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';

/** A claim whose object has not come after this time belongs to an attempt that broke off. */
const PATIENCE_MS = 60_000;

// Storage format of claim streams. The value stands there only as the hash in the stream's name: it may be about a person.
interface ClaimTaken {
  readonly kind: string;
  readonly objectStream: string;
  readonly takenOn: string;
}

const ROW = { version: 1, effectiveOn: 'takenOn' };

/** What only one object in the whole log may own is taken in a stream of its own, before the object is written. */
@Injectable()
export class Claims {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async take(intent: Intent, agencyId: string): Promise<void> {
    const { feature, name, command } = intent;
    for (const claim of feature.decider.claims?.[name]?.(command) ?? []) await this.takeOne(intent, agencyId, claim);
  }

  private async takeOne(intent: Intent, agencyId: string, { kind, value }: Claim): Promise<void> {
    const hash = createHash('sha256').update(value).digest('hex');
    const stream = `claim-${kind}-${hash}`;
    const held = await this.eventsOf(stream);
    const last = held.at(-1);
    const commandId = intent.context.commandId;
    if (last?.metadata.commandId === commandId && ownerOf(last) === intent.stream) return;
    if (last && ownerOf(last) !== intent.stream && !(await this.abandoned(held))) throw taken(kind, value);
    const data: ClaimTaken = { kind, objectStream: intent.stream, takenOn: intent.command.effectiveOn };
    const id = uuidV5(commandId, stream, String(held.length));
    const event = newEvent(id, { type: 'ClaimTaken', data }, ROW, sourceOf(intent, agencyId));
    try {
      await this.store.append(stream, last?.revision ?? 'no-stream', [event]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const winner = (await this.eventsOf(stream)).at(-1);
      if (winner && ownerOf(winner) !== intent.stream) throw taken(kind, value);
      throw error;
    }
  }

  /** True when none of the holder's commands that claimed here ever reached the holder's own stream, and time has passed. */
  private async abandoned(held: readonly StoredEvent[]): Promise<boolean> {
    const last = held.at(-1)!;
    if (this.clock.now().getTime() - Date.parse(last.metadata.recordedAt) < PATIENCE_MS) return false;
    const owner = ownerOf(last);
    const claiming = new Set(held.filter((event) => ownerOf(event) === owner).map(({ metadata }) => metadata.commandId));
    const came = (await this.eventsOf(owner)).some(({ metadata }) => claiming.has(metadata.commandId));
    return !came;
  }

  private async eventsOf(stream: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(event);
    return events;
  }
}

const ownerOf = ({ data }: StoredEvent) => (data as ClaimTaken).objectStream;

const taken = (kind: string, value: string) => Problem.of('AlreadyTaken', { facts: { kind, value } });
