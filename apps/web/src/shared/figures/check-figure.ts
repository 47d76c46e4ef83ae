import type { Evidence, EvidenceItem, EntryItem, FoldItem, KeyItem } from './evidence-answers.js';
import { addedAgain, combinedAgain, countedAgain, measuredAgain, type Measure, type Recomputed } from './recompute.js';

/** Where evidence is read from, and where the measures of folds come from. */
export interface Sources {
  readonly page: (figureId: string, after?: string) => Promise<Evidence>;
  readonly measure: (metric: string) => Promise<Measure | undefined>;
}

/** A figure with all that stands behind it, and what this machine made of that. */
export interface Checked {
  readonly items: readonly EvidenceItem[];
  readonly again: Recomputed;
  /** Time spent computing, without the reading. */
  readonly milliseconds: number;
}

/** Why nothing was computed: more items than were asked for, or a measure this page does not know. */
export type Unchecked = 'tooMany' | 'noMeasure';

/** Reads all that is behind a figure, down to the last page, and computes the figure from it. */
export async function checkFigure(first: Evidence, sources: Sources, most: number): Promise<Checked | Unchecked> {
  if (first.parts) return checkParts(first, first.parts, sources, most);
  const items = await allItems(first, sources, most);
  if (!items) return 'tooMany';
  const measure = first.kind === 'fold' ? await sources.measure(first.metric) : undefined;
  if (first.kind === 'fold' && !measure) return 'noMeasure';
  const begun = performance.now();
  const again = againFrom(first, items, measure);
  return { items, again, milliseconds: performance.now() - begun };
}

function againFrom({ kind, meta }: Evidence, items: readonly EvidenceItem[], measure: Measure | undefined): Recomputed {
  if (measure) return measuredAgain(items as FoldItem[], measure, meta.effectiveTo);
  return kind === 'distinct' ? countedAgain(items as KeyItem[]) : addedAgain(items as EntryItem[]);
}

async function allItems(first: Evidence, { page }: Sources, most: number): Promise<readonly EvidenceItem[] | undefined> {
  const items = [...(first.items ?? [])];
  for (let after = first.next; after !== undefined;) {
    if (items.length >= most) return undefined;
    const more = await page(first.figureId, after);
    items.push(...(more.items ?? []));
    after = more.next;
  }
  return items;
}

async function checkParts(
  { figureId }: Evidence,
  parts: NonNullable<Evidence['parts']>,
  sources: Sources,
  most: number,
): Promise<Checked | Unchecked> {
  const checked = await Promise.all(
    parts.map(async (part) => {
      if (part.figureId === figureId) throw new Error('assertion: a figure is part of itself');
      return { part, done: await checkFigure(await sources.page(part.figureId), sources, most) };
    }),
  );
  const found: { part: (typeof parts)[number]; again: Recomputed; milliseconds: number }[] = [];
  for (const { part, done } of checked) {
    if (typeof done === 'string') return done;
    found.push({ part, again: done.again, milliseconds: done.milliseconds });
  }
  const begun = performance.now();
  const again = combinedAgain(found);
  const spent = found.reduce((sum, { milliseconds }) => sum + milliseconds, performance.now() - begun);
  return { items: [], again, milliseconds: spent };
}
