import { randomUUID } from 'node:crypto';
import { MemoryEventStore, StoreFault, type EventMetadata, type EventStore } from '@soquy/event-store';
import { addMonths, shiftToWorkingDay } from '@soquy/kernel';
import { publishedCalendars } from './published/calendars.js';
import { publishedPlaceMaps } from './published/provinces.js';
import { publishedRules } from './published/rules.js';
import { ReferenceBookFromLog } from './reference-book-from-log.js';

let store: EventStore;
let book: ReferenceBookFromLog;
beforeEach(() => (store = new MemoryEventStore()));
afterEach(async () => {
  await book.close();
  await store.close();
});

const append = (stream: string, type: string, data: object, effectiveOn: string, id: string = randomUUID()) =>
  store.append(stream, 'any', [{ id, type, data, metadata: { schemaVersion: 1, effectiveOn } as EventMetadata }]);
const ruleVersion = (ruleId: string, value: number, validFrom: string, id?: string) =>
  append(
    `rule-${ruleId}`,
    'RuleVersionRecorded',
    { ruleId, value, validFrom, source: 'TT 1', status: 'verified', recordedOn: '2026-01-05' },
    '2026-01-05',
    id,
  );
const publish = (calendar: (typeof publishedCalendars)[number]) =>
  append(`calendar-${calendar.year}`, 'CalendarYearPublished', { ...calendar, publishedOn: '2026-01-01' }, '2026-01-01');
const publishPlaces = (map: (typeof publishedPlaceMaps)[number], id?: string) =>
  append(`placeMap-${map.codeSystem}`, 'PlaceMapPublished', { ...map, publishedOn: map.validFrom }, map.validFrom, id);
const opened = async () => {
  book = new ReferenceBookFromLog(store);
  await book.ready();
  return book;
};
const soon = async (met: () => boolean) => {
  for (let tries = 0; !met() && tries < 2_000; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(met()).toBe(true);
};

describe('the reference book', () => {
  it('knows what was recorded before it is ready, and soon after what is recorded later', async () => {
    await ruleVersion('fund.equity.min', 2_000, '2021-05-15');
    const { rules } = await opened();
    expect(rules.at('fund.equity.min', '2021-05-14')).toBeUndefined();
    expect(rules.at('fund.equity.min', '2021-05-15')).toEqual({
      key: 'fund.equity.min',
      value: 2_000,
      validFrom: '2021-05-15',
      source: 'TT 1',
    });
    expect(rules.at('fund.equity', '2021-05-15')).toBeUndefined();
    await ruleVersion('fund.equity.min', 2_500, '2026-06-01');
    await soon(() => rules.at('fund.equity.min', '2026-06-01')?.value === 2_500);
    expect(rules.at('fund.equity.min', '2026-05-31')?.value).toBe(2_000);
  });

  it('forgets a version that a correction took back, and passes over what belongs to others', async () => {
    const id = randomUUID();
    await ruleVersion('fund.equity.min', 2_000, '2021-05-15');
    await ruleVersion('fund.equity.min', 9_000, '2026-01-01', id);
    await append('ruler-1', 'SomethingElse', {}, '2026-01-01');
    await append('loan-1', 'LoanApproved', {}, '2026-01-01');
    const { rules } = await opened();
    expect(rules.at('fund.equity.min', '2026-02-01')?.value).toBe(9_000);
    const correction = { correctionId: 'c', eventId: id, eventType: 'RuleVersionRecorded', approvedOn: '2026-01-05' };
    await append('rule-fund.equity.min', 'CorrectionApproved', correction, '2026-01-05');
    await soon(() => rules.at('fund.equity.min', '2026-02-01')?.value === 2_000);
  });

  it('counts weekends only in a year without a calendar', async () => {
    const { calendar } = await opened();
    expect(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map(calendar.isWorkingDay)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await publish(publishedCalendars.find(({ year }) => year === 2026)!);
    await soon(() => !calendar.isWorkingDay('2026-01-01'));
    expect(calendar.isWorkingDay('2025-01-01')).toBe(true);
  });

  it('knows the places of each day: 63 provinces until 30/06/2025, 34 since, and before any list the first there is', async () => {
    const { places } = await opened();
    expect(places.on('2020-01-01')).toBeUndefined();
    const corrected = randomUUID();
    const [old, now] = publishedPlaceMaps as [(typeof publishedPlaceMaps)[0], (typeof publishedPlaceMaps)[0]];
    await publishPlaces(now, corrected);
    await publishPlaces(old);
    await soon(() => places.on('2020-01-01')?.codeSystem === 'TCTK63');
    const known = (day: string) =>
      ['TCTK63:84', 'TCTK63:99', 'QD19-2025:86', 'QD19-2025:84', '84'].filter((place) => places.on(day)!.has(place));
    expect(['1998-05-01', '2008-08-01', '2025-06-30'].map(known)).toEqual([['TCTK63:84'], ['TCTK63:84'], ['TCTK63:84']]);
    expect(['2025-07-01', '2026-11-21'].map(known)).toEqual([['QD19-2025:86'], ['QD19-2025:86']]);
    const correction = { correctionId: 'c', eventId: corrected, eventType: 'PlaceMapPublished', approvedOn: '2025-07-01' };
    await append('placeMap-QD19-2025', 'CorrectionApproved', correction, '2025-07-01');
    await soon(() => places.on('2026-11-21')?.codeSystem === 'TCTK63');
  });

  it('goes on after the store was out of reach', async () => {
    const feed = store.feed.bind(store);
    let tries = 0;
    jest.spyOn(store, 'feed').mockImplementation((options) => {
      if (tries++ === 0) throw new StoreFault('unavailable', 'no connection');
      return feed(options);
    });
    await ruleVersion('fund.equity.min', 2_000, '2021-05-15');
    const { rules } = await opened();
    expect([tries, rules.at('fund.equity.min', '2026-01-01')?.value]).toEqual([2, 2_000]);
  });

  it('decides nothing by a log it cannot read', async () => {
    await append('rule-fund.equity.min', 'NeverHeardOf', {}, '2026-01-01');
    book = new ReferenceBookFromLog(store);
    await expect(book.ready()).rejects.toThrow('assertion: recorded reference data cannot be read');
    expect(() => book.rules.at('fund.equity.min', '2026-01-01')).toThrow('cannot be read');
    expect(() => book.calendar.isWorkingDay('2026-01-01')).toThrow('cannot be read');
    expect(() => book.places.on('2026-01-01')).toThrow('cannot be read');
  });
});

describe('days due by the published calendar of 2026 (domain.md I4)', () => {
  it.each([
    ['EX-6', addMonths('2026-08-31', 6), '2027-03-01'],
    ['EX-7', addMonths('2026-03-25', 1), '2026-04-28'],
    ['EX-8', '2026-11-24', '2026-11-25'],
    ['EX-9', '2026-02-14', '2026-02-23'],
    ['a working Saturday', '2026-01-10', '2026-01-10'],
    ['the Friday swapped for it', '2026-01-02', '2026-01-05'],
    ['the long weekend of 2/9', '2026-08-29', '2026-09-03'],
  ])('%s: %s is due on %s', async (_, nominal, due) => {
    for (const calendar of publishedCalendars) await publish(calendar);
    expect(shiftToWorkingDay(nominal, (await opened()).calendar)).toBe(due);
  });
});

describe('published rules', () => {
  it('never give two values for one day', () => {
    const keys = new Map<string, typeof publishedRules>();
    for (const rule of publishedRules) keys.set(rule.ruleId, [...(keys.get(rule.ruleId) ?? []), rule]);
    for (const [ruleId, versions] of keys) {
      const sorted = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      for (const [index, { validTo }] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next) expect([ruleId, validTo !== undefined && validTo < next.validFrom]).toEqual([ruleId, true]);
      }
    }
  });
});
