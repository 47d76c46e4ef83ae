import { numbersOf, type MeasuredResult } from '@soquy/kernel';
import { LATE_AGES } from '@soquy/lending';
import { badParameter } from '../http/parameters.js';
import { agesTold, inOrderOfAge } from './ages.js';
import type { FigureRow } from './answers.js';
import { figureOf, figuresOf } from './ask-figures.js';
import type { DimensionName, Grouping } from './dimensions.js';
import type { FigureReader } from './figure-reader.js';
import { groupLabels, namesOf, type Labels } from './group-names.js';
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
  const most = page && sort === '-value' ? Infinity : MOST_GROUPS;
  const found = await orderedGroups(reader, leading, frame, { groupBy, sort }, most);
  const { shown, isCut } = shownOf(found.ordered, page);
  const keys = shown.map(({ key }) => key);
  const isMore = page && shown.length > 0 && metrics.length > 1;
  const more = isMore ? await readGroups(reader, metrics.slice(1), among(frame, groupBy, keys), groupBy, keys) : [];
  return {
    rows: await found.rowsOf(keys, metrics, new Map([...found.groups, ...more])),
    total: found.ordered.length,
    ...(isCut && { last: keys.at(-1)! }),
  };
}

/** So many rows are named at once where all leave one after the other. */
const BATCH = 1_000;

/** All groups of one metric in the order asked, named batch by batch as they are taken. */
export async function allGroups(
  reader: FigureReader,
  metric: string,
  frame: Frame,
  { groupBy, sort }: Omit<Division<DimensionName>, 'page'>,
): Promise<{ readonly count: number; readonly rows: () => AsyncGenerator<FigureRow> }> {
  const { ordered, groups, rowsOf } = await orderedGroups(reader, [metric], frame, { groupBy, sort }, Infinity);
  return {
    count: ordered.length,
    async *rows() {
      for (let at = 0; at < ordered.length; at += BATCH) {
        const keys = ordered.slice(at, at + BATCH).map(({ key }) => key);
        yield* (await rowsOf(keys, [metric], groups)).get(metric)!;
      }
    },
  };
}

type Found = ReadonlyMap<string, Groups<MeasuredResult>>;
type Key = string | null;

interface OrderedGroups {
  readonly ordered: readonly { readonly key: Key }[];
  readonly groups: Found;
  /** Rows of some of them, by metric. */
  readonly rowsOf: (
    keys: readonly Key[],
    metrics: readonly string[],
    found: Found,
  ) => Promise<ReadonlyMap<string, readonly FigureRow[]>>;
}

async function orderedGroups(
  reader: FigureReader,
  leading: readonly string[],
  frame: Frame,
  { groupBy, sort }: Omit<Division<DimensionName>, 'page'>,
  most: number,
): Promise<OrderedGroups> {
  const groups = await readGroups(reader, leading, frame, groupBy, agesTold(frame));
  const keys = [...new Set([...groups.values()].flatMap((found) => [...found.keys()]))];
  assertFew(keys.length, most);
  const labelled = (of: readonly Key[]) => groupLabels(reader, leading, groupBy, of, frame);
  const labelsOfAll = sort === '-value' ? undefined : await labelled(keys);
  const ordered = labelsOfAll
    ? byName(groupBy, keys, labelsOfAll)
    : mostFirst(keys.map((key) => ({ key, value: valueOf(groups.get(leading[0]!)!.get(key)) })));
  return {
    ordered,
    groups,
    async rowsOf(shown, metrics, found) {
      const names = await namesOf(reader, groupBy, shown, labelsOfAll ?? (await labelled(shown)), frame);
      const named = shown.map((key, at) => ({ key, names: names[at]! }));
      return new Map(metrics.map((metric) => [metric, rowsOf(reader, metric, frame, groupBy, named, found.get(metric))]));
    },
  };
}

const byName = (groupBy: DimensionName, keys: readonly Key[], labels: Labels): readonly { readonly key: Key }[] =>
  groupBy === 'debtAge'
    ? inOrderOfAge(keys)
    : inOrder(keys.map((key) => ({ key, label: key === null ? undefined : labels.get(key) })));

/** Metrics by group; an age of arrears that is told on every day is there with nothing in it, too. */
async function readGroups(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
  groupBy: DimensionName,
  told: readonly Key[],
): Promise<Found> {
  const found = await reader.grouped(metrics, frame, groupBy);
  if (groupBy !== 'debtAge') return found;
  const empty = (metric: string) =>
    LATE_AGES.filter((age) => told.includes(age)).map((age) => [age, reader.nothing(metric)] as const);
  return new Map([...found].map(([metric, groups]) => [metric, new Map([...empty(metric), ...groups])]));
}

/** A group of some that were asked for is one of them as well. */
const among = (frame: Frame, by: DimensionName, keys: readonly Key[]): Frame => ({ ...frame, among: { by, keys } });

const valueOf = (result: MeasuredResult | undefined): number | null => (result ? numbersOf(result).value : null);

function assertFew(groups: number, most: number): void {
  if (groups > most)
    throw badParameter(
      'groupBy',
      'tooManyGroups',
      `quá ${MOST_GROUPS} nhóm, hãy lọc trước, hoặc hỏi từng trang bằng limit với sort=-value`,
      `gives more than ${MOST_GROUPS} groups: filter first, or ask page by page with limit and sort=-value`,
    );
}

interface NamedGroup {
  readonly key: string | null;
  readonly names: Pick<FigureRow, 'label' | 'code' | 'words' | 'organisation'>;
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
