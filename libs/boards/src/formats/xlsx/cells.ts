import { dayNumber, isDay } from '@soquy/kernel';
import type { Cell } from '../format.js';

/** How a column shows what stands in it. */
export type ColumnKind = 'day' | 'amount' | 'plain';

/** Places in the list of cell formats that the workbook's styles hold. */
export const STYLES = { plain: 0, head: 1, day: 2, amount: 3, fraction: 4, whole: 5 } as const;

/** Most characters of one cell. */
const MOST_CHARACTERS = 32_767;

/** Spreadsheets show no more digits of a number, and put zeros in place of the rest. */
const LARGEST = 999_999_999_999_999;

/** The serial number of 1970-01-01; the calendar of spreadsheets is off by a day before March 1900. */
const EPOCH = 25_569;
const FIRST_DAY = '1900-03-01';

/** Counts what did not fit. */
export interface Cuts {
  cut: number;
}

/** `A`, `B` ... `Z`, `AA`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** One cell; empty ones are left out. Text is never a formula: it is stored as text, whatever it begins with. */
export function cellXml(at: string, value: Cell, kind: ColumnKind, cuts: Cuts): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number' || typeof value === 'bigint') return numberXml(at, value, kind);
  if (kind === 'day' && isDay(value) && value >= FIRST_DAY)
    return `<c r="${at}" s="${STYLES.day}"><v>${dayNumber(value) + EPOCH}</v></c>`;
  return textXml(at, whole(value, cuts));
}

function numberXml(at: string, value: number | bigint, kind: ColumnKind): string {
  const isWhole = typeof value === 'bigint' || Number.isInteger(value);
  const fits = value <= LARGEST && value >= -LARGEST;
  if (!fits) return textXml(at, String(value));
  const style = kind === 'amount' ? (isWhole ? STYLES.amount : STYLES.fraction) : isWhole ? STYLES.whole : STYLES.plain;
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** A cell of text as it is. */
export function textXml(at: string, text: string, style: number = STYLES.plain): string {
  const space = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${style === STYLES.plain ? '' : ` s="${style}"`} t="inlineStr"><is><t${space}>${escaped(text)}</t></is></c>`;
}

/** Too long a text ends with how much is missing; the other formats have all of it. */
function whole(text: string, cuts: Cuts): string {
  if (text.length <= MOST_CHARACTERS) return text;
  cuts.cut += 1;
  const mark = ` […+${text.length}: CSV, NDJSON]`;
  return text.slice(0, MOST_CHARACTERS - mark.length).replace(/[\ud800-\udbff]$/, '') + mark;
}

/** What XML cannot hold as it is; control characters are written as spreadsheets write them, and so is text that looks like that. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const SPECIAL = /[&<>"]|_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(SPECIAL, (sign) => {
    if (sign >= '\ud800' && sign <= '\udfff') return '\ufffd';
    return ENTITIES[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}
