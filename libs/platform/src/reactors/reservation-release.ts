import { Injectable, Logger } from '@nestjs/common';
import { EventStore, type StoredEvent } from '@soquy/event-store';
import { dayInVietnam, fold, type CorrectionEvents } from '@soquy/kernel';
import { decidingAnew } from '../commands/attempts.js';
import { uuidV5 } from '../commands/ids.js';
import { lapseOf, systemSource } from '../commands/lapse.js';
import { newEvent, type EventSource } from '../commands/new-event.js';
import { ObjectLoader } from '../commands/object-loader.js';
import { idOf } from '../commands/stored-facts.js';
import { FeatureRegistry } from '../feature-registry.js';
import { passesBoundaries, type Feature } from '../feature.js';
import { Metrics } from '../operations/metrics.js';
import { Clock } from '../ports/clock.js';
import type { Pending, PendingReservation } from './pending-reservations.js';

/** A boundary with many commands at once may conflict with the release now and then. */
const ATTEMPTS = 20;

/** What is let go at a boundary: whose reservation, and from what day on. */
interface Hold {
  readonly boundary: Feature;
  readonly boundaryId: string;
  readonly commandId: string;
  readonly day: string;
}

/** Lets go what stands reserved for nothing: its object never came, or the fact it was made for was taken back. */
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

  settle(pending: Pending): Promise<void> {
    return pending.kind === 'correction' ? this.settleCorrection(pending.event) : this.settleOrphan(pending);
  }

  /** Told to the object first, so that a late append conflicts, and only then released. */
  private async settleOrphan(pending: PendingReservation): Promise<void> {
    const { event, reservedFor } = pending;
    const [object, boundary] = [this.registry.ofStream(reservedFor), this.registry.ofStream(event.stream)];
    if (!object || !boundary) throw new Error(`assertion: a reservation in ${event.stream} for ${reservedFor}`);
    const lapsed = await decidingAnew(() => this.lapse(object, pending), noop, ATTEMPTS);
    if (!lapsed) return;
    const { commandId } = event.metadata;
    const hold = { boundary, boundaryId: idOf(event.stream), commandId, day: dayInVietnam(this.clock.now()) };
    await this.free(hold, systemSource(event, uuidV5(commandId, 'lapse'), this.clock.now()));
    this.metrics.settled.inc();
    this.log.warn(`released in ${event.stream} what ${reservedFor} never came for`);
  }

  /** False where the object's own facts came after all. True also where the lapse was told before a crash. */
  private async lapse(feature: Feature, { event, reservedFor }: PendingReservation): Promise<boolean> {
    const { commandId } = event.metadata;
    const { head, commands } = await this.loader.load(feature, idOf(reservedFor));
    const trace = commands[commandId];
    if (trace) return trace.lapsed === true;
    await this.store.append(reservedFor, head?.revision ?? 'no-stream', [lapseOf(event, reservedFor, this.clock.now())]);
    return true;
  }

  /**
   * A fact that was taken back holds nothing, from its own day on; nor does the correction itself, whose entries now say what
   * it had reserved to take again. Which boundaries that were is read from the object as it stood with the fact: its
   * dimensions name them.
   */
  async settleCorrection(correction: StoredEvent): Promise<void> {
    const object = this.registry.ofStream(correction.stream);
    if (!object || !passesBoundaries(object)) return;
    const { eventId } = correction.data as CorrectionEvents['CorrectionApproved'];
    const { facts } = await this.loader.loadWhole(object, idOf(correction.stream));
    const reversed = facts.find(({ id }) => id === eventId);
    if (!reversed) throw new Error(`assertion: ${correction.stream} corrects ${eventId} and does not hold it`);
    const asItStood = fold(object.decider, facts.slice(0, facts.indexOf(reversed) + 1));
    const { effectiveOn: day } = correction.metadata;
    for (const place of this.boundariesOf(object.outcomes.dimensions(asItStood)))
      for (const [end, { commandId }] of [
        ['release', reversed.metadata],
        ['retaken', correction.metadata],
      ] as const) {
        const source = systemSource(correction, uuidV5(correction.id, end), this.clock.now());
        await this.free({ ...place, commandId, day }, source);
      }
  }

  /** `budgetLineId` names an object of the category `budgetLine`, as everywhere. */
  private boundariesOf(dimensions: object): Pick<Hold, 'boundary' | 'boundaryId'>[] {
    const ids = dimensions as Readonly<Record<string, unknown>>;
    return this.registry.all.flatMap((boundary) => {
      const boundaryId = boundary.reserve && ids[`${boundary.decider.category}Id`];
      return typeof boundaryId === 'string' ? [{ boundary, boundaryId }] : [];
    });
  }

  /** At the boundary's exact revision; nothing where nothing of the command stands there any more. */
  private free({ boundary, boundaryId, commandId, day }: Hold, source: EventSource): Promise<void> {
    const { reserve, events } = boundary;
    const attempt = async () => {
      const { stream, state, head } = await this.loader.load(boundary, boundaryId);
      const facts = reserve!.release(state, commandId, day);
      if (facts.length === 0) return;
      const released = facts.map((fact, index) =>
        newEvent(uuidV5(source.commandId, stream, String(index)), fact, events[fact.type], source),
      );
      await this.store.append(stream, head!.revision, released);
    };
    return decidingAnew(attempt, noop, ATTEMPTS);
  }
}

const noop = () => undefined;
