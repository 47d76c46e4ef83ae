import { numbersOf, type MeasuredResult } from '@soquy/kernel';
import { badParameter } from '../http/parameters.js';
import type { FigureRow } from './answers.js';
import { figureOf, figuresOf } from './ask-figures.js';
import type { DimensionName, Grouping } from './dimensions.js';
import type { FigureReader } from './figure-reader.js';
import { groupLabels, namesOf } from './group-names.js';
import { inOrder, mostFirst } from './group-order.js';
import { shownOf, type GroupPage } from './group-page.js';
import type { GroupSort } from './group-sorts.js';
import type { Groups } from './leaves.js';
import { monthsOf } from './months.js';
import { figureIdsBy, type Frame } from './question.js';
import { missing, shortByIn } from './shortfall.js';

/** Most groups an answer without pages, or in the order of names, may have: all of them are named for it. */
export const MOST_GROUPS = 10_000;

/** Metrics by group, in the order asked; each row's id asks for that group alone. */
export interface FigureGroups {
  readonly rows: ReadonlyMap<string, readonly FigureRow[]>;
  /** So many groups there are in all. */
  readonly total: number;
  /** The last group shown, where others follow it. */
  readonly last?: string | null;
}

interface Division<By extends Grouping = Grouping> {
  readonly groupBy: By;
  readonly sort?: GroupSort | undefined;
  readonly page?: GroupPage | undefined;
}

/**
 * Metrics by group. A page is of the groups of the first metric, and of each further one what it says of these: only they are
 * asked for, named and given ids.
 */
export async function figureRowsOf(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
  { groupBy, ...asked }: Division,
): Promise<FigureGroups> {
  return groupBy === 'month'
    ? byMonth(reader, metrics, frame, { groupBy, ...asked })
    : byDimension(reader, metrics, frame, { groupBy, ...asked });
}

async function byDimension(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
  { groupBy, sort, page }: Division<DimensionName>,
): Promise<FigureGroups> {
  const leading = page ? metrics.slice(0, 1) : metrics;
  const groups = await reader.grouped(leading, frame, groupBy);
  const keys = [...new Set([...groups.values()].flatMap((found) => [...found.keys()]))];
  if (!page || sort !== '-value') assertFew(keys.length);
  const labelled = (of: readonly (string | null)[]) => groupLabels(reader, leading, groupBy, of, frame);
  const labelsOfAll = sort === '-value' ? undefined : await labelled(keys);
  const ordered: readonly { readonly key: string | null }[] = labelsOfAll
    ? inOrder(keys.map((key) => ({ key, label: key === null ? undefined : labelsOfAll.get(key) })))
    : mostFirst(keys.map((key) => ({ key, value: valueOf(groups.get(metrics[0]!)!.get(key)) })));
  const { shown, isCut } = shownOf(ordered, page);
  const shownKeys = shown.map(({ key }) => key);
  const labels = labelsOfAll ?? (await labelled(shownKeys));
  const labelOf = (key: string | null) => (key === null ? undefined : labels.get(key));
  const names = await namesOf(reader, groupBy, shownKeys.map(labelOf), frame);
  const named = shownKeys.map((key, at) => ({ key, names: names[at]! }));
  const more = page && shown.length > 0 ? await reader.grouped(metrics.slice(1), among(frame, groupBy, shownKeys), groupBy) : [];
  const found = new Map([...groups, ...more]);
  return {
    rows: new Map(metrics.map((metric) => [metric, rowsOf(reader, metric, frame, groupBy, named, found.get(metric))])),
    total: keys.length,
    ...(isCut && { last: shownKeys.at(-1)! }),
  };
}

/** A group of some that were asked for is one of them as well. */
const among = (frame: Frame, by: DimensionName, keys: readonly (string | null)[]): Frame => ({ ...frame, among: { by, keys } });

const valueOf = (result: MeasuredResult | undefined): number | null => (result ? numbersOf(result).value : null);

function assertFew(groups: number): void {
  if (groups > MOST_GROUPS)
    throw badParameter(
      'groupBy',
      'tooManyGroups',
      `quá ${MOST_GROUPS} nhóm, hãy lọc trước, hoặc hỏi từng trang bằng limit với sort=-value`,
      `gives more than ${MOST_GROUPS} groups: filter first, or ask page by page with limit and sort=-value`,
    );
}

interface NamedGroup {
  readonly key: string | null;
  readonly names: Pick<FigureRow, 'label' | 'code' | 'organisation'>;
}

function rowsOf(
  reader: FigureReader,
  metric: string,
  frame: Frame,
  groupBy: DimensionName,
  named: readonly NamedGroup[],
  found: Groups<MeasuredResult> = new Map(),
): FigureRow[] {
  const mayLack = shortByIn(reader.catalogue, metric, frame) === groupBy;
  const idOf = figureIdsBy({ metric, ...scopedTo(frame, groupBy) }, groupBy);
  return named.flatMap(({ key, names }) => {
    const result = found.get(key);
    if (!result) return [];
    const shortfall = mayLack && key !== null ? missing(result) : undefined;
    return { key, ...names, ...figureOf(reader, metric, idOf(key), result, shortfall) };
  });
}

/** The frame of a group but for the group. An agency's needs no scope beside it. */
function scopedTo(frame: Frame, groupBy: DimensionName): Frame {
  const { agencies, ...rest } = frame;
  return groupBy === 'agency' ? rest : { ...rest, ...(agencies && { agencies }) };
}

/** A flow is that of each month, a stock or state that of each month's end. There are few: all are read, whatever is shown. */
async function byMonth(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
  { sort, page }: Division<'month'>,
): Promise<FigureGroups> {
  const months = await monthsOf(reader, metrics, frame);
  const found: (FigureRow & { readonly key: string })[][] = [];
  for (const { key, effectiveFrom, effectiveTo } of months) {
    const figures = await figuresOf(reader, metrics, { ...frame, effectiveFrom, effectiveTo });
    found.push(metrics.map((metric) => ({ key, ...figures.get(metric)! })));
  }
  const groups = found.map((rows) => ({ key: rows[0]!.key, value: rows[0]!.value, rows }));
  const { shown, isCut } = shownOf(sort === '-value' ? mostFirst(groups) : groups, page);
  return {
    rows: new Map(metrics.map((metric, at) => [metric, shown.map(({ rows }) => rows[at]!)])),
    total: groups.length,
    ...(isCut && { last: shown.at(-1)!.key }),
  };
}
