import { numbersOf, type FigureNumbers } from '@soquy/kernel';
import type { EntryItem, FoldItem, KeyItem, Part } from './evidence-answers.js';
import { addedAgain, combinedAgain, countedAgain, isProven, isSame, measuredAgain, type Recomputed } from './recompute.js';

const words = { vi: 'x', en: 'x' };
const object = { id: 'o', noun: 'loans', code: null, title: null };
const item = (value: number | null, over: Partial<EntryItem> = {}): EntryItem => ({
  eventId: `e${value}`,
  type: 'T',
  words,
  effectiveOn: '2026-01-01',
  recordedAt: '2026-01-01T00:00:00Z',
  position: 'p-1',
  personId: 'p',
  role: 'finance',
  object,
  value,
  qualifier: 'exact',
  ...over,
});
const told = (value: number | null, over: Partial<FigureNumbers> = {}): FigureNumbers => ({ value, qualifier: 'exact', ...over });
const numbers = ({ result }: Recomputed) => numbersOf(result);

describe('a sum', () => {
  it('adds what still stands', () => {
    const items = [item(5), item(7, { reversedBy: 'r' }), item(-7, { negates: 'e7' }), item(-2)];
    expect(isProven(told(3), addedAgain(items))).toBe(true);
  });

  it('keeps nothing of what was taken back, not even that it was about', () => {
    const items = [item(5), item(44, { qualifier: 'over', reversedBy: 'r' }), item(-44, { qualifier: 'over', negates: 'e44' })];
    expect(numbers(addedAgain(items))).toEqual({ value: 5, qualifier: 'exact' });
    expect(addedAgain(items)).toMatchObject({ checked: 1, of: 1 });
  });

  it('keeps qualifiers, ranges and what is unknown', () => {
    expect(numbers(addedAgain([item(5), item(44, { qualifier: 'over' })]))).toEqual({ value: 49, qualifier: 'over' });
    expect(numbers(addedAgain([item(3, { qualifier: 'range', valueTo: 5 }), item(1)]))).toEqual({
      value: 4,
      valueTo: 6,
      qualifier: 'range',
    });
    expect(numbers(addedAgain([item(null), item(2)]))).toEqual({ value: 2, qualifier: 'exact', unknown: 1 });
    expect(numbers(addedAgain([item(null)]))).toEqual({ value: null, qualifier: 'exact', unknown: 1 });
    expect(numbers(addedAgain([]))).toEqual({ value: 0, qualifier: 'exact' });
  });

  it('that was told wrongly does not match, by one đồng, a qualifier or an unknown', () => {
    const again = addedAgain([item(5), item(7)]);
    expect(isProven(told(12), again)).toBe(true);
    expect(isProven(told(13), again)).toBe(false);
    expect(isProven(told(12, { qualifier: 'about' }), again)).toBe(false);
    expect(isProven(told(12, { unknown: 1 }), again)).toBe(false);
  });

  it('stays exact beyond what floating point holds, or fails loudly', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(numbers(addedAgain([item(most), item(most), item(-most)])).value).toBe(most);
    expect(() => numbers(addedAgain([item(most), item(most)]))).toThrow('safe integer');
  });
});

describe('a distinct count', () => {
  const key = (name: string | null, entries = 1): KeyItem => ({ key: name, entries, figureId: 'f' });

  it('counts each key once and tells those without one', () => {
    expect(numbers(countedAgain([key('a', 3), key('b'), key('a'), key(null, 2)]))).toEqual({
      value: 2,
      qualifier: 'exact',
      unknown: 2,
    });
  });

  it('that was told wrongly does not match', () => {
    expect(isProven(told(2), countedAgain([key('a'), key('b')]))).toBe(true);
    expect(isProven(told(3), countedAgain([key('a'), key('b')]))).toBe(false);
  });
});

describe('a fold', () => {
  const fold = (owed: number, value = owed): FoldItem => ({ object, value, row: { owed, from: '2026-01-01' }, events: [] });
  const measure = (row: unknown, day: string) => (day >= (row as { from: string }).from ? (row as { owed: number }).owed : 0);

  it('measures every row for the day asked', () => {
    expect(isProven(told(12), measuredAgain([fold(5), fold(7)], measure, '2026-02-01'))).toBe(true);
    expect(isProven(told(12), measuredAgain([fold(5), fold(7)], measure, '2025-12-31'))).toBe(false);
  });

  it('names how many objects measure otherwise, even where the sum happens to agree', () => {
    const again = measuredAgain([fold(5, 7), fold(7, 5), fold(1)], measure, '2026-02-01');
    expect(again).toMatchObject({ checked: 1, of: 3 });
    expect(isProven(told(13), again)).toBe(false);
  });
});

describe('a number made of others', () => {
  const part = (role: Part['role'], value: number): Part => ({
    metric: 'm',
    kind: 'sum',
    unit: 'vnd',
    figureId: 'f',
    value,
    qualifier: 'exact',
    role,
    words,
  });
  const of = (role: Part['role'], value: number, again = value) => ({
    part: part(role, value),
    again: addedAgain([item(again)]),
  });

  it('adds and subtracts', () => {
    const again = combinedAgain([of('plus', 100), of('minus', 30), of('minus', 20)]);
    expect(isProven(told(50), again)).toBe(true);
  });

  it('divides, to hundredths of a percent, with both sides beside it', () => {
    const again = combinedAgain([of('numerator', 1), of('denominator', 3)]);
    expect(isProven(told(33.33, { numerator: 1, denominator: 3 }), again)).toBe(true);
    expect(isProven(told(33.33, { numerator: 2, denominator: 6 }), again)).toBe(false);
    expect(numbers(combinedAgain([of('numerator', 1), of('denominator', 0)])).value).toBeNull();
  });

  it('does not match while one of its parts does not', () => {
    expect(isProven(told(50), combinedAgain([of('plus', 100), of('minus', 51, 50)]))).toBe(false);
  });

  it('compares all numbers', () => {
    expect(isSame(told(1, { valueTo: 2 }), told(1))).toBe(false);
  });
});
