import type { Texts } from '@soquy/kernel';
import type { Calendar, CalendarCommands, CalendarRefusals } from './calendar.decider.js';
import type { CalendarEvents } from './calendar.events.js';

export const calendarTexts: Texts<CalendarEvents, CalendarCommands, CalendarRefusals, Calendar['status']> = {
  name: { vi: 'Lịch làm việc', en: 'Working-day calendar' },
  plural: { vi: 'Lịch làm việc các năm', en: 'Working-day calendars' },
  events: { CalendarYearPublished: { vi: 'Đã công bố lịch nghỉ năm', en: 'Calendar of the year published' } },
  commands: { PublishCalendarYear: { vi: 'Công bố lịch nghỉ năm', en: 'Publish the calendar of a year' } },
  fields: {
    year: { vi: 'Năm', en: 'Year' },
    holidays: { vi: 'Các ngày nghỉ', en: 'Days off' },
    workingWeekendDays: { vi: 'Ngày cuối tuần đi làm bù', en: 'Weekend days worked' },
    source: { vi: 'Căn cứ', en: 'Source' },
    unverifiedDays: { vi: 'Ngày chưa đối chiếu văn bản', en: 'Days not yet verified' },
  },
  refusals: {
    NotADay: { vi: ({ day }) => `${day} không phải là ngày có thật.`, en: ({ day }) => `${day} is not a day.` },
    DayOutsideYear: {
      vi: ({ day, year }) => `Ngày ${day} không thuộc năm ${year}.`,
      en: ({ day, year }) => `${day} is not in ${year}.`,
    },
    DayTwice: { vi: ({ day }) => `Ngày ${day} được ghi hai lần.`, en: ({ day }) => `${day} is named twice.` },
    NotAWeekend: {
      vi: ({ day }) => `Ngày ${day} không phải thứ Bảy hoặc Chủ nhật.`,
      en: ({ day }) => `${day} is neither a Saturday nor a Sunday.`,
    },
    PublishedLater: {
      vi: ({ publishedOn }) => `Lịch năm này đã được công bố ngày ${publishedOn}; lịch mới phải công bố sau ngày đó.`,
      en: ({ publishedOn }) => `That year was published on ${publishedOn}; another publication must be later.`,
    },
  },
  parts: {
    day: { vi: 'Ngày', en: 'Day' },
    name: { vi: 'Tên ngày nghỉ', en: 'Name of the day off' },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    published: { vi: 'Đã công bố', en: 'Published' },
  },
};
