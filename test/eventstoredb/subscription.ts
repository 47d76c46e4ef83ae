import { randomUUID } from 'node:crypto';
import { refuse, type Refusal } from './failures.js';
import type { Filter } from './filter.js';
import type { LoggedEvent } from './log.js';
import type { ServerNode } from './node.js';
import type { Outlet } from './outlet.js';
import { BEFORE_LOG, comparePositions, START_OF_LOG, type LogPosition } from './positions.js';
import { ReadResp } from './proto.js';
import { readEvent, weight } from './wire.js';

interface Live {
  readonly sequence: number;
  readonly event: LoggedEvent;
  readonly isCheckpoint: boolean;
}

/**
 * One subscriber. It reads pages from the log until the end, then takes what is appended from a small buffer; where that
 * overflows, it has fallen behind and reads pages again, so `caughtUp` may come many times.
 */
export class Subscription {
  readonly id = randomUUID();
  state: 'starting' | 'catching-up' | 'live' = 'starting';
  fellBehind = 0;
  checkpoints = 0;
  private readonly live: Live[] = [];
  private sequence = 0;
  private looked = 0;

  constructor(
    private readonly node: ServerNode,
    private readonly outlet: Outlet,
    private readonly filter: Filter,
    /** Only subscriptions with a filter are sent checkpoints. */
    private readonly sendsCheckpoints: boolean,
    private readonly structuredIds: boolean,
  ) {}

  /** Events sent, and what of it the subscriber has not taken yet. */
  get queue() {
    const { events, queuedMessages, queuedBytes, mostQueuedMessages, mostQueuedBytes } = this.outlet;
    return { events, queuedMessages, queuedBytes, mostQueuedMessages, mostQueuedBytes, buffered: this.live.length };
  }

  get isOver(): boolean {
    return this.outlet.isOver;
  }

  /** The stream closes as if all had been said. */
  end(): void {
    this.outlet.end();
  }

  fail(refusal: Refusal): void {
    this.outlet.fail(refuse(refusal));
  }

  /** Nothing comes any more, and the connection lives. */
  silence(): void {
    this.outlet.silence();
  }

  cut(): void {
    this.outlet.cut();
  }

  /** Serves until the subscriber goes; `after` is exclusive, nothing means from now on. */
  async run(after: LogPosition | undefined): Promise<void> {
    const { view } = this.node;
    const lastAtStart = view.last;
    const stopListening = view.listen((event) => this.hear(event));
    try {
      const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(this.id);
      await this.outlet.send(new ReadResp().setConfirmation(confirmation));
      await this.outlet.interrupt();
      let checkpoint = after ?? lastAtStart;
      let sequence = 0;
      if (comparePositions(checkpoint, lastAtStart) >= 0) ({ checkpoint, sequence } = await this.goLive(checkpoint, sequence));
      while (!this.outlet.isOver) {
        checkpoint = await this.catchUp(checkpoint);
        ({ checkpoint, sequence } = await this.goLive(checkpoint, sequence));
      }
    } finally {
      stopListening();
    }
  }

  /** Keeps a few of the newest events; the oldest gives way. A checkpoint counts what was looked at, sent or not. */
  private hear(event: LoggedEvent): void {
    const keep = (isCheckpoint: boolean) => {
      this.live.push({ sequence: (this.sequence += 1), event, isCheckpoint });
      if (this.live.length > this.node.shared.settings.liveBuffer) this.live.shift();
    };
    if (this.filter.matches(event)) keep(false);
    this.looked += 1;
    if (this.sendsCheckpoints && this.looked >= this.filter.checkpointEvery) {
      keep(true);
      this.looked = 0;
    }
    this.outlet.wake();
  }

  private async goLive(checkpoint: LogPosition, sequence: number): Promise<{ checkpoint: LogPosition; sequence: number }> {
    this.state = 'live';
    await this.outlet.send(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
    while (!this.outlet.isOver) {
      const next = this.live.shift();
      if (!next) {
        await this.outlet.change();
        continue;
      }
      const { event, isCheckpoint } = next;
      const gap = next.sequence !== sequence + 1;
      sequence = next.sequence;
      const order = comparePositions(event.position, checkpoint);
      if (order < 0 || (order === 0 && !isCheckpoint)) continue;
      if (gap) {
        this.fellBehind += 1;
        await this.outlet.send(new ReadResp().setFellBehind(new ReadResp.FellBehind()));
        await this.sendCheckpoint(checkpoint);
        return { checkpoint, sequence };
      }
      if (isCheckpoint) await this.sendCheckpoint(event.position);
      else await this.sendEvent(event);
      checkpoint = event.position;
    }
    return { checkpoint, sequence };
  }

  private async catchUp(checkpoint: LogPosition): Promise<LogPosition> {
    this.state = 'catching-up';
    let from = comparePositions(checkpoint, BEFORE_LOG) === 0 ? START_OF_LOG : checkpoint;
    let looked = 0;
    while (!this.outlet.isOver) {
      const page = this.page(from);
      for (const event of page.events) {
        if (comparePositions(event.position, checkpoint) <= 0) continue;
        await this.sendEvent(event);
        checkpoint = event.position;
      }
      looked += page.looked;
      if (page.isEnd || looked >= this.filter.checkpointEvery) {
        looked %= this.filter.checkpointEvery;
        if (comparePositions(checkpoint, from) < 0) checkpoint = from;
        await this.sendCheckpoint(checkpoint);
      }
      if (page.isEnd) return checkpoint;
      from = page.next;
    }
    return checkpoint;
  }

  private page(from: LogPosition) {
    const { view } = this.node;
    const { settings } = this.node.shared;
    const events: LoggedEvent[] = [];
    let next = from;
    let looked = 0;
    let index = view.indexAt(from);
    while (events.length < settings.pageSize && looked < this.filter.window) {
      const event = view.at(index);
      if (!event) return { events, next, looked, isEnd: true };
      if (this.filter.matches(event)) events.push(event);
      next = event.next;
      looked += 1;
      index += 1;
    }
    return { events, next, looked, isEnd: false };
  }

  private sendEvent(event: LoggedEvent): Promise<boolean> {
    return this.outlet.send(readEvent(event, this.structuredIds), weight(event));
  }

  private async sendCheckpoint({ commit, prepare }: LogPosition): Promise<void> {
    if (!this.sendsCheckpoints || commit < 0n) return;
    this.checkpoints += 1;
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare));
    await this.outlet.send(new ReadResp().setCheckpoint(checkpoint));
  }
}
