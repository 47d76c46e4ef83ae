import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { FeatureRegistry } from '../feature-registry.js';
import { passesBoundaries } from '../feature.js';
import { Settings } from '../settings/settings.js';
import { ReactorCheckpoints } from '../storage/reactor-checkpoints.js';
import { PendingReservations, type Pending } from './pending-reservations.js';
import { ReservationRelease } from './reservation-release.js';

const NAME = 'reservation-settler';

/** How often it looks for what is due, and how long it waits after a fault. A class, so that it can be injected. */
export abstract class SettlerTimes {
  abstract readonly tickMs: number;
  abstract readonly faultMs: number;
  /** Without it: as the settings say. */
  readonly patienceMs?: number;
}

export const SETTLER_TIMES: SettlerTimes = { tickMs: 1_000, faultMs: 2_000 };

/**
 * Frees what was reserved for objects that never came (decision 0004) and for facts that a correction took back (decision
 * 0005). Two of them at work do no harm.
 */
@Injectable()
export class ReservationSettler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('ReservationSettler');
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly registry: FeatureRegistry,
    private readonly checkpoints: ReactorCheckpoints,
    private readonly release: ReservationRelease,
    private readonly settings: Settings,
    private readonly times: SettlerTimes,
  ) {}

  onApplicationBootstrap(): void {
    if (this.prefixes().length > 0) this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Goes on for ever: a fault of store or database is waited out, and reading resumes from the checkpoint. */
  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        this.log.warn(`goes on in ${this.times.faultMs} ms: ${String(error)}`);
        await sleep(this.times.faultMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Reads the log and settles side by side; the first of both that fails ends the other. */
  private async follow(stop: AbortSignal): Promise<void> {
    const after = await this.checkpoints.find(NAME);
    const pending = new PendingReservations(after);
    const round = new AbortController();
    const signal = AbortSignal.any([stop, round.signal]);
    try {
      await Promise.race([this.read(pending, after, signal), this.settleDue(pending, after, signal)]);
    } finally {
      round.abort();
    }
  }

  /** Streams of boundaries and of what reserves there. */
  private prefixes(): string[] {
    const concerned = this.registry.all.filter((feature) => feature.reserve ?? passesBoundaries(feature));
    return concerned.map(({ decider }) => `${decider.category}-`);
  }

  private async read(pending: PendingReservations, after: string | undefined, signal: AbortSignal) {
    const filter = { streamPrefixes: this.prefixes() };
    for await (const item of this.store.feed({ after, filter, follow: true, signal })) {
      if (item.kind === 'events') for (const event of item.events) pending.see(event, Date.now());
      else pending.reach(item.position);
    }
  }

  private async settleDue(pending: PendingReservations, after: string | undefined, signal: AbortSignal): Promise<void> {
    const patienceMs = this.times.patienceMs ?? this.settings.reservationPatienceSeconds * 1_000;
    let saved = after;
    while (!signal.aborted) {
      await sleep(this.times.tickMs, undefined, { signal }).catch(() => undefined);
      const due = signal.aborted ? [] : pending.due(Date.now() - patienceMs);
      const faults = await Promise.all(due.map((one) => this.settleOne(pending, one)));
      const { checkpoint } = pending;
      if (checkpoint !== undefined && checkpoint !== saved && !signal.aborted) {
        await this.checkpoints.save(NAME, checkpoint);
        saved = checkpoint;
      }
      const fault = faults.find((one) => one !== undefined);
      if (fault) throw fault;
    }
  }

  /** One that cannot be settled now holds up nothing but itself and the checkpoint. */
  private async settleOne(pending: PendingReservations, one: Pending): Promise<Error | undefined> {
    try {
      await this.release.settle(one);
      pending.settle(one);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
