import type { CalendarYear, Holiday } from '../calendar/calendar.events.js';

const LAW_1994 = 'Bộ luật Lao động 1994 Điều 73 (sửa đổi 2002, 2007)';
const LAW_2012 = 'Bộ luật Lao động 2012 Điều 115';
const LAW_2019 = 'Bộ luật Lao động 2019 Điều 112';
const YEARLY = 'thông báo nghỉ lễ, Tết hằng năm';

const NEW_YEAR = 'Tết Dương lịch';
const TET = 'Tết Nguyên đán';
const KINGS = 'Giỗ Tổ Hùng Vương';
const VICTORY = 'Ngày Chiến thắng';
const LABOUR = 'Ngày Quốc tế Lao động';
const NATIONAL = 'Quốc khánh';
const CULTURE = 'Ngày Văn hóa Việt Nam';

/** Days off of a year as `MM-DD`; `bù` is made up for a holiday on a weekend, `hoán đổi` swapped against a weekend day worked. */
interface Year {
  readonly year: number;
  readonly off: Readonly<Record<string, readonly string[]>>;
  readonly madeUp?: readonly string[];
  readonly swapped?: readonly string[];
  readonly worked?: readonly string[];
  readonly unverified?: readonly string[];
  readonly source: string;
}

/**
 * Working weekdays lost, and weekend days worked, by state bodies. Holidays on weekends are listed too. Until 2012 Tết had four
 * days, then five; since 2021 2/9 has a second day. Days without a notice of that year at hand are marked unverified.
 */
const YEARS: readonly Year[] = [
  {
    year: 2010,
    off: fixed({ [TET]: ['02-13', '02-14', '02-15', '02-16'], [KINGS]: ['04-23'] }),
    madeUp: ['02-17', '02-18', '05-03'],
    swapped: ['02-19'],
    worked: ['02-27'],
    unverified: ['02-13', '02-14', '02-15', '02-16', '02-17', '02-18', '02-19', '02-27'],
    source: `${LAW_1994}; ${YEARLY}`,
  },
  {
    year: 2011,
    off: fixed({ [TET]: ['02-02', '02-03', '02-04', '02-05'], [KINGS]: ['04-12'] }),
    madeUp: ['01-03', '02-07', '05-02', '05-03'],
    unverified: ['02-02', '02-03', '02-04', '02-05', '02-07'],
    source: `${LAW_1994}; ${YEARLY}`,
  },
  {
    year: 2012,
    off: fixed({ [TET]: ['01-22', '01-23', '01-24', '01-25'], [KINGS]: ['03-31'] }),
    madeUp: ['01-02', '01-26', '04-02', '09-03'],
    swapped: ['01-27', '12-31'],
    worked: ['02-04'],
    unverified: ['01-22', '01-23', '01-24', '01-25', '01-26', '01-27', '02-04'],
    source: `${LAW_1994}; ${YEARLY}`,
  },
  {
    year: 2013,
    off: fixed({ [TET]: ['02-09', '02-10', '02-11', '02-12'], [KINGS]: ['04-19'] }),
    madeUp: ['02-13', '02-14'],
    swapped: ['02-15', '04-29'],
    worked: ['01-05', '02-23', '05-04'],
    source: `${LAW_1994}; ${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2016,
    off: fixed({ [TET]: ['02-07', '02-08', '02-09', '02-10', '02-11'], [KINGS]: ['04-16'] }),
    madeUp: ['02-12', '04-18', '05-02', '05-03'],
    unverified: ['02-07', '02-08', '02-09', '02-10', '02-11', '02-12'],
    source: `${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2017,
    off: fixed({ [TET]: ['01-26', '01-27', '01-28', '01-29', '01-30'], [KINGS]: ['04-06'] }),
    madeUp: ['01-02', '01-31', '02-01', '05-02', '09-04'],
    source: `${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2018,
    off: fixed({ [TET]: ['02-14', '02-15', '02-16', '02-17', '02-18'], [KINGS]: ['04-25'] }),
    madeUp: ['02-19', '02-20', '09-03'],
    swapped: ['12-31'],
    source: `${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2019,
    off: fixed({ [TET]: ['02-04', '02-05', '02-06', '02-07', '02-08'], [KINGS]: ['04-14'] }),
    madeUp: ['04-15'],
    swapped: ['04-29'],
    worked: ['01-05', '05-04'],
    source: `${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2020,
    off: fixed({ [TET]: ['01-23', '01-24', '01-25', '01-26', '01-27'], [KINGS]: ['04-02'] }),
    madeUp: ['01-28', '01-29'],
    source: `${LAW_2012}; ${YEARLY}`,
  },
  {
    year: 2021,
    off: fixed({ [TET]: ['02-10', '02-11', '02-12', '02-13', '02-14'], [KINGS]: ['04-21'], [NATIONAL]: ['09-02', '09-03'] }),
    madeUp: ['02-15', '02-16', '05-03'],
    source: `${LAW_2019}; ${YEARLY}`,
  },
  {
    year: 2026,
    off: fixed({
      [TET]: ['02-16', '02-17', '02-18', '02-19', '02-20'],
      [KINGS]: ['04-26'],
      [NATIONAL]: ['09-01', '09-02'],
      [CULTURE]: ['11-24'],
    }),
    madeUp: ['04-27'],
    swapped: ['01-02', '08-31'],
    worked: ['01-10', '08-22'],
    unverified: ['01-02', '01-10', '08-22', '08-31'],
    source: `${LAW_2019}; NQ 28/2026/QH16; ${YEARLY}`,
  },
];

/** The four days of the solar calendar, with what moves from year to year laid over them. */
function fixed(moving: Readonly<Record<string, readonly string[]>>): Year['off'] {
  return { [NEW_YEAR]: ['01-01'], [VICTORY]: ['04-30'], [LABOUR]: ['05-01'], [NATIONAL]: ['09-02'], ...moving };
}

function calendarOf({ year, off, madeUp = [], swapped = [], worked = [], unverified = [], source }: Year): CalendarYear {
  const dated = (name: string, days: readonly string[]): Holiday[] => days.map((day) => ({ day: `${year}-${day}`, name }));
  const holidays = [
    ...Object.entries(off).flatMap(([name, days]) => dated(name, days)),
    ...dated('Nghỉ bù', madeUp),
    ...dated('Nghỉ hoán đổi', swapped),
  ];
  const full = (days: readonly string[]) => days.map((day) => `${year}-${day}`);
  return {
    year,
    holidays: holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    workingWeekendDays: full(worked),
    source,
    ...(unverified.length > 0 && { unverifiedDays: full(unverified) }),
  };
}

export const publishedCalendars: readonly CalendarYear[] = YEARS.map(calendarOf);
