import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '@soquy/event-store';
import { standing, type Claim, type DomainEvent } from '@soquy/kernel';
import { FeatureRegistry } from '../feature-registry.js';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../ports/clock.js';
import { isConflict } from './attempts.js';
import { uuidV5 } from './ids.js';
import type { Intent } from './intent.js';
import { lapseOf } from './lapse.js';
import { newEvent, sourceOf } from './new-event.js';
import { readFacts } from './stored-facts.js';

/** A claim whose object has not come after this time belongs to an attempt that broke off. */
const PATIENCE_MS = 60_000;

// Storage format of claim streams. The value stands there only as the hash in the stream's name: it may be about a person.
interface ClaimTaken {
  readonly kind: string;
  readonly objectStream: string;
  readonly takenOn: string;
}

const ROW = { version: 1, effectiveOn: 'takenOn' };

/**
 * What only one object in the whole log may own is taken in a stream of its own, before the object is written. It is the
 * object's for as long as one of its facts that stand claims it; whoever owns it next takes it at the stream's exact revision.
 */
@Injectable()
export class Claims {
  constructor(
    private readonly store: EventStore,
    private readonly registry: FeatureRegistry,
    private readonly clock: Clock,
  ) {}

  async take(intent: Intent, agencyId: string, facts: readonly DomainEvent[]): Promise<void> {
    const claims = facts.flatMap((fact) => claimsOf(intent.feature, fact));
    for (const claim of claims) await this.takeOne(intent, agencyId, claim);
  }

  private async takeOne(intent: Intent, agencyId: string, claim: Claim): Promise<void> {
    const hash = createHash('sha256').update(claim.value).digest('hex');
    const stream = `claim-${claim.kind}-${hash}`;
    const held = await this.eventsOf(stream);
    const last = held.at(-1);
    const commandId = intent.context.commandId;
    if (last?.metadata.commandId === commandId && ownerOf(last) === intent.stream) return;
    if (last && ownerOf(last) !== intent.stream && !(await this.isFree(claim, held))) throw taken(claim);
    const data: ClaimTaken = { kind: claim.kind, objectStream: intent.stream, takenOn: intent.command.effectiveOn };
    const id = uuidV5(commandId, stream, String(held.length));
    const event = newEvent(id, { type: 'ClaimTaken', data }, ROW, sourceOf(intent, agencyId));
    try {
      await this.store.append(stream, last?.revision ?? 'no-stream', [event]);
    } catch (error) {
      if (!isConflict(error)) throw error;
      const winner = (await this.eventsOf(stream)).at(-1);
      if (winner && ownerOf(winner) !== intent.stream) throw taken(claim);
      throw error;
    }
  }

  /**
   * True when no fact of the owner that stands claims it, and none will: its commands that claimed here have all come (and
   * were taken back), or broke off so long ago that the owner is told so first. Then a late append of theirs conflicts.
   */
  private async isFree(claim: Claim, held: readonly StoredEvent[]): Promise<boolean> {
    const owner = ownerOf(held.at(-1)!);
    const feature = this.registry.ofStream(owner);
    if (!feature) throw new Error(`assertion: ${held[0]!.stream} belongs to ${owner}, which no slice knows`);
    const facts = await readFacts(this.store, feature, owner);
    const owns = ({ kind, value }: Claim) => kind === claim.kind && value === claim.value;
    if (standing(feature.decider, facts).some((fact) => claimsOf(feature, fact).some(owns))) return false;
    const came = new Set(facts.map(({ metadata }) => metadata.commandId));
    const open = held.filter((event) => ownerOf(event) === owner && !came.has(event.metadata.commandId));
    const now = this.clock.now();
    if (open.some(({ metadata }) => now.getTime() - Date.parse(metadata.recordedAt) < PATIENCE_MS)) return false;
    const commands = new Map(open.map((event) => [event.metadata.commandId, event]));
    const [first, ...others] = [...commands.values()].map((event) => lapseOf(event, owner, now));
    if (first) await this.store.append(owner, facts.at(-1)?.revision ?? 'no-stream', [first, ...others]);
    return true;
  }

  private async eventsOf(stream: string): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(event);
    return events;
  }
}

const claimsOf = ({ decider }: Feature, { type, data }: DomainEvent): readonly Claim[] => decider.claims?.[type]?.(data) ?? [];

const ownerOf = ({ data }: StoredEvent) => (data as ClaimTaken).objectStream;

const taken = (facts: Claim) =>
  Problem.of(
    'AlreadyTaken',
    { facts },
    { vi: `“${facts.value}” đã thuộc về đối tượng khác.`, en: `Another object already holds “${facts.value}”.` },
  );
