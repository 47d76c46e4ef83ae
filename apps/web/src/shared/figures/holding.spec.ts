import type { EventLine } from '../api/answers.js';
import { holdersOf, namesHolding } from './holding.js';

const event = (eventId: string, data: object, over: Partial<EventLine> = {}): EventLine => ({
  eventId,
  type: 'T',
  words: { vi: 'x', en: 'x' },
  effectiveOn: '2026-01-01',
  recordedAt: '2026-01-01T00:00:00Z',
  position: `p-${eventId}`,
  personId: 'p',
  role: 'finance',
  data: data as Readonly<Record<string, unknown>>,
  ...over,
});

describe('events that hold a value', () => {
  it('hold it at any depth', () => {
    expect(namesHolding({ a: 5, b: [{ c: 5 }, { c: 6 }], d: '5' }, 5)).toEqual(['a', 'c']);
    expect(namesHolding(undefined, 5)).toEqual([]);
  });

  it('come newest first, those taken back last', () => {
    const events = [
      event('1', { amountVnd: 5 }),
      event('2', { amountVnd: 5 }),
      event('3', { amountVnd: 5 }, { reversedBy: '4' }),
      event('4', { amountVnd: 6 }),
    ];
    expect(holdersOf(events, 5).map((holder) => holder.event.eventId)).toEqual(['2', '1', '3']);
  });

  it('come by the name of the field where any hold it under that name', () => {
    const events = [event('1', { principalVnd: 5 }), event('2', { fee: 5 })];
    expect(holdersOf(events, 5, 'principalVnd').map((holder) => holder.event.eventId)).toEqual(['1']);
    expect(holdersOf(events, 5, 'amountVnd')).toHaveLength(2);
  });
});
