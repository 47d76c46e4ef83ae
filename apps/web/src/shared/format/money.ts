import { numberText, shortMoney, unitText, toldNumber, type FigureNumbers, type Language, type Metric } from '@soquy/kernel';
import type { MoneyUnit } from '../as-of/as-of.js';

const SCALES = {
  dong: { by: 1, vi: 'đ', en: 'VND' },
  trieu: { by: 1e6, vi: 'triệu', en: 'million' },
  ty: { by: 1e9, vi: 'tỷ', en: 'billion' },
};
/** 13.850 triệu keeps three decimals, so that nothing of 13.850.123.000 but the last thousand is hidden. */
const DECIMALS = 3;

/** An amount in the unit chosen for the page, with its unit: "314,23 triệu"; "285.000.000 đ". */
export function moneyText(vnd: number, language: Language, unit?: MoneyUnit): string {
  if (unit === undefined)
    return Math.abs(vnd) < 1e6 ? `${numberText(vnd, language)} ${SCALES.dong[language]}` : shortMoney(vnd, language);
  const { by, [language]: name } = SCALES[unit];
  return `${numberText(vnd / by, language, DECIMALS)} ${name}`;
}

/** What amounts of the page are in, in the words that stand behind them: "đ"; "triệu". */
export const moneyUnitText = (language: Language, unit: MoneyUnit = 'dong'): string => SCALES[unit][language];

/** The amount to the đồng: "285.000.000 đ". */
export const exactMoney = (vnd: number, language: Language): string => `${numberText(vnd, language)} ${SCALES.dong[language]}`;

/** A figure as a page shows it; the exact number stands in its title. */
export function figureShort(
  figure: FigureNumbers & { readonly unit: Metric['unit'] },
  language: Language,
  unit?: MoneyUnit,
): string {
  if (figure.unit === 'vnd') return toldNumber(figure, language, (value) => moneyText(value, language, unit));
  if (figure.unit === 'percent') return figure.value === null ? toldNumber(figure, language) : `${toldNumber(figure, language)}%`;
  return `${toldNumber(figure, language)} ${unitText(figure, language)}`.trim();
}
