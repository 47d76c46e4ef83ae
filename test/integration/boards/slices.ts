import {
  entry,
  nothing,
  type Decider,
  type EventCatalogue,
  type Metric,
  type OrganisationSnapshot,
  type Outcomes,
  type Quantity,
  type Words,
} from '@soquy/kernel';
import type { Feature } from '@soquy/platform';

const words = (text: string): Words => ({ vi: text, en: text });

/** A slice whose facts add: courses with learners, cost and the organisations that sent people. */
export interface CourseEvents {
  CoursePlanned: { title: string; kind: string; programmeId?: string; plannedOn: string };
  CourseHeld: {
    learners?: Quantity;
    costVnd?: number;
    organisation?: OrganisationSnapshot;
    /** Others that each sent one learner more. */
    guests?: readonly OrganisationSnapshot[];
    heldOn: string;
  };
}
interface Course {
  readonly status: 'none' | 'planned' | 'held';
  readonly title: string;
  readonly kind?: string;
  readonly programmeId?: string;
  readonly organisation?: OrganisationSnapshot;
  readonly costVnd?: number;
  readonly learners?: Quantity;
}

const courseEvents: EventCatalogue<CourseEvents> = {
  CoursePlanned: { version: 1, effectiveOn: 'plannedOn' },
  CourseHeld: { version: 1, effectiveOn: 'heldOn' },
};
const courseDecider: Partial<Decider<Course, CourseEvents, object>> = {
  category: 'course',
  initial: { status: 'none', title: '' },
  evolve: {
    CoursePlanned: (state, { title, kind, programmeId }) => ({
      ...state,
      status: 'planned',
      title,
      kind,
      ...(programmeId && { programmeId }),
    }),
    CourseHeld: (state, { organisation, costVnd, learners }) => ({ ...state, status: 'held', organisation, costVnd, learners }),
  },
};
const courseOutcomes: Outcomes<CourseEvents, string, Course> = {
  dimensions: ({ programmeId, kind, organisation }) => ({ programmeId, activityKind: kind, organisation }),
  on: {
    CoursePlanned: nothing,
    CourseHeld: ({ learners, costVnd, guests = [] }) => [
      entry('course.held', 1),
      ...guests.map((guest) => entry('course.learners', 1, { organisation: guest })),
      entry('course.learners', learners),
      entry('course.cost', costVnd, { source: 'provincialBudget' }),
    ],
  },
};
const courseFigures = {
  'course.held': { kind: 'sum', unit: 'class', words: words('Số lớp') },
  'course.learners': { kind: 'sum', unit: 'learner', words: words('Học viên') },
  'course.cost': { kind: 'sum', unit: 'vnd', words: words('Kinh phí') },
  'course.organisations': {
    kind: 'distinct',
    key: 'organisation',
    over: 'course.held',
    unit: 'organisation',
    words: words('Tổ chức'),
  },
  'course.costPerClass': { kind: 'ratio', of: 'course.cost', per: 'course.held', unit: 'percent', words: words('Bình quân') },
} as const satisfies Record<string, Metric>;

/** A slice whose facts move a stock and whose state is measured for the day asked. */
export interface DebtEvents {
  DebtLent: { organisation: OrganisationSnapshot; fundId: string; amountVnd: number; dueOn: string; lentOn: string };
  DebtRepaid: { amountVnd: number; repaidOn: string };
}
interface Debt {
  readonly status: 'none' | 'lent' | 'repaid';
  readonly leftVnd: number;
  readonly dueOn: string;
  readonly fundId?: string;
  readonly organisation?: OrganisationSnapshot;
}

const debtEvents: EventCatalogue<DebtEvents> = {
  DebtLent: { version: 1, effectiveOn: 'lentOn' },
  DebtRepaid: { version: 1, effectiveOn: 'repaidOn' },
};
const debtDecider: Partial<Decider<Debt, DebtEvents, object>> = {
  category: 'debt',
  initial: { status: 'none', leftVnd: 0, dueOn: '' },
  evolve: {
    DebtLent: (state, { amountVnd, dueOn, fundId, organisation }) => ({
      ...state,
      status: 'lent',
      leftVnd: state.leftVnd + amountVnd,
      dueOn,
      fundId,
      organisation,
    }),
    DebtRepaid: (state, { amountVnd }) => ({
      ...state,
      leftVnd: state.leftVnd - amountVnd,
      status: state.leftVnd > amountVnd ? 'lent' : 'repaid',
    }),
  },
};
const debtOutcomes: Outcomes<DebtEvents, string, Debt> = {
  dimensions: ({ fundId, organisation }) => ({ fundId, organisation }),
  on: {
    DebtLent: ({ amountVnd }) => [entry('debt.lent', amountVnd), entry('debt.outstanding', amountVnd)],
    DebtRepaid: ({ amountVnd }) => [entry('debt.outstanding', -amountVnd)],
  },
};
const debtFigures = {
  'debt.lent': { kind: 'sum', unit: 'vnd', words: words('Đã cho vay') },
  'debt.outstanding': { kind: 'stock', unit: 'vnd', words: words('Dư nợ') },
  'debt.overdue': {
    kind: 'fold',
    unit: 'vnd',
    category: 'debt',
    measure: ({ leftVnd, dueOn }: Debt, day: string) => (dueOn < day ? leftVnd : 0),
    words: words('Nợ quá hạn'),
  },
} as const satisfies Record<string, Metric>;

/** Things that others name: programmes, funds, organisations and agencies. */
interface NamedEvents {
  Named: { title: string; namedOn: string };
}

function named(category: string, noun: string, codePrefix: string, shared: boolean): Feature {
  const decider: Partial<Decider<{ title: string; status: string }, NamedEvents, object>> = {
    category,
    initial: { title: '', status: 'none' },
    evolve: { Named: (_, { title }) => ({ title, status: 'named' }) },
  };
  const parts = {
    events: { Named: { version: 1, effectiveOn: 'namedOn' } },
    decider,
    outcomes: { dimensions: () => ({}), on: { Named: nothing } },
    figures: {},
    ...(shared && { snapshot: () => ({}) }),
  };
  return feature(noun, codePrefix, parts, { Named: 'Đã đặt tên' }, ['none', 'named']);
}

function feature(
  noun: string,
  codePrefix: string,
  parts: object,
  events: Record<string, string>,
  statuses: readonly string[],
): Feature {
  const texts = {
    name: words(noun),
    plural: words(`các ${noun}`),
    events: Object.fromEntries(Object.entries(events).map(([name, text]) => [name, words(text)])),
    commands: {},
    fields: { costVnd: words('Kinh phí'), learners: words('Học viên') },
    refusals: {},
    statuses: Object.fromEntries(statuses.map((status) => [status, words(status)])),
  };
  const summary = (state: { title?: string; status: string; kind?: string }) => ({
    ...state,
    title: state.title ?? 'món vay',
    activityKind: state.kind,
  });
  return { noun, codePrefix, version: 1, commands: {}, summary, texts, ...parts } as unknown as Feature;
}

export const course = feature(
  'courses',
  'KH',
  { events: courseEvents, decider: courseDecider, outcomes: courseOutcomes, figures: courseFigures },
  { CoursePlanned: 'Đã lập kế hoạch', CourseHeld: 'Đã tổ chức lớp' },
  ['none', 'planned', 'held'],
);
export const debt = feature(
  'debts',
  'NO',
  { events: debtEvents, decider: debtDecider, outcomes: debtOutcomes, figures: debtFigures },
  { DebtLent: 'Đã cho vay', DebtRepaid: 'Đã trả' },
  ['none', 'lent', 'repaid'],
);
export const agency = named('agency', 'agencies', 'DV', true);
export const programme = named('programme', 'programmes', 'CT', false);
export const fund = named('fund', 'funds', 'QU', false);
export const organisation = named('organisation', 'organisations', 'TC', true);

export const slices = [course, debt, agency, programme, fund, organisation] as const;

export const crossFigures = {
  'money.moved': {
    kind: 'formula',
    unit: 'vnd',
    terms: [
      { metric: 'course.cost', sign: 1 },
      { metric: 'debt.lent', sign: 1 },
    ],
    words: words('Tiền đã chi và cho vay'),
  },
  'debt.overdueShare': {
    kind: 'ratio',
    of: 'debt.overdue',
    per: 'debt.outstanding',
    unit: 'percent',
    words: words('Tỷ lệ quá hạn'),
  },
} as const satisfies Record<string, Metric>;
