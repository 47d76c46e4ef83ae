import { Problem } from '@soquy/platform';
import type { Figure, FigureRow } from './answers.js';
import { badParameter } from '../http/parameters.js';
import type { Catalogue } from './catalogue.js';
import type { DimensionName, Grouping } from './dimensions.js';
import type { FigureReader } from './figure-reader.js';
import { inOrder } from './group-order.js';
import { isLabelled, labelsOf, type Label } from './labels.js';
import { numbersOf, type MeasuredResult } from '@soquy/kernel';
import { monthsOf } from './months.js';
import { figureIdOf, figureIdsBy, type Frame } from './question.js';
import { missing, shortByIn, shortfallsOf } from './shortfall.js';

/** Most groups an answer may have; more is a list, not a figure. */
export const MOST_GROUPS = 10_000;

/** Metrics over a whole frame, as figures. */
export async function figuresOf(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
): Promise<ReadonlyMap<string, Figure>> {
  const results = await reader.whole(metrics, frame);
  const shortfalls = await shortfallsOf(reader, metrics, frame);
  const figure = (metric: string) =>
    figureOf(reader, metric, figureIdOf({ metric, ...frame }), results.get(metric)!, shortfalls.get(metric));
  return new Map(metrics.map((metric) => [metric, figure(metric)]));
}

/** Metrics by group, as figures; each row's id asks for that group alone. */
export async function figureRowsOf(
  reader: FigureReader,
  metrics: readonly string[],
  frame: Frame,
  groupBy: Grouping,
): Promise<ReadonlyMap<string, readonly FigureRow[]>> {
  if (groupBy === 'month') return byMonth(reader, metrics, frame);
  const groups = await reader.grouped(metrics, frame, groupBy);
  const keys = new Set([...groups.values()].flatMap((found) => [...found.keys()]));
  if (keys.size > MOST_GROUPS)
    throw badParameter(
      'groupBy',
      'tooManyGroups',
      `quá ${MOST_GROUPS} nhóm, hãy lọc trước`,
      `gives more than ${MOST_GROUPS} groups: filter first`,
    );
  const ids = [...keys].filter((key): key is string => key !== null);
  const labels =
    groupBy === 'object' ? await objectLabels(reader, metrics, ids, frame) : await groupLabels(reader, groupBy, ids, frame);
  const owners = groupBy === 'object' ? await ownersOf(reader, labels, frame) : new Map<string, Label>();
  const ordered = inOrder([...keys].map((key) => ({ key, label: key === null ? undefined : labels.get(key) }))).map(
    ({ key, label }) => ({ key, names: namedBy(label, owners) }),
  );
  const rowsOf = (metric: string): FigureRow[] => {
    const mayLack = shortByIn(reader.catalogue, metric, frame) === groupBy;
    const found = groups.get(metric)!;
    const idOf = figureIdsBy({ metric, ...scopedTo(frame, groupBy) }, groupBy);
    return ordered.flatMap(({ key, names }) => {
      const result = found.get(key);
      if (!result) return [];
      const shortfall = mayLack && key !== null ? missing(result) : undefined;
      return { key, ...names, ...figureOf(reader, metric, idOf(key), result, shortfall) };
    });
  };
  return new Map(metrics.map((metric) => [metric, rowsOf(metric)]));
}

type Called = Pick<Label, 'code' | 'title' | 'organisationId'>;
type Labels = ReadonlyMap<string, Called>;

const groupLabels = async (
  { session }: FigureReader,
  groupBy: DimensionName,
  ids: readonly string[],
  frame: Frame,
): Promise<Labels> => (isLabelled(groupBy) ? labelsOf(session, ids, frame) : new Map());

/** Objects that were measured have told how they are called on the day asked; only others are asked for. */
async function objectLabels(
  reader: FigureReader,
  metrics: readonly string[],
  ids: readonly string[],
  frame: Frame,
): Promise<Labels> {
  const measured = await reader.measured(metrics, frame);
  const known = new Map(
    measured.map(({ objectId, code, title, dimensions }) => [objectId, { code, title, organisationId: dimensions.organisation }]),
  );
  const others = await labelsOf(
    reader.session,
    ids.filter((id) => !known.has(id)),
    frame,
  );
  return new Map([...known, ...others]);
}

/** How the organisations that the objects belong to are called. */
async function ownersOf({ session }: FigureReader, labels: Labels, frame: Frame) {
  return labelsOf(
    session,
    [...labels.values()].flatMap(({ organisationId }) => organisationId ?? []),
    frame,
  );
}

function namedBy(
  label: Called | undefined,
  owners: ReadonlyMap<string, Label>,
): Pick<FigureRow, 'label' | 'code' | 'organisation'> {
  if (!label) return {};
  const { title, code, organisationId: id } = label;
  const owner = id === null ? undefined : owners.get(id);
  return { label: title, code, ...(owner && { organisation: { id: id!, code: owner.code, title: owner.title } }) };
}

/** The frame of a group but for the group. An agency's needs no scope beside it. */
function scopedTo(frame: Frame, groupBy: DimensionName): Frame {
  const { agencies, ...rest } = frame;
  return groupBy === 'agency' ? rest : { ...rest, ...(agencies && { agencies }) };
}

function figureOf(
  { catalogue }: FigureReader,
  metric: string,
  figureId: string,
  result: MeasuredResult,
  shortfall?: number,
): Figure {
  const { kind, unit } = catalogue.metric(metric);
  return { metric, kind, unit, ...numbersOf(result), ...(shortfall && { shortfall }), figureId };
}

/** A flow is that of each month, a stock or state that of each month's end. */
async function byMonth(reader: FigureReader, metrics: readonly string[], frame: Frame) {
  const rows = new Map(metrics.map((metric) => [metric, [] as FigureRow[]]));
  for (const { key, effectiveFrom, effectiveTo } of await monthsOf(reader, metrics, frame))
    for (const [metric, figure] of await figuresOf(reader, metrics, { ...frame, effectiveFrom, effectiveTo }))
      rows.get(metric)!.push({ key, ...figure });
  return rows;
}

/** 404 for a metric nobody declared. */
export function assertMetric(catalogue: Catalogue, metric: string): void {
  if (!catalogue.has(metric))
    throw new Problem(
      404,
      'UnknownMetric',
      { vi: `Không có chỉ tiêu ${metric}.`, en: `There is no metric ${metric}.` },
      { facts: { metric } },
    );
}
