import { Injectable, Logger } from '@nestjs/common';
import type { StoredEvent } from '@soquy/event-store';
import { fold, type Occasion, type ReservationWish } from '@soquy/kernel';
import type { Intent } from '../commands/intent.js';
import type { LoadedObject } from '../commands/object-loader.js';
import { Reservation } from '../commands/reservation.js';
import type { StoredFact } from '../commands/stored-facts.js';
import { ReferenceBook } from '../ports/reference-book.js';
import { ReservationRelease } from '../reactors/reservation-release.js';

/** The object with all its facts, and the one of them that is to be taken back. */
export interface Correcting {
  readonly intent: Intent;
  readonly object: LoadedObject & { readonly facts: readonly StoredFact[] };
  readonly event: StoredFact;
}

/**
 * What a correction takes again from a boundary, because the fact had brought or freed it there (decision 0005). It is
 * reserved before the correction is approved, so that nobody takes it in between, and let go right after: from then on the
 * negated entries say that it is gone.
 */
@Injectable()
export class Retaking {
  private readonly log = new Logger('Retaking');

  constructor(
    private readonly reservation: Reservation,
    private readonly release: ReservationRelease,
    private readonly book: ReferenceBook,
  ) {}

  /** Refuses while it is not there. */
  async check(correcting: Correcting): Promise<void> {
    const wish = wishOf(correcting);
    if (wish) await this.reservation.check(this.reserving(correcting), wish);
  }

  /** A boundary's own stream needs no reservation: the approval is appended there at the exact revision that was asked about. */
  async take(correcting: Correcting): Promise<void> {
    const wish = wishOf(correcting);
    if (!wish) return;
    if (`${wish.category}-${wish.boundaryId}` === correcting.object.stream) return this.check(correcting);
    await this.reservation.make(this.reserving(correcting), wish);
  }

  /** At once where that is possible; the settler sees to it otherwise. */
  async letGo(approval: StoredEvent): Promise<void> {
    await this.release.settleCorrection(approval).catch((error: unknown) => {
      this.log.warn(`what ${approval.stream} held is let go later: ${String(error)}`);
    });
  }

  private reserving({ intent: { context, today, ...intent }, object, event: { effectiveOn: on } }: Correcting) {
    const { id: objectId, stream, agencyId } = object;
    const { personId, role } = context.actor;
    const { rules, calendar } = this.book;
    const of = { objectId, personId, role, agencyId, today };
    const occasion: Occasion = { ...of, rules, calendar, organisations: {}, references: {} };
    return { intent: { ...intent, context, today, objectId, stream }, agencyId, occasion, on };
  }
}

function wishOf({ intent: { feature }, object, event }: Correcting): ReservationWish | undefined {
  const { decider } = feature;
  return decider.retakes?.[event.type]?.(fold(decider, object.facts, { except: event.id }), event.data);
}
