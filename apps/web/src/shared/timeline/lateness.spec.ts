import { daysLate, isLate } from './lateness.js';

describe('how late something was recorded', () => {
  it('counts days in Vietnam', () => {
    expect(daysLate({ effectiveOn: '2020-06-20', recordedAt: '2020-06-24T02:12:00Z' })).toBe(4);
    expect(daysLate({ effectiveOn: '2020-06-20', recordedAt: '2020-06-20T16:59:00Z' })).toBe(0);
    expect(daysLate({ effectiveOn: '2020-06-20', recordedAt: '2020-06-20T17:00:00Z' })).toBe(1);
  });

  it('is late from the thirty-first day on', () => {
    const recorded = (day: string) => isLate({ effectiveOn: '2020-06-20', recordedAt: `${day}T02:00:00Z` });
    expect([recorded('2020-07-20'), recorded('2020-07-21')]).toEqual([false, true]);
  });

  it('is nothing for what is still to come', () => {
    expect(daysLate({ effectiveOn: '2027-01-01', recordedAt: '2026-01-01T00:00:00Z' })).toBe(0);
  });
});
