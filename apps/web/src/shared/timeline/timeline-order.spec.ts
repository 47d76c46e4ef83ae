import type { EventLine } from '../api/answers.js';
import { replacementIn, timelineFacts } from './timeline-order.js';

const event = (
  eventId: string,
  type: string,
  effectiveOn: string,
  recordedAt: string,
  extra: Partial<EventLine> = {},
): EventLine => ({
  eventId,
  type,
  words: { vi: type, en: type },
  effectiveOn,
  recordedAt: `${recordedAt}T02:00:00Z`,
  position: `p-${recordedAt}-${eventId}`,
  personId: 'x',
  role: 'officer',
  data: {},
  ...extra,
});
const about = (eventId: string, correctionId: string) => ({ data: { eventId, correctionId } });

const held = event('1', 'Held', '2026-01-10', '2026-03-01', { reversedBy: '4' });
const paid = event('2', 'Paid', '2026-02-01', '2026-02-02');
const items = [
  held,
  paid,
  event('3', 'CorrectionRequested', '2026-01-10', '2026-03-02', about('1', 'c1')),
  event('4', 'CorrectionApproved', '2026-01-10', '2026-03-03', about('1', 'c1')),
  event('5', 'CorrectionRequested', '2026-02-01', '2026-03-04', about('2', 'c2')),
];

const ids = (axis: 'effective' | 'recorded') => timelineFacts(items, axis).map((fact) => fact.event.eventId);

it('orders facts by either date, the latest first', () => {
  expect(ids('effective')).toEqual(['2', '1']);
  expect(ids('recorded')).toEqual(['1', '2']);
});

it('keeps what was decided under the fact it is about', () => {
  const [last, first] = timelineFacts(items, 'effective');
  expect(first).toMatchObject({ isReversed: true, pending: undefined });
  expect(first!.corrections.map(({ eventId }) => eventId)).toEqual(['3', '4']);
  expect(last).toMatchObject({ isReversed: false, pending: { eventId: '5' } });
});

it('shows a correction by itself where its fact is out of sight', () => {
  expect(timelineFacts(items.slice(2), 'recorded').map((fact) => fact.event.eventId)).toEqual(['5', '4', '3']);
});

it('knows a fact that was taken back as replaced once one of its kind is recorded after that', () => {
  const anew = event('6', 'Held', '2026-01-12', '2026-03-04');
  const isReplaced = (some: readonly EventLine[]) =>
    timelineFacts(some, 'recorded').find((fact) => fact.event.eventId === '1')!.isReplaced;
  expect([isReplaced(items), isReplaced([...items, anew])]).toEqual([false, true]);
  expect(isReplaced([...items, { ...anew, position: 'p-2026-01-01' }])).toBe(false);
});

it('reads what a request wants recorded instead', () => {
  const replacement = { command: 'Hold', fields: { costVnd: 5 } };
  const asked = event('7', 'CorrectionRequested', '2026-01-10', '2026-03-02', { data: { replacement } });
  expect([replacementIn(asked), replacementIn(held)]).toEqual([replacement, undefined]);
});
