import { randomUUID } from 'node:crypto';
import { MemoryEventStore, type EventMetadata, type EventStore, type StoredEvent } from '@soquy/event-store';
import { fold, Refusal, weekday, type DomainEvent } from '@soquy/kernel';
import { occasion } from '@soquy/kernel/scenario.js';
import { naturalKeyOf, pathIdsOf, Problem, type Feature, type RecordingCommand } from '@soquy/platform';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { referenceSlices } from '../index.js';
import { ReferenceBookFromLog } from '../reference-book-from-log.js';
import { publishedCalendars } from './calendars.js';
import { publishedLegalDocuments } from './legal-documents.js';
import { CENTRAL_AGENCY, publishedCommands, recordPublished, type RecordCommand } from './record-published.js';

/** What the gateway does for one command, without accounts: check the fields, fold, decide, append at the revision seen. */
function recorderOn(store: EventStore): RecordCommand {
  const slices = new Map(referenceSlices.flatMap(({ feature }) => Object.keys(feature.commands).map((name) => [name, feature])));
  return async (name, fields) => {
    const feature = slices.get(name)!;
    const command = plainToInstance(feature.commands[name]!, fields) as RecordingCommand & Record<string, unknown>;
    const errors = await validate(command, { whitelist: true, forbidNonWhitelisted: true });
    expect([fields, errors]).toEqual([fields, []]);
    expect(pathIdsOf(feature.commands[name]!)).toEqual([]);
    const objectId = String(command[naturalKeyOf(feature.commands[name]!)!]);
    const stream = `${feature.decider.category}-${objectId}`;
    const past: (StoredEvent & { effectiveOn: string })[] = [];
    for await (const event of store.readStream(stream)) past.push({ ...event, effectiveOn: event.metadata.effectiveOn });
    const facts = decide(feature, name, past, command, objectId);
    if (facts.length > 0)
      await store.append(stream, past.at(-1)?.revision ?? 'no-stream', facts.map((fact) => eventOf(feature, fact)) as never);
  };
}

function decide({ decider, texts }: Feature, name: string, past: readonly StoredEvent[], command: object, objectId: string) {
  try {
    return decider.decide[name]!(fold(decider, past as never), command, occasion({ objectId }));
  } catch (error) {
    if (error instanceof Refusal) throw Problem.refused(error, texts.refusals[error.code]!);
    throw error;
  }
}

const eventOf = ({ events }: Feature, { type, data }: DomainEvent) => ({
  id: randomUUID(),
  type,
  data,
  metadata: { schemaVersion: 1, effectiveOn: (data as Record<string, string>)[events[type]!.effectiveOn]! } as EventMetadata,
});

const countOf = async (store: EventStore) => {
  let count = 0;
  for await (const item of store.feed({ follow: false })) if (item.kind === 'events') count += item.events.length;
  return count;
};

describe('what is published', () => {
  it('is recorded once, however often it is offered, and feeds the reference book', async () => {
    const store = new MemoryEventStore();
    const record = recorderOn(store);
    expect(await recordPublished(record)).toEqual([]);
    expect(await countOf(store)).toBe(publishedCommands().length);
    expect(await recordPublished(record)).toEqual([]);
    expect(await countOf(store)).toBe(publishedCommands().length);
    const book = new ReferenceBookFromLog(store);
    await book.ready();
    const at = (key: string, day: string) => book.rules.at(key, day)?.value;
    expect([at('fund.limit.perCustomer', '2010-06-30'), at('fund.limit.perCustomer', '2021-05-15')]).toEqual([undefined, 1_500]);
    expect([at('kc.machinery.capVnd', '2016-05-01'), at('kc.machinery.capVnd', '2019-05-01')]).toEqual([
      200_000_000, 300_000_000,
    ]);
    expect([at('worker.young.maxYears', '2025-12-31'), at('worker.young.maxYears', '2026-01-01')]).toEqual([3, undefined]);
    expect([at('budget.settlement.end', '2025-12-31'), at('budget.settlement.end', '2026-12-31')]).toEqual([undefined, [1, 31]]);
    expect(book.calendar.isWorkingDay('2026-11-24')).toBe(false);
    await book.close();
  });

  it('gives way to what the office recorded itself', async () => {
    const record = recorderOn(new MemoryEventStore());
    const own = {
      agencyId: CENTRAL_AGENCY,
      ruleId: 'fund.equity.min',
      validFrom: '2021-05-15',
      source: 'Điều lệ Quỹ',
      status: 'verified',
    };
    await record('RecordRuleVersion', { ...own, value: 3_000, effectiveOn: '2021-05-15' });
    const refused = await recordPublished(record);
    expect(refused.map(([name, { ruleId }]) => [name, ruleId])).toEqual([['RecordRuleVersion', 'fund.equity.min']]);
  });

  it('stops at any other failure', async () => {
    await expect(recordPublished(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  });

  it('is true by today', () => {
    for (const [, { effectiveOn }] of publishedCommands())
      expect([effectiveOn, effectiveOn! <= '2026-11-21']).toEqual([effectiveOn, true]);
  });

  it('names each legal document by an id of its own', () => {
    const ids = publishedLegalDocuments.map(({ legalDocumentId }) => legalDocumentId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['45-2021-nd-cp', 'tra-vinh-26-kh-ubnd-2014', 'tra-vinh-26-kh-ubnd-2015']));
  });
});

describe('published calendars', () => {
  it.each(publishedCalendars.map((calendar) => [calendar.year, calendar] as const))(
    '%i makes up each holiday on a weekend on a working weekday, and swaps one for one',
    (_, { holidays, workingWeekendDays }) => {
      const weekend = (day: string) => weekday(day) === 0 || weekday(day) === 6;
      const named = (name: string) => holidays.filter((holiday) => holiday.name === name).map(({ day }) => day);
      const lawful = holidays.filter(({ name }) => !name.startsWith('Nghỉ'));
      expect(named('Nghỉ bù')).toHaveLength(lawful.filter(({ day }) => weekend(day)).length);
      expect([...named('Nghỉ bù'), ...named('Nghỉ hoán đổi')].filter(weekend)).toEqual([]);
      expect(workingWeekendDays.every(weekend)).toBe(true);
      expect(named('Tết Dương lịch')).toHaveLength(1);
    },
  );

  it('give twelve days in 2026', () => {
    const { holidays } = publishedCalendars.find(({ year }) => year === 2026)!;
    expect(holidays.filter(({ name }) => !name.startsWith('Nghỉ'))).toHaveLength(12);
  });

  it('swap as many days off as weekend days worked, across the turn of the year', () => {
    const swapped = publishedCalendars.flatMap(({ holidays }) => holidays.filter(({ name }) => name === 'Nghỉ hoán đổi'));
    expect(swapped).toHaveLength(publishedCalendars.flatMap(({ workingWeekendDays }) => workingWeekendDays).length);
  });
});
