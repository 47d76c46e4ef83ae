import { foldText, isDay, type Qualifier } from '@soquy/kernel';
import type { FieldSchema } from '../api/catalogue.js';
import { readDay } from '../format/days.js';
import type { Typed } from '../forms/typed.js';
import { loose } from '../words/loose.js';

/** A cell as a form would have it typed, and what had to be understood of it. */
export interface ReadCell {
  readonly typed: Typed;
  /** Code of a doubt that a person should look at. */
  readonly doubt?: 'shortYear' | 'serialDay' | 'dayOrMonth';
}

/** Day 1 of spreadsheets, less a day that they count and that never was. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const SERIAL = { first: 10_000, last: 80_000 };

const written = (day: number, month: number, year: number) =>
  `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;

/** A day as people and spreadsheets write it; what is none stays as it is, for the check to say so. */
export function readDayCell(cell: string, thisYear: number): ReadCell {
  const text = cell.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?( ?[AP]M)?$/i, '');
  if (readDay(text)) return { typed: text };
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- '](\d{2})$/.exec(text) ?? [];
  if (year) {
    const century = Number(year) <= (thisYear % 100) + 1 ? Math.floor(thisYear / 100) : Math.floor(thisYear / 100) - 1;
    return { typed: written(Number(day), Number(month), century * 100 + Number(year)), doubt: 'shortYear' };
  }
  const serial = /^\d{5}([.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (serial < SERIAL.first || serial > SERIAL.last) return { typed: text };
  const at = new Date(EPOCH + serial * DAY_MS);
  return { typed: written(at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()), doubt: 'serialDay' };
}

/** It makes a day only with the month in front, as spreadsheets set to American English write it. */
export function isMonthFirst(cell: string): boolean {
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(cell) ?? [];
  if (!first || !second || !year || readDay(cell)) return false;
  return isDay(`${year}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`);
}

/** It makes a day either way. */
export function isEitherWay(cell: string): boolean {
  const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}$/.exec(cell) ?? [];
  return first !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12;
}

const WRITTEN: readonly (readonly [how: RegExp, qualifier: Qualifier])[] = [
  [/^(hon|tren|over|more than|>)\s*/, 'over'],
  [/^(gan|almost|nearly|<)\s*/, 'almost'],
  [/^(khoang|uoc|chung|about|~|≈)\s*/, 'about'],
];
/** "45 người", "12 HV": what is counted, where the heading says it already. */
const COUNTED = /\s*(nguoi|luot|luot nguoi|hoc vien|hv|thanh vien|tv|ho|lao dong|persons?|people|learners?|members?)\.?$/;

/** A count as reports write it: "45", "hơn 30", "30-35", "44+". */
export function readQuantityCell(cell: string): Typed {
  const folded = foldText(cell).replace(COUNTED, '').trim();
  const [, from, to] = /^(?:tu |from )?(\d[\d.,]*)\s*(?:-|–|den|to)\s*(\d[\d.,]*)$/.exec(folded) ?? [];
  if (from && to) return { value: from, valueTo: to, qualifier: 'range' };
  if (/^\d[\d.,]*\+$/.test(folded)) return { value: folded.slice(0, -1), qualifier: 'over' };
  const found = WRITTEN.find(([how]) => how.test(folded));
  return found ? { value: folded.replace(found[0], ''), qualifier: found[1] } : { value: folded };
}

export const readCountCell = (cell: string): string => (/^\d/.test(cell) ? foldText(cell).replace(COUNTED, '').trim() : cell);

const YES = new Set(['x', 'co', 'c', '1', 'true', 'yes', 'y', 'v', '✓', '✔', '☑', 'dung']);
const NO = new Set(['khong', 'ko', 'k', '0', 'false', 'no', 'n', '☐', 'sai']);
const NOT_SAID = new Set(['', '-', '–', '—']);

/** Yes, no, or blank where nobody said; undefined where it says neither. */
export function readFlagCell(cell: string): 'true' | 'false' | '' | undefined {
  const folded = foldText(cell).replace(/[\s.]+$/, '');
  if (YES.has(folded)) return 'true';
  if (NO.has(folded)) return 'false';
  return NOT_SAID.has(folded) ? '' : undefined;
}

/** What the values of a field are called: in either language, and as people shorten them. */
export function choiceNames(schema: FieldSchema, synonyms: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  const words = Object.entries(schema['x-enum-words'] ?? {}).flatMap(([value, { vi, en }]) =>
    [value, vi, en].map((name) => [loose(name), value] as const),
  );
  const short = Object.entries(synonyms).map(([name, value]) => [loose(name), value] as const);
  return new Map([...short, ...words]);
}

/** The value a cell names, or the cell as it is. */
export const readChoiceCell = (cell: string, names: ReadonlyMap<string, string>): string => names.get(loose(cell)) ?? cell;

const UNITS = [
  { name: /\b(ty|billion|bn)\b/, unit: ' tỷ' },
  { name: /\b(trieu|trd|tr|million)\b/, unit: ' tr' },
  { name: /\b(nghin|ngan|1000d|thousand)\b/, unit: ' nghìn' },
];

/** The unit a heading gives its amounts in: "Kinh phí (triệu đồng)". */
export function unitOfHeading(heading: string): string {
  const [, inside = ''] = /[([]([^)\]]*)[)\]]/.exec(foldText(heading)) ?? [];
  return UNITS.find(({ name }) => name.test(inside.replace(/[.]/g, '')))?.unit ?? '';
}

/** An amount without a unit of its own is in that of its heading. */
export const readMoneyCell = (cell: string, unit: string): string => {
  const plain = cell.replace(/^(vnd|₫)\s*|\s*(vnđ|vnd|₫)$/gi, '');
  return /^[\d.,\s]+$/.test(plain) ? `${plain}${unit}` : plain;
};
