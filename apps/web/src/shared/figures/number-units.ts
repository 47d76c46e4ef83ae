import { counted, type FigureNumbers, type Language, type Metric, numberText, unitWords } from '@soquy/kernel';
import type { MoneyUnit } from '../as-of/as-of.js';
import { exactMoney, figureShort } from '../format/money.js';

/** Units of figures, and of what objects record beside money and counts. */
export type NumberUnit = Metric['unit'] | 'basisPoints' | 'months' | 'year';

const BASIS_POINTS_IN_PERCENT = 100;

const isMetricUnit = (unit: NumberUnit): unit is Metric['unit'] => Object.hasOwn(unitWords, unit);

const exactly = (value: number): FigureNumbers => ({ value, qualifier: 'exact' });

function otherText(value: number, unit: Exclude<NumberUnit, Metric['unit']>, language: Language): string {
  if (unit === 'basisPoints') return `${numberText(value / BASIS_POINTS_IN_PERCENT, language)}%`;
  return unit === 'year' ? String(value) : language === 'en' ? counted(value, 'month') : `${numberText(value, language)} tháng`;
}

/** As it stands on a page: "314,23 triệu"; "36 tháng"; "0,55%". */
export const valueShort = (value: number, unit: NumberUnit, language: Language, money?: MoneyUnit): string =>
  isMetricUnit(unit) ? figureShort({ ...exactly(value), unit }, language, money) : otherText(value, unit, language);

/** To the last digit, with its unit: "314.230.000 đ". */
export function valueExact(value: number, unit: NumberUnit, language: Language): string {
  if (unit === 'vnd') return exactMoney(value, language);
  return isMetricUnit(unit) ? figureShort({ ...exactly(value), unit }, language) : otherText(value, unit, language);
}

/** A difference always shows its sign: "+12.000.000 đ"; "−3 lớp"; "+0 đ". */
export const signedText = (difference: number, unit: NumberUnit, language: Language): string =>
  `${difference < 0 ? '' : '+'}${valueExact(difference, unit, language)}`;
