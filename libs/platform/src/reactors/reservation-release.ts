import { Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { dayInVietnam, reservationEvents } from '@soquy/kernel';
import { decidingAnew } from '../commands/attempts.js';
import { uuidV5 } from '../commands/ids.js';
import { newEvent, type EventSource } from '../commands/new-event.js';
import { ObjectLoader } from '../commands/object-loader.js';
import { idOf } from '../commands/stored-facts.js';
import { FeatureRegistry } from '../feature-registry.js';
import type { Feature } from '../feature.js';
import { Metrics } from '../operations/metrics.js';
import { Clock } from '../ports/clock.js';
import type { PendingReservation } from './pending-reservations.js';

/** A boundary with many commands at once may conflict with the release now and then. */
const ATTEMPTS = 20;

/** One orphaned reservation: told to the object first, so that a late append conflicts, and only then released. */
@Injectable()
export class ReservationRelease {
  private readonly log = new Logger('ReservationSettler');

  constructor(
    private readonly store: EventStore,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async settle(pending: PendingReservation): Promise<void> {
    const { event, reservedFor } = pending;
    const [object, boundary] = [this.registry.ofStream(reservedFor), this.registry.ofStream(event.stream)];
    if (!object || !boundary) throw new Error(`assertion: a reservation in ${event.stream} for ${reservedFor}`);
    const lapsed = await decidingAnew(() => this.lapse(object, pending), noop, ATTEMPTS);
    if (!lapsed) return;
    await decidingAnew(() => this.free(boundary, pending), noop, ATTEMPTS);
    this.metrics.settled.inc();
    this.log.warn(`released in ${event.stream} what ${reservedFor} never came for`);
  }

  /** False where the object's own facts came after all. True also where the lapse was told before a crash. */
  private async lapse(feature: Feature, { event, reservedFor }: PendingReservation): Promise<boolean> {
    const { commandId } = event.metadata;
    const { head, commands } = await this.loader.load(feature, idOf(reservedFor));
    const trace = commands[commandId];
    if (trace) return trace.lapsed === true;
    const fact = { type: 'ReservationLapsed', data: { boundaryStream: event.stream, lapsedOn: dayInVietnam(this.clock.now()) } };
    const id = uuidV5(commandId, reservedFor, 'lapsed');
    const lapsed = newEvent(id, fact, reservationEvents.ReservationLapsed, this.source(event, commandId));
    await this.store.append(reservedFor, head?.revision ?? 'no-stream', [lapsed]);
    return true;
  }

  private async free({ reserve, events, decider }: Feature, { event }: PendingReservation): Promise<void> {
    const { commandId } = event.metadata;
    const { state, head } = await this.loader.load(this.registry.of(decider.category), idOf(event.stream));
    const facts = reserve!.release(state, commandId, dayInVietnam(this.clock.now()));
    if (facts.length === 0) return;
    const source = this.source(event, uuidV5(commandId, 'lapse'));
    const released = facts.map((fact, index) =>
      newEvent(uuidV5(source.commandId, event.stream, String(index)), fact, events[fact.type], source),
    );
    await this.store.append(event.stream, head!.revision, released);
  }

  /** The system acts; what the reservation said of its origin holds for its end as well. */
  private source({ metadata }: PendingReservation['event'], commandId: string): EventSource {
    const { commandHash, requestId, agencyId, origin } = metadata;
    const actor = { personId: 'system', role: 'system' };
    return { commandId, commandHash, requestId, actor, agencyId, now: this.clock.now(), origin };
  }
}

const noop = () => undefined;
