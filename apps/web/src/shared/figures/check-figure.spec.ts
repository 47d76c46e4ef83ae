import { numbersOf } from '@soquy/kernel';
import type { Evidence, EvidenceItem, Part } from './evidence-answers.js';
import { checkFigure, type Checked, type Sources } from './check-figure.js';
import { isProven } from './recompute.js';

const words = { vi: 'x', en: 'x' };
const meta = { position: 'p-9', lagSeconds: 0, effectiveTo: '2026-11-21', knownAt: { position: 'p-9', instant: null } };
const figure = (figureId: string, over: Partial<Evidence>): Evidence => ({
  metric: figureId,
  kind: 'sum',
  unit: 'vnd',
  figureId,
  value: 0,
  qualifier: 'exact',
  words,
  formula: words,
  filters: {},
  recomputed: null,
  matches: null,
  method: words,
  meta,
  ...over,
});
const entry = (value: number) => ({ eventId: `e${value}`, value, qualifier: 'exact' }) as unknown as EvidenceItem;
const MOST = 100;

/** Answers pages by figure and cursor: `f` is the first page, `f>2` the page behind cursor 2. */
const from = (pages: Readonly<Record<string, Evidence>>, measure: Sources['measure'] = async () => undefined): Sources => ({
  page: async (id, after) => pages[after === undefined ? id : `${id}>${after}`]!,
  measure,
});
const computed = async (first: Evidence, sources: Sources) => (await checkFigure(first, sources, MOST)) as Checked;

describe('checking a figure', () => {
  it('reads every page before it adds', async () => {
    const first = figure('f', { value: 6, items: [entry(1)], next: '2' });
    const sources = from({ 'f>2': figure('f', { items: [entry(2)], next: '3' }), 'f>3': figure('f', { items: [entry(3)] }) });
    const found = await computed(first, sources);
    expect(found.items).toHaveLength(3);
    expect(isProven(first, found.again)).toBe(true);
    expect(isProven({ ...first, value: 3 }, found.again)).toBe(false);
  });

  it('stops where it would read more than asked', async () => {
    const endless = figure('f', { items: Array.from({ length: MOST }, (_, index) => entry(index)), next: 'x' });
    expect(await checkFigure(endless, from({ 'f>x': endless }), MOST)).toBe('tooMany');
  });

  it('computes parts from their own events, down to the leaves', async () => {
    const part = (role: Part['role'], id: string, value: number) => ({ ...figure(id, { value }), role }) as Part;
    const left = figure('left', { kind: 'formula', value: 7, parts: [part('plus', 'a', 10), part('minus', 'b', 3)] });
    const share = figure('share', {
      kind: 'ratio',
      unit: 'percent',
      value: 70,
      numerator: 7,
      denominator: 10,
      parts: [part('numerator', 'left', 7), part('denominator', 'a', 10)],
    });
    const pages = {
      left,
      a: figure('a', { value: 10, items: [entry(10)] }),
      b: figure('b', { value: 3, items: [entry(1), entry(2)] }),
    };
    const found = await computed(share, from(pages));
    expect(numbersOf(found.again.result)).toMatchObject({ value: 70, numerator: 7, denominator: 10 });
    expect(isProven(share, found.again)).toBe(true);
    const planted = { ...pages, b: figure('b', { value: 3, items: [entry(1), entry(1)] }) };
    expect(isProven(share, (await computed(share, from(planted))).again)).toBe(false);
  });

  it('measures objects by the function of their slice, and says so where there is none', async () => {
    const item = { object: {}, value: 4, row: { owed: 4 }, events: [] } as unknown as EvidenceItem;
    const fold = figure('owed', { kind: 'fold', value: 4, items: [item] });
    const measure = (row: unknown) => (row as { owed: number }).owed;
    const found = await computed(
      fold,
      from({}, async () => measure),
    );
    expect(isProven(fold, found.again)).toBe(true);
    expect(await checkFigure(fold, from({}), MOST)).toBe('noMeasure');
  });
});
