import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { calendar, workingDaysOf } from './calendar.decider.js';
import { calendarEvents, type CalendarEvent } from './calendar.events.js';

const given = scenario(calendar, calendarEvents, occasion({ objectId: '2026' }));
const days = {
  year: 2026,
  holidays: [
    { day: '2026-01-01', name: 'Tết Dương lịch' },
    { day: '2026-01-02', name: 'Nghỉ hoán đổi' },
  ],
  workingWeekendDays: ['2026-01-10'],
  source: 'Thông báo nghỉ lễ',
};
const wish = { ...days, effectiveOn: '2025-12-01' };
const published: CalendarEvent = { type: 'CalendarYearPublished', data: { ...days, publishedOn: '2025-12-01' } };

describe('the calendar of a year', () => {
  it('is published, in the order of its days', () => {
    given()
      .when('PublishCalendarYear', { ...wish, holidays: days.holidays.toReversed() })
      .then(published);
    given(published)
      .when('PublishCalendarYear', { ...wish, effectiveOn: '2026-03-01' })
      .thenNothing();
  });

  it('is published anew on a later day only, and then stands in the place of the earlier', () => {
    const other = { ...wish, workingWeekendDays: [] };
    given(published).when('PublishCalendarYear', other).thenRefused('PublishedLater', { publishedOn: '2025-12-01' });
    const again: CalendarEvent = {
      type: 'CalendarYearPublished',
      data: { ...days, workingWeekendDays: [], publishedOn: '2025-12-15' },
    };
    given(published)
      .when('PublishCalendarYear', { ...other, effectiveOn: '2025-12-15' })
      .then(again);
    expect(workingDaysOf(given(published, again).state()).isWorkingDay('2026-01-10')).toBe(false);
  });

  it('says which days are worked; an unpublished year counts weekends only', () => {
    const worked = (state: Parameters<typeof workingDaysOf>[0]) =>
      ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-10', '2026-01-12'].map(workingDaysOf(state).isWorkingDay);
    expect(worked(given(published).state())).toEqual([false, false, false, true, true]);
    expect(worked(given().state())).toEqual([true, true, false, false, true]);
  });

  it.each([
    [{ holidays: [{ day: '2026-02-30', name: 'x' }] }, 'NotADay', { day: '2026-02-30' }],
    [{ holidays: [{ day: '2025-12-31', name: 'x' }] }, 'DayOutsideYear', { day: '2025-12-31', year: 2026 }],
    [{ unverifiedDays: ['2027-01-01'] }, 'DayOutsideYear', { day: '2027-01-01', year: 2026 }],
    [{ holidays: [...days.holidays, ...days.holidays] }, 'DayTwice', { day: '2026-01-01' }],
    [{ workingWeekendDays: ['2026-01-12'] }, 'NotAWeekend', { day: '2026-01-12' }],
  ])('refuses %j', (fields, code, facts) => {
    given()
      .when('PublishCalendarYear', { ...wish, ...fields })
      .thenRefused(code, facts);
  });
});
