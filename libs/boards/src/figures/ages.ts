import { AGE_NAMES, ageOf, AGES, LATE_AGES, type AgeName } from '@soquy/lending';
import { badParameter } from '../http/parameters.js';
import type { Catalogue, MetricOf } from './catalogue.js';
import type { Grouping } from './dimensions.js';
import type { Frame } from './question.js';

type Aged = Pick<MetricOf<'fold'>, 'daysLate'>;

/** The age of an object's arrears on a day. */
export function ageIn({ daysLate }: Aged, row: unknown, day: string): AgeName {
  if (!daysLate) throw new Error('assertion: it has no days past due');
  return ageOf(daysLate(row as never, day));
}

/** A frame as the tables know it, and which of its objects are of the ages asked for; undefined where no age is asked for. */
export function withoutAges(frame: Frame): { readonly frame: Frame; readonly isAsked?: (of: Aged, row: unknown) => boolean } {
  const { debtAge, ...filters } = frame.filters;
  const among = frame.among?.by === 'debtAge' ? frame.among.keys : undefined;
  if (debtAge === undefined && !among) return { frame };
  const { among: others, ...rest } = frame;
  return {
    frame: { ...rest, filters, ...(others && !among && { among: others }) },
    isAsked: (of, row) => {
      const age = ageIn(of, row, frame.effectiveTo);
      return (debtAge === undefined || age === debtAge) && (!among || among.includes(age));
    },
  };
}

/** Whether only objects that are late are asked for; those that are quiet are not. */
export const asksLateOnly = ({ filters: { debtAge }, among }: Pick<Frame, 'filters' | 'among'>): boolean =>
  isLate(debtAge) || (among?.by === 'debtAge' && among.keys.every(isLate));

const isLate = (age: string | null | undefined): boolean => (LATE_AGES as readonly unknown[]).includes(age);

/** Late ages are told whether anything is of them or not, so that a board has the same columns on every day. */
export const agesTold = ({ filters: { debtAge }, among }: Pick<Frame, 'filters' | 'among'>): readonly AgeName[] =>
  LATE_AGES.filter((age) => (debtAge === undefined || age === debtAge) && (!among || among.keys.includes(age)));

/** The shortest first. */
export const inOrderOfAge = (keys: readonly (string | null)[]) =>
  AGE_NAMES.filter((age) => keys.includes(age)).map((key) => ({ key }));

export const ageNamed = (key: string | null) => ({ words: AGES[key as AgeName].words });

/** 400 where a metric says nothing of how late its objects are. */
export function assertAged(
  catalogue: Catalogue,
  metrics: readonly string[],
  asked: { readonly groupBy?: Grouping | undefined; readonly debtAge?: string | undefined },
): void {
  const parameter = asked.groupBy === 'debtAge' ? 'groupBy' : asked.debtAge === undefined ? undefined : 'debtAge';
  const strange = parameter && metrics.find((metric) => !catalogue.isAged(metric));
  if (parameter && strange)
    throw badParameter(
      parameter,
      'hasNoAge',
      `${strange} không có tuổi nợ: chỉ chỉ tiêu đo trên từng khoản vay mới có`,
      `${strange} has no age of arrears: only what is measured on each loan has one`,
    );
}
