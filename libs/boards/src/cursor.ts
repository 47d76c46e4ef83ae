import { isDay } from '@soquy/kernel';
import { isUuid } from '@soquy/platform';
import { badParameter } from './http/parameters.js';

/** Where a page ended: the values its last row was sorted by. Opaque to callers. */
export type CursorValues = readonly (string | number | null)[];

export const cursorOf = (values: CursorValues): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/** What a cursor's value may be; a forged one must not reach the database as anything else. */
export const cursorValue = {
  text: (value: unknown) => typeof value === 'string' && value.length <= 500 && !value.includes('\0'),
  textOrNull: (value: unknown) => value === null || cursorValue.text(value),
  day: (value: unknown) => typeof value === 'string' && isDay(value) && value >= '0001',
  uuid: (value: unknown) => typeof value === 'string' && isUuid(value),
  number: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
} as const;

/** The values of a cursor that `cursorOf` wrote, one for each kind. */
export function valuesOf(cursor: string | undefined, ...kinds: readonly (keyof typeof cursorValue)[]): CursorValues | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(values) && values.length === kinds.length && kinds.every((kind, index) => cursorValue[kind](values[index])))
      return values as CursorValues;
  } catch {
    // Falls through to the answer every foreign cursor gets.
  }
  throw foreignCursor();
}

export const foreignCursor = () =>
  badParameter('after', 'isForeign', 'không phải con trỏ của câu hỏi này', 'is no cursor of this question');

/** Rows of a query that asked for one more than the page holds: the page, and the cursor of the rest. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  valuesAfter: (row: Row) => CursorValues,
): { rows: readonly Row[]; next?: string } {
  const page = rows.slice(0, limit);
  return rows.length > limit ? { rows: page, next: cursorOf(valuesAfter(page.at(-1)!)) } : { rows: page };
}
