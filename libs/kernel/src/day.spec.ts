import fc from 'fast-check';
import { dayFromNumber, dayNumber, isDay } from './day.js';

describe('numbers of days', () => {
  it('are those of the calendar that Date has, in every year of four digits', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(dayNumber(day)).toBe(Math.floor(date.getTime() / 86_400_000));
          expect([dayFromNumber(dayNumber(day)), isDay(day)]).toEqual([day, true]);
        },
      ),
    );
  });

  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '26-01-01'])('%s is no day', (text) =>
    expect(isDay(text)).toBe(false),
  );
});
