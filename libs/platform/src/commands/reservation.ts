import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import type { DomainEvent, Occasion, ReservationWish } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { FeatureRegistry } from '../feature-registry.js';
import { Problem } from '../http/problem.js';
import { Metrics } from '../operations/metrics.js';
import { askRule, BOUNDARY_ATTEMPTS, decidingAnew } from './attempts.js';
import { hashOf, uuidV5 } from './ids.js';
import { InTurn } from './in-turn.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';
import { ObjectLoader, type LoadedObject } from './object-loader.js';
import { Stocks } from './stocks.js';

/** For whom something is reserved, and on which day that is decided. */
export interface Reserving {
  readonly intent: Intent;
  readonly agencyId: string;
  readonly occasion: Occasion;
  readonly on: string;
}

/** Takes what can be exhausted, in the boundary's own stream, before the object is written (decision 0004). */
@Injectable()
export class Reservation {
  constructor(
    private readonly store: EventStore,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly stocks: Stocks,
    private readonly turns: InTurn,
    private readonly metrics: Metrics,
  ) {}

  async make(reserving: Reserving, wish: ReservationWish): Promise<void> {
    const attempt = () => this.attempt(reserving, wish);
    const lost = () => this.metrics.conflicts.inc({ command: reserving.intent.name });
    await this.turns.run(`${wish.category}-${wish.boundaryId}`, () => decidingAnew(attempt, lost, BOUNDARY_ATTEMPTS));
  }

  /** Refuses what could not be reserved now. Nothing is recorded, so it holds for no longer than the boundary stands still. */
  async check(reserving: Reserving, wish: ReservationWish): Promise<void> {
    const { boundary, object } = await this.boundaryOf(reserving, wish);
    await this.decided(reserving, wish, boundary, object);
  }

  private async attempt(reserving: Reserving, wish: ReservationWish): Promise<void> {
    const { intent } = reserving;
    const { boundary, object } = await this.boundaryOf(reserving, wish);
    const wishHash = hashOf(wish.category, wish.wish);
    const earlier = reservedBefore(intent, object, wishHash);
    if (earlier === 'same') return;
    if (earlier === 'other') {
      const replaced = boundary.reserve!.release(object.state, intent.context.commandId, intent.today);
      await this.append(reserving, boundary, object, replaced, { wishHash: `replaced ${wishHash}` });
      if (replaced.length > 0) return this.attempt(reserving, wish);
    }
    const facts = await this.decided(reserving, wish, boundary, object);
    await this.append(reserving, boundary, object, facts, { wishHash, reservedFor: intent.stream });
  }

  private async append(
    { intent, agencyId }: Reserving,
    { events }: Feature,
    { stream, head }: LoadedObject,
    facts: readonly DomainEvent[],
    { wishHash, ...extra }: { readonly wishHash: string; readonly reservedFor?: string },
  ): Promise<void> {
    const { revision } = head!;
    const source = sourceOf(intent, agencyId);
    const [first, ...others] = facts.map((fact, index) => {
      const id = idOf(intent, stream, wishHash, revision + 1n + BigInt(index));
      return newEvent(id, fact, events[fact.type], source, extra);
    });
    if (first) await this.store.append(stream, revision, [first, ...others]);
  }

  private async boundaryOf({ agencyId }: Reserving, { category, boundaryId }: ReservationWish) {
    const boundary = this.registry.of(category);
    if (!boundary.reserve) throw new Error(`assertion: nothing can be reserved in ${category}`);
    const object = await this.loader.load(boundary, boundaryId);
    if (!object.exists) throw Problem.unknownObject(`${category}Id`);
    if (!this.registry.belongsToAll(boundary) && object.agencyId !== agencyId) throw Problem.otherAgency(`${category}Id`);
    return { boundary, object };
  }

  /** By answers not older than the log, asked once the boundary is loaded. */
  private async decided(
    { intent, occasion, on }: Reserving,
    { wish }: ReservationWish,
    boundary: Feature,
    { state }: LoadedObject,
  ): Promise<readonly DomainEvent[]> {
    const reserve = boundary.reserve!;
    const answers = await this.stocks.answer(reserve.asks(wish), on);
    const whole = { ...occasion, objectStream: intent.stream, commandId: intent.context.commandId };
    return askRule(boundary, () => reserve.decide(state, wish, answers, whole));
  }
}

/**
 * What this command holds here from an attempt that broke off: the same wish (go on), or one decided on an older state (it
 * is let go first, so that what is asked of the boundary no longer counts it). Held for another object or another body, the
 * key was used twice.
 */
function reservedBefore({ stream, commandHash, context }: Intent, boundary: LoadedObject, wishHash: string) {
  const trace = boundary.commands[context.commandId];
  if (trace?.reservedFor === undefined) return 'none';
  if (trace.reservedFor !== stream || trace.commandHash !== commandHash) throw Problem.keyReused();
  return trace.eventId === idOf({ context }, boundary.stream, wishHash, trace.revision) ? 'same' : 'other';
}

/** Names the wish and the place as well, so that a repeated wish is known by its last event alone and a renewed one is new. */
const idOf = ({ context }: Pick<Intent, 'context'>, stream: string, wishHash: string, revision: bigint | string): string =>
  uuidV5(context.commandId, stream, wishHash, String(revision));
