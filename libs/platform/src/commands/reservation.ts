import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { evolveAll, type DomainEvent, type Occasion, type ReservationWish } from '@soquy/kernel';
import { FeatureRegistry } from '../feature-registry.js';
import { Problem } from '../http/problem.js';
import { Metrics } from '../operations/metrics.js';
import { Knowledge } from '../ports/knowledge.js';
import { askRule, decidingAnew } from './attempts.js';
import { hashOf, uuidV5 } from './ids.js';
import { InTurn } from './in-turn.js';
import type { Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';
import { ObjectLoader, type LoadedObject } from './object-loader.js';

/** Commands of other processes may win at a boundary this often before the caller is told. */
const ATTEMPTS = 10;

/** Takes what can be exhausted, in the boundary's own stream, before the object is written (decision 0004). */
@Injectable()
export class Reservation {
  private readonly turns = new InTurn();

  constructor(
    private readonly store: EventStore,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly knowledge: Knowledge,
    private readonly metrics: Metrics,
  ) {}

  async make(intent: Intent, agencyId: string, state: unknown, occasion: Occasion): Promise<void> {
    const { feature, name, command } = intent;
    const wish = feature.decider.reserves?.[name]?.(state, command, occasion);
    if (!wish) return;
    const attempt = () => this.attempt(intent, agencyId, wish, occasion);
    const lost = () => this.metrics.conflicts.inc({ command: name });
    await this.turns.run(`${wish.category}-${wish.boundaryId}`, () => decidingAnew(attempt, lost, ATTEMPTS));
  }

  private async attempt(intent: Intent, agencyId: string, { category, boundaryId, wish }: ReservationWish, occasion: Occasion) {
    const { commandId } = intent.context;
    const boundary = this.registry.of(category);
    const { reserve, decider, events } = boundary;
    if (!reserve) throw new Error(`assertion: nothing can be reserved in ${category}`);
    const object = await this.loader.load(boundary, boundaryId);
    if (!object.exists) throw Problem.unknownObject(`${category}Id`);
    if (!this.registry.belongsToAll(boundary) && object.agencyId !== agencyId) throw Problem.otherAgency(`${category}Id`);
    const wishHash = hashOf(category, wish);
    const earlier = reservedBefore(intent, object, wishHash);
    if (earlier === 'same') return;

    const replaced = earlier === 'other' ? reserve.release(object.state, commandId, intent.today) : [];
    const state = evolveAll(decider, replaced, object.state);
    const until = { on: intent.command.effectiveOn, notBefore: object.head?.position };
    const questions = reserve.asks(wish);
    const answers = Object.keys(questions).length === 0 ? {} : await this.knowledge.stocks(questions, until);
    const whole = { ...occasion, objectStream: intent.stream, commandId };
    const facts = askRule(boundary, () => reserve.decide(state, wish, answers, whole));
    if (replaced.length + facts.length === 0) return;
    const source = sourceOf(intent, agencyId);
    const describe = (fact: DomainEvent, id: string, extra = {}) => newEvent(id, fact, events[fact.type], source, extra);
    const ids = idsOf(commandId, object.stream, wishHash, facts.length);
    await this.store.append(object.stream, object.head!.revision, [
      ...replaced.map((fact, index) => describe(fact, uuidV5(commandId, object.stream, 'replaced', wishHash, String(index)))),
      ...facts.map((fact, index) => describe(fact, ids[index]!, { reservedFor: intent.stream })),
    ]);
  }
}

/**
 * What this command holds here from an attempt that broke off: the same wish (go on), or one decided on an older state (it
 * is replaced). Held for another object or another body, the key was used twice.
 */
function reservedBefore({ stream, commandHash, context }: Intent, boundary: LoadedObject, wishHash: string) {
  const trace = boundary.commands[context.commandId];
  if (trace?.reservedFor === undefined) return 'none';
  if (trace.reservedFor !== stream || trace.commandHash !== commandHash) throw Problem.keyReused();
  const [last] = idsOf(context.commandId, boundary.stream, wishHash, 1);
  return trace.eventId === last ? 'same' : 'other';
}

/** The ids name the wish as well, counted from the last, so that a repeated wish is known by the last event alone. */
const idsOf = (commandId: string, stream: string, wishHash: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => uuidV5(commandId, stream, wishHash, String(count - 1 - index)));
