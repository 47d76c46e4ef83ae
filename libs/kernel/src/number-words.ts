import type { Metric } from './metric.js';
import { divideHalfUp } from './money.js';
import { pluralOf } from './plural.js';
import type { Qualifier } from './quantity.js';
import type { Words } from './words.js';

/** The numbers of a figure as the HTTP API answers them. */
export interface FigureNumbers {
  /** Null: the facts are there, their numbers are not; or a ratio over zero. */
  readonly value: number | null;
  readonly valueTo?: number;
  readonly qualifier: Qualifier;
  /** So many facts without a number are in it. */
  readonly unknown?: number;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}

export type Language = keyof Words;

const MARKS = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** 1.234.567,89 in Vietnamese, 1,234,567.89 in English (domain.md R3); at most so many decimals, trailing zeros left out. */
export function numberText(value: number | bigint, language: Language, decimals = 2): string {
  const { group, decimal } = MARKS[language];
  const whole = typeof value === 'bigint' || Number.isInteger(value);
  const [digits = '', fraction = ''] = (whole ? String(value) : value.toFixed(decimals)).replace('-', '').split('.');
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, group);
  const rest = fraction.replace(/0+$/, '');
  return `${value < 0 ? '−' : ''}${grouped}${rest && decimal}${rest}`;
}

/** An English count with its noun: "1 loan", "2 loans", "1,204 rows". A plural that only takes an s need not be given. */
export const counted = (count: number | string, one: string, many?: string): string =>
  `${typeof count === 'number' ? numberText(count, 'en') : count} ${pluralOf(count, one, many)}`;

const SCALES = [
  { from: 1_000_000_000n, words: { vi: 'tỷ', en: 'billion' } },
  { from: 1_000_000n, words: { vi: 'triệu', en: 'million' } },
] as const;

/** 314,23 triệu; 13,85 tỷ; below a million the amount itself. Half-up to three decimals, so the exact one must stand beside it. */
export function shortMoney(vnd: number, language: Language): string {
  const amount = BigInt(Math.abs(vnd));
  const scale = SCALES.find(({ from }) => amount >= from);
  if (!scale) return numberText(vnd, language);
  const thousandths = divideHalfUp(amount * 1_000n, scale.from);
  const fraction = String(thousandths % 1_000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const text = `${numberText(thousandths / 1_000n, language)}${fraction && MARKS[language].decimal}${fraction}`;
  return `${vnd < 0 ? '−' : ''}${text} ${scale.words[language]}`;
}

/** Of figures, as headings say them: of several. */
export const unitWords: Readonly<Record<Metric['unit'], Words>> = {
  vnd: { vi: 'đồng', en: 'VND' },
  percent: { vi: '%', en: '%' },
  class: { vi: 'lớp', en: 'classes' },
  event: { vi: 'cuộc', en: 'events' },
  learner: { vi: 'người', en: 'persons' },
  turn: { vi: 'lượt', en: 'turns' },
  visit: { vi: 'lượt khách', en: 'visits' },
  project: { vi: 'đề án', en: 'projects' },
  loan: { vi: 'khoản vay', en: 'loans' },
  organisation: { vi: 'tổ chức', en: 'organisations' },
  stall: { vi: 'gian hàng', en: 'stalls' },
  product: { vi: 'sản phẩm', en: 'products' },
  day: { vi: 'ngày', en: 'days' },
  count: { vi: '', en: '' },
};

/** One of what English counts; what it does not count is called alike. */
const unitOfOne: Readonly<Partial<Record<Metric['unit'], string>>> = {
  class: 'class',
  event: 'event',
  learner: 'person',
  turn: 'turn',
  visit: 'visit',
  project: 'project',
  loan: 'loan',
  organisation: 'organisation',
  stall: 'stall',
  product: 'product',
  day: 'day',
};

/** The unit as it stands behind a figure's number: "loans", or "loan" behind a single one. */
export function unitText(
  { value, valueTo, unit }: Pick<FigureNumbers, 'value' | 'valueTo'> & { readonly unit: Metric['unit'] },
  language: Language,
): string {
  const many = unitWords[unit][language];
  const isCounted = language === 'en' && value !== null && valueTo === undefined;
  return isCounted ? pluralOf(value, unitOfOne[unit] ?? many, many) : many;
}

const qualifierWords: Readonly<Record<Exclude<Qualifier, 'exact' | 'range'>, Words>> = {
  over: { vi: 'hơn', en: 'over' },
  almost: { vi: 'gần', en: 'almost' },
  about: { vi: 'khoảng', en: 'about' },
};

/** How a figure's number is told: "hơn 44", "3 – 5", "chưa rõ". `write` says how one number is written. */
export function toldNumber(
  { value, valueTo, qualifier, unknown }: FigureNumbers,
  language: Language,
  write: (value: number) => string = (number) => numberText(number, language),
): string {
  if (value === null && !unknown) return '–'; // a share of nothing
  if (value === null) return language === 'vi' ? 'chưa rõ' : 'not known';
  if (valueTo !== undefined) return `${write(value)} – ${write(valueTo)}`;
  return qualifier === 'exact' || qualifier === 'range' ? write(value) : `${qualifierWords[qualifier][language]} ${write(value)}`;
}

/** The number with its unit, exact: "381.405.000 đồng", "37,01 %". */
export function figureText(figure: FigureNumbers & { readonly unit: Metric['unit'] }, language: Language): string {
  const unit = figure.value === null ? '' : unitText(figure, language);
  return `${toldNumber(figure, language)} ${unit}`.trim();
}

/** What is not in the number: "còn 2 ghi nhận chưa có số". Empty where nothing is missing. */
export function unknownText({ unknown }: FigureNumbers, language: Language): string {
  if (!unknown) return '';
  if (language === 'vi') return `còn ${unknown} ghi nhận chưa có số`;
  return `${counted(unknown, 'fact')} without a number`;
}

/** What is missing to zero: "thiếu 50.000.000 đồng". Empty where nothing is. `write` says how a number is written. */
export function shortfallText(
  { shortfall, unit }: { readonly shortfall?: number; readonly unit: Metric['unit'] },
  language: Language,
  write: (value: number) => string = (value) => `${numberText(value, language)} ${unitText({ value, unit }, language)}`,
): string {
  if (!shortfall) return '';
  return language === 'vi' ? `thiếu ${write(shortfall)}` : `short of ${write(shortfall)}`;
}

/** 31/12/2020 */
export const dayText = (day: string): string => day.split('-').reverse().join('/');

/** 21/11/2026 14:05 in Vietnam. */
export function instantText(instant: string): string {
  const there = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${dayText(there.slice(0, 10))} ${there.slice(11, 16)}`;
}
