import { setTimeout as pause } from 'node:timers/promises';
import { StoreFault, type EventStore, type FeedItem, type Position, type StoredEvent } from '@soquy/event-store';
import { fold, upcast, type Fact, type RuleBook, type WorkingDays } from '@soquy/kernel';
import type { PlaceBook, PlaceList, ReferenceBook } from '@soquy/platform';
import { calendar, workingDaysOf } from './calendar/calendar.decider.js';
import { calendarEvents } from './calendar/calendar.events.js';
import { placeMap } from './place-map/place-map.decider.js';
import { placeMapEvents, type PlaceMapTable } from './place-map/place-map.events.js';
import { rule, ruleAt, type Rule } from './rule/rule.decider.js';
import { ruleEvents } from './rule/rule.events.js';

/** After a feed that broke. */
const PAUSE_MS = 500;

const WEEKENDS_ONLY = workingDaysOf({ status: 'none' });

/**
 * Rules, calendars and places as the log tells them, in memory. A newly recorded one is known after milliseconds; until `ready` what
 * was recorded before may be missing, so nothing is decided before that.
 */
export class ReferenceBookFromLog implements ReferenceBook {
  private readonly streams = new Map<string, Fact[]>();
  private readonly ruleStates = new Map<string, Rule>();
  private readonly years = new Map<string, WorkingDays>();
  private readonly placeLists = new Map<string, PlaceList & { readonly validFrom: string }>();
  private readonly closing = new AbortController();
  private readonly following: Promise<void>;
  private readonly caughtUp: Promise<void>;
  private onCaughtUp: () => void;
  private broken?: unknown;

  readonly rules: RuleBook = {
    at: (key, day) => {
      this.assertWhole();
      const state = this.ruleStates.get(`${rule.category}-${key}`);
      return state && ruleAt(state, day);
    },
  };

  readonly calendar: WorkingDays = {
    isWorkingDay: (day) => {
      this.assertWhole();
      return (this.years.get(`${calendar.category}-${day.slice(0, 4)}`) ?? WEEKENDS_ONLY).isWorkingDay(day);
    },
  };

  readonly places: PlaceBook = {
    on: (day) => {
      this.assertWhole();
      const lists = [...this.placeLists.values()].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      return lists.findLast(({ validFrom }) => validFrom <= day) ?? lists[0];
    },
  };

  constructor(private readonly store: EventStore) {
    const caughtUp = new Promise<void>((resolve) => (this.onCaughtUp = resolve));
    this.following = this.follow();
    this.caughtUp = Promise.race([caughtUp, this.following.then(() => this.assertWhole())]);
    this.caughtUp.catch(() => undefined);
  }

  /** Resolves once everything recorded before is known; waits as long as the store is out of reach. */
  ready(): Promise<void> {
    return this.caughtUp;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.following;
  }

  /** A recorded fact that cannot be read is our own bug: better no decision than one by half the rules. */
  private assertWhole(): void {
    if (this.broken !== undefined) throw new Error('assertion: recorded reference data cannot be read', { cause: this.broken });
  }

  /** One feed after the other, each from where the last one broke. */
  private async follow(): Promise<void> {
    const { signal } = this.closing;
    const filter = { streamPrefixes: [rule, calendar, placeMap].map(({ category }) => `${category}-`) };
    let after: Position | undefined;
    while (!signal.aborted) {
      try {
        for await (const item of this.store.feed({ after, filter, follow: true, signal })) after = this.take(item) ?? after;
      } catch (error) {
        if (!signal.aborted && !(error instanceof StoreFault)) {
          this.broken = error;
          return;
        }
      }
      await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private take(item: FeedItem): Position | undefined {
    if (item.kind === 'caught-up') this.onCaughtUp();
    if (item.kind !== 'events') return item.position;
    for (const stream of new Set(item.events.map((event) => this.keep(event)))) this.refold(stream);
    return item.events.at(-1)!.position;
  }

  private keep({ stream, id, type, data, metadata }: StoredEvent): string {
    const known = this.streams.get(stream) ?? [];
    this.streams.set(stream, known);
    const row = { ...ruleEvents, ...calendarEvents, ...placeMapEvents }[type as keyof typeof ruleEvents];
    const current = row ? upcast(row, metadata.schemaVersion, data) : data;
    known.push({ id, type, data: current, effectiveOn: metadata.effectiveOn });
    return stream;
  }

  private refold(stream: string): void {
    const facts = this.streams.get(stream)!;
    if (stream.startsWith(`${rule.category}-`)) this.ruleStates.set(stream, fold(rule, facts));
    else if (stream.startsWith(`${placeMap.category}-`)) this.keepPlaces(stream, facts);
    else this.years.set(stream, workingDaysOf(fold(calendar, facts)));
  }

  private keepPlaces(stream: string, facts: readonly Fact[]): void {
    const map = fold(placeMap, facts);
    if (map.status === 'published') this.placeLists.set(stream, listOf(map));
    else this.placeLists.delete(stream);
  }
}

function listOf({ codeSystem, validFrom, provinces }: PlaceMapTable): PlaceList & { readonly validFrom: string } {
  const places = new Set(provinces.map(({ code }) => `${codeSystem}:${code}`));
  return { codeSystem, validFrom, has: (place) => places.has(place) };
}
