import { Injectable, Optional } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { AccountService } from '../access/account.service.js';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import type { LoadedObject } from './object-loader.js';
import { readFacts } from './stored-facts.js';

/** A caller this far behind reads the timeline instead. */
const MOST_EVENTS = 100;

/** `If-Match`: who saw an older revision is told what was recorded since, and nothing is decided for him. */
@Injectable()
export class Precondition {
  /** Without accounts ids stay ids. */
  constructor(
    private readonly store: EventStore,
    @Optional() private readonly accounts?: AccountService,
  ) {}

  async check(feature: Feature, { stream, head }: LoadedObject, asked: bigint | undefined): Promise<void> {
    if (asked === undefined || head?.revision === asked) return;
    const since = await readFacts(this.store, feature, stream, { from: asked + 1n, limit: MOST_EVENTS });
    const persons = await this.accounts?.persons(since.map(({ metadata }) => metadata.actor.personId));
    const events = since.map(({ id, type, revision, position, effectiveOn, data, metadata: { actor, recordedAt } }) => {
      const { personId } = actor;
      const person = persons?.get(personId);
      const told = { eventId: id, type, revision: Number(revision), position, effectiveOn, recordedAt, personId, data };
      return person ? { ...told, person } : told;
    });
    throw Problem.of('RevisionMoved', { facts: { asked: Number(asked), revision: head ? Number(head.revision) : null }, events });
  }
}
