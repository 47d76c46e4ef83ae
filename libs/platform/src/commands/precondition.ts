import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import type { LoadedObject } from './object-loader.js';
import { readFacts } from './stored-facts.js';

/** A caller this far behind reads the timeline instead. */
const MOST_EVENTS = 100;

/** `If-Match`: who saw an older revision is told what was recorded since, and nothing is decided for him. */
@Injectable()
export class Precondition {
  constructor(private readonly store: EventStore) {}

  async check(feature: Feature, { stream, head }: LoadedObject, asked: bigint | undefined): Promise<void> {
    if (asked === undefined || head?.revision === asked) return;
    const since = await readFacts(this.store, feature, stream, { from: asked + 1n, limit: MOST_EVENTS });
    const events = since.map(({ id, type, revision, position, effectiveOn, data, metadata: { actor, recordedAt } }) => {
      return { eventId: id, type, revision: Number(revision), position, effectiveOn, recordedAt, personId: actor.personId, data };
    });
    throw Problem.of('RevisionMoved', { facts: { asked: Number(asked), revision: head ? Number(head.revision) : null }, events });
  }
}
