import type { Figure } from '../api/answers.js';
import type { Evidence, EntryItem } from './evidence-answers.js';
import type { ComputedInput } from './computed-input.js';
import { readsOf, recomputed, type Fresh } from './recomputed.js';

const shown = (figureId: string, value: number): Figure => ({
  metric: 'support.total',
  kind: 'sum',
  unit: 'vnd',
  figureId,
  value,
  qualifier: 'exact',
});
const entry = (value: number) => ({ eventId: `e${value}`, value, qualifier: 'exact' }) as EntryItem;

/** The log as it is told by now: entries of figures, rows of objects. */
const log = (entries: Readonly<Record<string, readonly number[]>>, answers: Readonly<Record<string, unknown>> = {}): Fresh => ({
  page: async (figureId) => {
    const items = entries[figureId]!.map(entry);
    const value = entries[figureId]!.reduce((sum, each) => sum + each, 0);
    return {
      ...shown(figureId, value),
      matches: true,
      recomputed: value,
      items,
      meta: { effectiveTo: '2026-11-21' },
    } as unknown as Evidence;
  },
  measure: async () => undefined,
  answer: async (path) => answers[path],
});

const inputs = (now: number, then: number): readonly ComputedInput[] => [
  { label: 'now', figure: shown('now', now) },
  { label: 'day', text: '21/11/2026' },
  { label: 'then', figure: shown('then', then) },
];
const less = ([now, then]: readonly number[]) => now! - then!;

describe('a number of a page, computed again', () => {
  it('comes from the entries behind its figures, not from what the page holds of them', async () => {
    const found = await recomputed(inputs(30, 10), less, log({ now: [10, 20], then: [10] }));
    expect(found).toEqual({ value: 20, checked: 2, of: 2 });
  });

  it('differs where the page shows a figure that the entries do not give', async () => {
    const found = await recomputed(inputs(40, 10), less, log({ now: [10, 20], then: [10] }));
    expect(found).toEqual({ value: 20, checked: 1, of: 2 });
  });

  it('reads recorded values of objects, and takes what was typed as it was typed', async () => {
    const fact = { noun: 'loans', id: 'l', path: 'approval.amountVnd', value: 500, unit: 'vnd' } as const;
    const given: readonly ComputedInput[] = [
      { label: 'approved', fact },
      { label: 'typed', value: 200, unit: 'vnd' },
    ];
    const fresh = log({}, { '/api/v1/loans/l': { data: { approval: { amountVnd: 600 } } } });
    expect(await recomputed(given, less, fresh)).toEqual({ value: 400, checked: 0, of: 1 });
  });

  it('comes from what a route answers then', async () => {
    const again = { path: '/api/v1/loans/l', from: ({ left }: { left: number }) => left * 2 };
    expect(await recomputed([], again, log({}, { '/api/v1/loans/l': { left: 21 } }))).toEqual({ value: 42, checked: 1, of: 1 });
    const gone = { path: '/api/v1/loans/l', from: ({ data }: { data: { left: number } }) => data.left };
    expect(await recomputed([], gone, log({}, { '/api/v1/loans/l': {} }))).toEqual({ value: undefined, checked: 1, of: 1 });
  });

  it('has nothing to read where all was typed, or nobody said how', () => {
    expect(readsOf([{ label: 'typed', value: 1, unit: 'vnd' }], less)).toBe(0);
    expect(readsOf(inputs(1, 2), undefined)).toBe(0);
    expect(readsOf(inputs(1, 2), less)).toBe(2);
    expect(readsOf([], { path: '/x', from: () => 1 })).toBe(1);
  });
});
