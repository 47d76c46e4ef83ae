import type { Decider, EventsOf } from './decider.js';
import { fold, type Fact } from './facts.js';
import type { Occasion } from './occasion.js';
import { Refusal } from './refusal.js';
import { fixedRules } from './rule-book.js';
import { workingDays } from './working-days.js';

/** An occasion for tests: weekends off, no rules, nothing referred to, unless given. */
export const occasion = (over: Partial<Occasion> = {}): Occasion => ({
  objectId: '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11',
  personId: 'p-1',
  role: 'officer',
  agencyId: 'tra-vinh',
  today: '2026-11-21',
  rules: fixedRules({}),
  calendar: workingDays(new Set()),
  organisations: {},
  references: {},
  stocks: {},
  ...over,
});

/** `given(past).when(name, command).then(events)`: the only way a decider is tested; no mocks, no clock. */
export function scenario<State, Catalogue, Commands>(
  decider: Decider<State, Catalogue, Commands>,
  events: Readonly<Record<string, { readonly effectiveOn: string }>>,
  base: Occasion = occasion(),
) {
  const fact = (event: EventsOf<Catalogue>, index: number): Fact => ({
    ...event,
    id: `event-${String(index).padStart(4, '0')}`,
    effectiveOn: (event.data as Record<string, string>)[events[event.type]!.effectiveOn]!,
  });
  const given = (...past: EventsOf<Catalogue>[]) => ({
    state: () => fold(decider, past.map(fact)),
    when<Name extends keyof Commands>(name: Name, command: Commands[Name], over: Partial<Occasion> = {}) {
      const decide = () => decider.decide[name](fold(decider, past.map(fact)), command, { ...base, ...over });
      return {
        then: (...expected: EventsOf<Catalogue>[]) => expect(decide()).toEqual(expected),
        thenNothing: () => expect(decide()).toEqual([]),
        thenRefused: (code: string, facts?: object) => {
          expect(decide).toThrow(Refusal);
          expect(decide).toThrow(expect.objectContaining(facts ? { code, facts } : { code }) as Error);
        },
      };
    },
  });
  return given;
}
