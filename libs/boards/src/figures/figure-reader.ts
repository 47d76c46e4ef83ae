import {
  measuredExactly,
  minusMeasured,
  NOTHING_MEASURED,
  plusMeasured,
  type Measured,
  type MeasuredResult,
  type Metric,
} from '@soquy/kernel';
import type { ReadSession } from '@soquy/read-models';
import { ageIn, asksLateOnly, withoutAges } from './ages.js';
import type { Catalogue, MetricOf } from './catalogue.js';
import type { DimensionName } from './dimensions.js';
import { distinct, sums, type Groups } from './leaves.js';
import { objectRows, type Measurable, type ObjectRow } from './object-rows.js';
import type { Among, Frame } from './question.js';

/** Computes metrics in one look at the read tables; metrics asked together share their queries. */
export class FigureReader {
  private readonly rows = new Map<string, Promise<readonly ObjectRow[]>>();

  constructor(
    readonly session: ReadSession,
    readonly catalogue: Catalogue,
  ) {}

  /** Each metric over the whole frame. */
  async whole(metrics: readonly string[], frame: Frame): Promise<ReadonlyMap<string, MeasuredResult>> {
    const found = await this.groups(metrics, frame);
    return new Map(metrics.map((metric) => [metric, found.get(metric)!.get('') ?? this.nothing(metric)]));
  }

  /** A metric of nothing at all. */
  nothing(metric: string): MeasuredResult {
    return this.combine(metric, () => NOTHING_MEASURED);
  }

  /** Each metric for each value of a dimension that anything stands under. */
  async grouped(
    metrics: readonly string[],
    frame: Frame,
    groupBy: DimensionName,
  ): Promise<ReadonlyMap<string, Groups<MeasuredResult>>> {
    return this.groups(metrics, frame, groupBy);
  }

  /** The objects a fold metric looks at, read once for each frame. */
  async objects(of: Measurable, asked: Frame): Promise<readonly ObjectRow[]> {
    const { frame, isAsked } = withoutAges(asked);
    const rows = await this.stored(of, frame);
    return isAsked ? rows.filter(({ row }) => isAsked(of, row)) : rows;
  }

  private stored({ category, quiet }: Measurable, frame: Frame): Promise<readonly ObjectRow[]> {
    const key = keyOf(category, quiet, frame);
    const rows = this.rows.get(key) ?? this.readAmong(category, quiet, frame);
    this.rows.set(key, rows);
    return rows;
  }

  /** Some of what was read before for the same frame; an object that is not quiet stands there as everywhere. */
  private async readAmong(category: string, quiet: true | undefined, frame: Frame): Promise<readonly ObjectRow[]> {
    const { among, ...whole } = frame;
    const all = among && (await this.rows.get(keyOf(category, quiet, whole)));
    if (all) return onlyAmong(all, among);
    const loud = among?.by === 'object' && (await this.rows.get(keyOf(category, true, whole)));
    const some = loud ? onlyAmong(loud, among) : [];
    if (loud && some.length === new Set(among.keys).size) return some;
    return objectRows(this.session, { category, ...(quiet && { quiet }) }, frame);
  }

  /** The objects that these metrics measure. */
  async measured(metrics: readonly string[], frame: Frame): Promise<readonly ObjectRow[]> {
    const found: ObjectRow[] = [];
    for (const { of } of this.folds(this.catalogue.leaves(metrics), frame))
      for (const object of await this.objects(of, frame)) found.push(object);
    return found;
  }

  private async groups(metrics: readonly string[], frame: Frame, groupBy?: DimensionName) {
    const leaves = await this.leaves(this.catalogue.leaves(metrics), frame, groupBy);
    return new Map(metrics.map((metric) => [metric, this.combined(metric, leaves)]));
  }

  private combined(metric: string, leaves: ReadonlyMap<string, Groups>): Groups<MeasuredResult> {
    const parts = this.catalogue.leaves([metric]).map((leaf) => leaves.get(leaf)!);
    const keys = new Set(parts.flatMap((groups) => [...groups].filter(([, found]) => stands(found)).map(([key]) => key)));
    return new Map([...keys].map((key) => [key, this.combine(metric, (leaf) => leaves.get(leaf)!.get(key) ?? NOTHING_MEASURED)]));
  }

  /** A metric from its leaves. */
  combine(metric: string, leaf: (name: string) => Measured): MeasuredResult {
    const definition = this.catalogue.metric(metric);
    if (definition.kind === 'ratio') return { of: this.sum(definition.of, leaf), per: this.sum(definition.per, leaf) };
    return this.sum(metric, leaf);
  }

  private sum(metric: string, leaf: (name: string) => Measured): Measured {
    const definition = this.catalogue.metric(metric);
    if (definition.kind !== 'formula') return leaf(metric);
    return definition.terms
      .map(({ metric: term, sign }) => (sign === 1 ? this.sum(term, leaf) : minusMeasured(this.sum(term, leaf))))
      .reduce(plusMeasured, NOTHING_MEASURED);
  }

  private async leaves(names: readonly string[], frame: Frame, groupBy?: DimensionName): Promise<Map<string, Groups>> {
    const column = groupBy === 'debtAge' ? undefined : groupBy;
    const of = (kind: Metric['kind']) => names.filter((name) => this.catalogue.metric(name).kind === kind);
    const found = new Map<string, Groups>();
    for (const kind of ['sum', 'stock'] as const)
      for (const [name, groups] of await sums(this.session, of(kind), kind, frame, column)) found.set(name, groups);
    for (const name of of('distinct')) {
      const { key } = this.catalogue.metric(name) as MetricOf<'distinct'>;
      found.set(name, await distinct(this.session, this.catalogue.entriesOf(name)!, key, frame, column));
    }
    for (const { own, of } of this.folds(names, frame))
      for (const [name, groups] of folded(own, await this.objects(of, frame), frame.effectiveTo, groupBy))
        found.set(name, groups);
    return found;
  }

  /** Fold metrics by what they look at together. */
  private folds(
    names: readonly string[],
    frame: Frame,
  ): readonly { readonly own: readonly Folding[]; readonly of: Measurable }[] {
    const folds = names.flatMap((name) => {
      const metric = this.catalogue.metric(name);
      return metric.kind === 'fold' ? [{ name, metric }] : [];
    });
    return [...new Set(folds.map(({ metric }) => metric.category))].map((category) => {
      const own = folds.filter(({ metric }) => metric.category === category);
      const isQuiet = own.every(({ metric }) => metric.quiet) || (asksLateOnly(frame) && this.catalogue.hasQuiet(category));
      const { daysLate } = own[0]!.metric;
      return { own, of: { category, ...(isQuiet && { quiet: true as const }), ...(daysLate && { daysLate }) } };
    });
  }
}

const keyOf = (category: string, quiet: true | undefined, { filters, agencies, effectiveTo, knownAt, among }: Frame): string =>
  JSON.stringify([category, quiet, filters, agencies, effectiveTo, knownAt, among]);

/** What corrections took back entirely leaves no group behind. */
const stands = ({ known, unknown, low }: Measured) => known !== 0 || unknown !== 0 || low !== 0n;

function onlyAmong(rows: readonly ObjectRow[], { by, keys }: Among): readonly ObjectRow[] {
  const asked = new Set(keys);
  if (by === 'debtAge') throw new Error('assertion: an age is no column');
  return rows.filter(({ dimensions }) => asked.has(dimensions[by]));
}

interface Folding {
  readonly name: string;
  readonly metric: MetricOf<'fold'>;
}

/** Object by object, so that what the metrics of one have in common is found once. */
function folded(
  metrics: readonly Folding[],
  objects: readonly ObjectRow[],
  day: string,
  groupBy?: DimensionName,
): Map<string, Groups> {
  const sums = metrics.map(({ name, metric }) => ({
    name,
    metric,
    groups: new Map<string | null, { sum: bigint; known: number }>(),
  }));
  for (const { row, dimensions } of objects) {
    const stored = groupBy === 'debtAge' ? undefined : groupBy ? dimensions[groupBy] : '';
    for (const { metric, groups } of sums) {
      const value = measureOf(metric, row, day);
      if (value === 0n) continue;
      const key = stored === undefined ? ageIn(metric, row, day) : stored;
      const group = groups.get(key);
      if (group) {
        group.sum += value;
        group.known += 1;
      } else groups.set(key, { sum: value, known: 1 });
    }
  }
  const measured = (groups: ReadonlyMap<string | null, { readonly sum: bigint; readonly known: number }>): Groups =>
    new Map([...groups].map(([key, { sum, known }]) => [key, measuredExactly(sum, known)]));
  return new Map(sums.map(({ name, groups }) => [name, measured(groups)]));
}

/** A measure that is not a whole number is our own bug. */
export function measureOf({ measure }: MetricOf<'fold'>, row: unknown, day: string): bigint {
  const value = measure(row as never, day);
  if (!Number.isSafeInteger(value)) throw new Error(`assertion: measured ${value}`);
  return BigInt(value);
}
