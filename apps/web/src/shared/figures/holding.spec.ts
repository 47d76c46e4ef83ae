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

  it('come by the name of the field; a total that no event has under its name is held by none of equal amount', () => {
    const events = [event('1', { principalVnd: 5 }), event('2', { fee: 5 })];
    const ids = (path: string, data: object) => holdersOf(events, 5, { path, data }).map((holder) => holder.event.eventId);
    expect(ids('principalVnd', { principalVnd: 5 })).toEqual(['1']);
    expect(ids('drawnVnd', { drawnVnd: 5 })).toEqual([]);
    expect(ids('movements.1.fee', { movements: [{}, { fee: 5 }] })).toEqual(['2']);
  });

  it('of one name are told apart by what was recorded together with the value', () => {
    const events = [
      event('applied', { amountVnd: 300, termMonths: 6, purpose: 'x' }),
      event('approved', { amountVnd: 300, termMonths: 6, approvedOn: '2026-01-22', overdueRatePercent: 150 }),
      event('disbursed', { amountVnd: 300, disbursedOn: '2026-01-29' }),
    ];
    const data = {
      amountVnd: 300,
      termMonths: 6,
      purpose: 'x',
      approval: { amountVnd: 300, termMonths: 6, approvedOn: '2026-01-22', overdueRatePercent: 150 },
    };
    const ids = (path: string) => holdersOf(events, 300, { path, data }).map((holder) => holder.event.eventId);
    expect(ids('approval.amountVnd')).toEqual(['approved']);
    expect(ids('amountVnd')).toEqual(['applied']);
  });

  it('are the very one where the number is a value of one event', () => {
    const events = [event('1', { amountVnd: 5 }), event('2', { amountVnd: 5, schedule: [{ principalVnd: 5 }] })];
    expect(holdersOf(events, 5, { event: '1', path: 'amountVnd' }).map((holder) => holder.event.eventId)).toEqual(['1']);
    expect(holdersOf(events, 5, { event: '2', path: 'schedule.0.principalVnd' })).toEqual([
      { event: events[1], names: ['principalVnd'] },
    ]);
    expect(holdersOf(events, 7, { event: '1', path: 'amountVnd' })).toEqual([]);
  });

  it('hold a quantity by its own field, and a value of a list by that of the list', () => {
    const held = event('1', { learners: { value: 5 }, women: { value: 5 } });
    const counted = holdersOf([held], 5, { path: 'women.value', data: { women: { value: 5 } } });
    expect(counted.map(({ names }) => names)).toEqual([['women']]);
    const rule = event('2', { value: [10, 90], source: 's' });
    expect(holdersOf([rule], 90, { path: 'versions.0.value.1', data: { versions: [{ value: [10, 90], source: 's' }] } })).toEqual(
      [{ event: rule, names: ['value'] }],
    );
  });
});
