import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, FeedItem, Position, StoredEvent } from '@soquy/event-store';
import { fold, upcast, type Fact, type RuleBook, type WorkingDays } from '@soquy/kernel';
import type { ReferenceBook } from '@soquy/platform';
import { calendar, workingDaysOf } from './calendar/calendar.decider.js';
import { calendarEvents } from './calendar/calendar.events.js';
import { rule, ruleAt, type Rule } from './rule/rule.decider.js';
import { ruleEvents } from './rule/rule.events.js';

/** After a feed that broke. */
const PAUSE_MS = 500;

const WEEKENDS_ONLY = workingDaysOf({ status: 'none' });

/**
 * Rules and calendars as the log tells them, in memory. A newly recorded one is known after milliseconds; until `ready` what
 * was recorded before may be missing, so nothing is decided before that.
 */
export class ReferenceBookFromLog implements ReferenceBook {
  private readonly streams = new Map<string, Fact[]>();
  private readonly ruleStates = new Map<string, Rule>();
  private readonly years = new Map<string, WorkingDays>();
  private readonly closing = new AbortController();
  private readonly caughtUp = Promise.withResolvers<void>();
  private readonly following: Promise<void>;

  readonly rules: RuleBook = {
    at: (key, day) => {
      const state = this.ruleStates.get(`${rule.category}-${key}`);
      return state && ruleAt(state, day);
    },
  };

  readonly calendar: WorkingDays = {
    isWorkingDay: (day) => (this.years.get(`${calendar.category}-${day.slice(0, 4)}`) ?? WEEKENDS_ONLY).isWorkingDay(day),
  };

  constructor(private readonly store: EventStore) {
    this.following = this.follow();
  }

  /** Resolves once everything recorded before is known; waits as long as the store is out of reach. */
  ready(): Promise<void> {
    return this.caughtUp.promise;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.following;
  }

  /** One feed after the other, each from where the last one broke. */
  private async follow(): Promise<void> {
    const { signal } = this.closing;
    const filter = { streamPrefixes: [`${rule.category}-`, `${calendar.category}-`] };
    let after: Position | undefined;
    while (!signal.aborted) {
      try {
        for await (const item of this.store.feed({ after, filter, follow: true, signal })) after = this.take(item) ?? after;
      } catch (error) {
        if (!signal.aborted && !isStoreFault(error)) return this.caughtUp.reject(error);
      }
      await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private take(item: FeedItem): Position | undefined {
    if (item.kind === 'caught-up') this.caughtUp.resolve();
    if (item.kind !== 'events') return item.position;
    for (const stream of new Set(item.events.map((event) => this.keep(event)))) this.refold(stream);
    return item.events.at(-1)!.position;
  }

  private keep({ stream, id, type, data, metadata }: StoredEvent): string {
    const known = this.streams.get(stream) ?? [];
    this.streams.set(stream, known);
    const row = { ...ruleEvents, ...calendarEvents }[type as keyof typeof ruleEvents];
    const current = row ? upcast(row, metadata.schemaVersion, data) : data;
    known.push({ id, type, data: current, effectiveOn: metadata.effectiveOn });
    return stream;
  }

  private refold(stream: string): void {
    const facts = this.streams.get(stream)!;
    if (stream.startsWith(`${rule.category}-`)) this.ruleStates.set(stream, fold(rule, facts));
    else this.years.set(stream, workingDaysOf(fold(calendar, facts)));
  }
}

const isStoreFault = (error: unknown): boolean => error instanceof Error && error.name === 'StoreFault';
