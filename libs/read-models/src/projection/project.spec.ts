import fc from 'fast-check';
import type { NewEvent, StoredEvent } from '@soquy/event-store';
import { addDays, fold, reversedIds, standing, type Fact } from '@soquy/kernel';
import { grantEvent, grantSlice, uuid, type Grant } from '../../../../test/support/grant-slice.js';
import type { EntryRow } from '../tables/entry-row.js';
import type { ObjectRow } from '../tables/object-row.js';
import { newHistory, shorten, type ObjectHistory } from './object-history.js';
import { project, recall } from './project.js';
import { ProjectedRows, type RowSet } from './projected-rows.js';
import { target } from './target.js';

const slice = grantSlice();
const to = target(slice, 7);
const position = (index: number) => `t-${String(index).padStart(4, '0')}`;

const stored = (events: readonly NewEvent[]): StoredEvent[] =>
  events.map((event, index) => ({ ...event, stream: 'grant-1', revision: BigInt(index), position: position(index) }));

const birth = ({ knownFrom, effectiveFrom }: ObjectRow) => `${knownFrom} ${effectiveFrom}`;

/** Projects one object's events; `short` lets early steps go after each event, as a long-running projector does. */
function projected(events: readonly NewEvent[], short = false): RowSet {
  const rows = new ProjectedRows();
  const log = stored(events);
  let history: ObjectHistory | undefined;
  for (const [index, event] of log.entries()) {
    history ??= newHistory(event);
    if (!project(to, history, event, rows)) {
      history = newHistory(log[0]!);
      for (const earlier of log.slice(0, index)) recall(to, history, earlier);
      expect(project(to, history, event, rows)).toBe(true);
    }
    if (short) shorten(history);
  }
  const { objects, ...others } = rows.take();
  expect(others.closings).toEqual([]);
  return { ...others, objects: [...objects].sort((a, b) => (birth(a) < birth(b) ? -1 : 1)) };
}

/** What a row says of its object, where need be by the one that took its place. */
const stateIn = (rows: readonly ObjectRow[], { row, effectiveFrom, knownTo }: ObjectRow): object | null =>
  row ?? rows.find((other) => other.effectiveFrom === effectiveFrom && other.knownFrom === knownTo)!.row;

const current = (rows: RowSet) =>
  rows.objects
    .filter(({ knownTo }) => knownTo === null)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .map(({ revision: _revision, knownFrom: _from, createdPosition: _created, ...row }) => row);

function sums(entries: readonly EntryRow[]) {
  const found = new Map<string, { value: number; unknown: number; weight: number }>();
  for (const { metric, effectiveOn, budgetLineId, organisationId, source, value, unknown, weight } of entries) {
    const key = [metric, effectiveOn, budgetLineId, organisationId, source].join(' ');
    const sum = found.get(key) ?? { value: 0, unknown: 0, weight: 0 };
    found.set(key, { value: sum.value + value, unknown: sum.unknown + unknown, weight: sum.weight + weight });
  }
  return Object.fromEntries([...found].filter(([, sum]) => sum.value || sum.unknown || sum.weight).sort());
}

const day = fc.integer({ min: 1, max: 6 }).map((number) => `2026-03-0${number}`);
const fact = fc.oneof(
  fc
    .record({ requestedOn: day, title: fc.constantFrom('Máy dệt', 'Máy xay'), kind: fc.constant('machinery') })
    .chain((data) =>
      fc
        .constantFrom({}, { budgetLineId: 'line-1' }, { budgetLineId: 'line-2' })
        .map((line) => ({ type: 'GrantRequested', data: { ...data, ...line } })),
    ),
  fc.record({ approvedOn: day, amountVnd: fc.integer({ min: 0, max: 3 }) }).map((data) => ({ type: 'GrantApproved', data })),
  fc
    .record({ paidOn: day, amountVnd: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }) })
    .map((data) => ({ type: 'GrantPaid', data })),
  fc.record({ renamedOn: day, title: fc.constantFrom('A', 'B') }).map((data) => ({ type: 'GrantRenamed', data })),
);

/** Facts of one object, some of them requested to be taken back, some of these approved. */
const life = fc
  .array(fc.tuple(fact, fc.constantFrom('stands', 'stands', 'requested', 'approved', 'rejected')), {
    minLength: 1,
    maxLength: 24,
  })
  .map((facts) =>
    facts.flatMap(([event, fate], index) => {
      const original = grantEvent(index, event);
      const on = original.metadata.effectiveOn;
      const about = { correctionId: uuid(1000 + index), eventId: original.id, eventType: event.type };
      const requested = grantEvent(100 + index, {
        type: 'CorrectionRequested',
        data: { ...about, requestedBy: 'p-1', requestedOn: on },
      });
      const approved = grantEvent(
        200 + index,
        { type: 'CorrectionApproved', data: { ...about, approvedOn: on } },
        { reverses: original.id },
      );
      const rejected = grantEvent(300 + index, { type: 'CorrectionRejected', data: { ...about, rejectedOn: on } });
      if (fate === 'stands') return [original];
      if (fate === 'requested') return [original, requested];
      return [original, requested, fate === 'approved' ? approved : rejected];
    }),
  );

const shuffled = life.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })));

/** A long life, recorded more or less as it went: late facts, several on one day in any canonical order, late corrections. */
const longLife = fc
  .array(
    fc.record({
      later: fc.integer({ min: 0, max: 3 }),
      late: fc.nat({ max: 3 }),
      back: fc.nat({ max: 60 }),
      amountVnd: fc.nat({ max: 3 }),
    }),
    {
      minLength: 30,
      maxLength: 60,
    },
  )
  .map((steps) => {
    let today = 10;
    return steps.map(({ later, late, back, amountVnd }, index) => {
      today += later;
      const paidOn = addDays('2026-01-01', today - (late === 3 ? back % 30 : 0));
      const id = (index * 37) % 61;
      const mistaken = late === 2 && back % 4 === 0 ? (Math.max(0, index - 1 - (back % 25)) * 37) % 61 : undefined;
      if (mistaken === undefined) return grantEvent(id, { type: 'GrantPaid', data: { amountVnd, paidOn } });
      const data = { correctionId: uuid(1000 + id), eventId: uuid(mistaken), eventType: 'GrantPaid', approvedOn: paidOn };
      return grantEvent(id, { type: 'CorrectionApproved', data });
    });
  });

/** What the definitions say, without any of the code under test. */
function plainly(events: readonly NewEvent[]) {
  const facts: Fact[] = events.map(({ id, type, data, metadata }) => ({ id, type, data, effectiveOn: metadata.effectiveOn }));
  const days = [...new Set(standing(slice.decider, facts).map(({ effectiveOn }) => effectiveOn))];
  return days.map((from, index) => ({
    from,
    to: days[index + 1] ?? 'infinity',
    row: fold(slice.decider, facts, { until: from }) as Grant,
  }));
}

describe('what a log of facts becomes', () => {
  it('does not depend on the order the facts were recorded in', () => {
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        const [one, two] = [projected(events), projected(other)];
        expect(current(two)).toEqual(current(one));
        expect(sums(two.entries)).toEqual(sums(one.entries));
      }),
      { numRuns: 300 },
    );
  });

  it('is the plain fold of the standing facts, day by day', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        const rows = current(projected(events)).map(({ effectiveFrom, effectiveTo, row }) => ({
          from: effectiveFrom,
          to: effectiveTo,
          row,
        }));
        expect(rows).toEqual(plainly(events));
      }),
      { numRuns: 300 },
    );
  });

  it('stays for every earlier moment of the log what it was then', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(), ([, events], cut) => {
        const until = cut % events.length;
        const whole = projected(events);
        const stopped = projected(events.slice(0, until + 1));
        const known = whole.objects
          .filter(({ knownFrom }) => knownFrom <= position(until))
          .map((row): ObjectRow => ({ ...row, row: stateIn(whole.objects, row) }))
          .map((row): ObjectRow => ({ ...row, knownTo: row.knownTo && row.knownTo > position(until) ? null : row.knownTo }));
        expect(known).toEqual(stopped.objects.map((row): ObjectRow => ({ ...row, row: stateIn(stopped.objects, row) })));
        expect(whole.entries.filter((entry) => entry.position <= position(until))).toEqual(stopped.entries);
        expect(whole.facts.slice(0, until + 1)).toEqual(stopped.facts);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whether the whole past of an object is kept in memory or only its end', () => {
    fc.assert(
      fc.property(longLife, (events) => {
        const text = ({ entries, objects, facts }: RowSet) =>
          [...entries, ...objects, ...facts].map((row) => JSON.stringify(row));
        const whole = text(projected(events));
        expect(text(projected(events, true)).findIndex((row, index) => row !== whole[index])).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  it('writes a state once: a row without an end leaves it to the one of the same state that has one', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        const { objects } = projected(events);
        for (const row of objects) {
          expect(row.row ?? row.effectiveTo).toBe(row.row ?? 'infinity');
          expect(stateIn(objects, row)).toEqual(expect.any(Object));
        }
      }),
    );
    const lived = [1, 2, 3].map((id) => grantEvent(id, { type: 'GrantPaid', data: { amountVnd: id, paidOn: `2026-03-0${id}` } }));
    expect(projected(lived).objects.map(({ row }) => row !== null)).toEqual([false, true, false, true, true]);
  });

  it('rewrites no row of an earlier day that stays as it is', () => {
    const paid = (id: number, paidOn: string) => grantEvent(id, { type: 'GrantPaid', data: { amountVnd: id, paidOn } });
    const events = [
      paid(1, '2026-03-01'),
      paid(4, '2026-03-05'),
      paid(2, '2026-03-05'),
      paid(3, '2026-03-05'),
      paid(5, '2026-03-03'),
    ];
    const spans = projected(events).objects.map(({ effectiveFrom, effectiveTo, knownFrom, knownTo }) =>
      [effectiveFrom.slice(8), effectiveTo.slice(-2), knownFrom.slice(-1), knownTo?.slice(-1) ?? '-'].join(' '),
    );
    expect(spans).toEqual([
      '01 ty 0 1',
      '01 05 1 4',
      '05 ty 1 2',
      '05 ty 2 3',
      '05 ty 3 4',
      '01 03 4 -',
      '03 05 4 -',
      '05 ty 4 -',
    ]);
  });

  it('numbers the entries of an event without a double', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        const keys = projected(events).entries.map(({ eventId, entryNo }) => `${eventId} ${entryNo}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('never shows two states of an object for one day, known at one time', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        const { objects } = projected(events);
        for (let index = 0; index < events.length; index += 1) {
          const then = objects
            .filter(({ knownFrom, knownTo }) => knownFrom <= position(index) && (knownTo === null || knownTo > position(index)))
            .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
          then.forEach(({ effectiveTo }, at) => expect(effectiveTo).toBe(then[at + 1]?.effectiveFrom ?? 'infinity'));
        }
      }),
    );
  });

  it('leaves nothing of a fact that was taken back', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        const reversed = reversedIds(events);
        const { entries } = projected(events);
        const left = entries.filter(({ eventId, negates }) => reversed.has(negates ?? eventId));
        expect(sums(left)).toEqual({});
      }),
    );
  });
});
