import { foldText, numberText, type Language } from '@soquy/kernel';

/** Units as people write them, without accents; the longer stand first. */
const SCALES: readonly (readonly [name: RegExp, by: number])[] = [
  [/^(ty|ti|billion|bn|b)$/, 1e9],
  [/^(trieu|tr|million|mn|m)$/, 1e6],
  [/^(nghin|ngan|ng|k|thousand)$/, 1e3],
  [/^(dong|vnd|d|)$/, 1],
];

const DECIMALS_OF_SCALE = 9;

/**
 * A number as it is typed: "1.234,5", "1,234.5", "285 000". Dots or commas, not both, that stand before every three digits group them, but behind a
 * leading zero nothing is grouped; with
 * `decimals`, a single mark is the decimal mark of the language whatever follows it.
 */
export function readNumber(text: string, language: Language, decimals: boolean): number | undefined {
  const clean = text.replace(/[\s\u00a0_]/g, '').replace('−', '-');
  if (!/^-?\d[\d.,]*$/.test(clean)) return undefined;
  const mark = decimals ? decimalMark(clean, language) : undefined;
  const [whole = '', fraction = '', ...more] = mark ? clean.split(mark) : [clean];
  if (more.length > 0 || !isGrouped(whole) || /[.,]/.test(fraction)) return undefined;
  const value = Number(`${whole.replace(/[.,]/g, '')}${fraction && `.${fraction}`}`);
  return Number.isFinite(value) ? value : undefined;
}

function decimalMark(text: string, language: Language): string | undefined {
  const marks = [...text].filter((each) => each === '.' || each === ',');
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (marks.length > 1) return marks.every((each) => each === last) ? undefined : last;
  const isGroup = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return isGroup && last !== (language === 'vi' ? ',' : '.') ? undefined : last;
}

const isGrouped = (whole: string) => /^-?\d+$/.test(whole) || /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/.test(whole);

/** "285tr", "1,2 tỷ", "1 tỷ 200 triệu", "285.000.000": whole đồng; undefined where it is no amount. */
export function readMoney(text: string, language: Language): number | undefined {
  const clean = foldText(text).replace(/[\s\u00a0]/g, '');
  const parts = [...clean.matchAll(/(-?\d[\d.,]*)([a-z]*)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== clean) return undefined;
  const read = parts.map(([, number = '', unit = '']) => scaled(number, unit, language));
  if (read.some((each) => each === undefined)) return undefined;
  const scales = read.map((each) => each!.by);
  if (scales.some((by, index) => index > 0 && by >= scales[index - 1]!)) return undefined;
  const sum = read.reduce((total, each) => total + each!.vnd, 0);
  return Number.isSafeInteger(sum) ? sum : undefined;
}

function scaled(number: string, unit: string, language: Language): { readonly vnd: number; readonly by: number } | undefined {
  const by = SCALES.find(([name]) => name.test(unit))?.[1];
  const value = by === undefined ? undefined : readNumber(number, language, by > 1);
  if (value === undefined) return undefined;
  const vnd = Number((value * by!).toFixed(DECIMALS_OF_SCALE));
  return Number.isInteger(vnd) ? { vnd, by: by! } : undefined;
}

const HUNDREDTHS = 100;

/** "6,6" percent as basis points; undefined beyond two decimals. */
export function readBasisPoints(text: string, language: Language): number | undefined {
  const percent = readNumber(text.replace('%', ''), language, true);
  if (percent === undefined) return undefined;
  const points = Number((percent * HUNDREDTHS).toFixed(DECIMALS_OF_SCALE));
  return Number.isInteger(points) ? points : undefined;
}

export const showBasisPoints = (points: number, language: Language): string => numberText(points / HUNDREDTHS, language);
