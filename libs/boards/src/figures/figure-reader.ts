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
import type { Catalogue, MetricOf } from './catalogue.js';
import type { DimensionName } from './dimensions.js';
import { distinct, sums, type Groups } from './leaves.js';
import { objectRows, type Measurable, type ObjectRow } from './object-rows.js';
import type { Frame } from './question.js';

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
    return new Map(metrics.map((metric) => [metric, found.get(metric)!.get('') ?? this.combine(metric, () => NOTHING_MEASURED)]));
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
  objects({ category, quiet }: Measurable, frame: Frame): Promise<readonly ObjectRow[]> {
    const { filters, agencies, effectiveTo, knownAt } = frame;
    const key = JSON.stringify([category, quiet, filters, agencies, effectiveTo, knownAt]);
    const found = this.rows.get(key) ?? objectRows(this.session, { category, ...(quiet && { quiet }) }, frame);
    this.rows.set(key, found);
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
    const of = (kind: Metric['kind']) => names.filter((name) => this.catalogue.metric(name).kind === kind);
    const found = new Map<string, Groups>();
    for (const kind of ['sum', 'stock'] as const)
      for (const [name, groups] of await sums(this.session, of(kind), kind, frame, groupBy)) found.set(name, groups);
    for (const name of of('distinct')) {
      const { key } = this.catalogue.metric(name) as MetricOf<'distinct'>;
      found.set(name, await distinct(this.session, this.catalogue.entriesOf(name)!, key, frame, groupBy));
    }
    const folds = of('fold').map((name) => [name, this.catalogue.metric(name) as MetricOf<'fold'>] as const);
    for (const [name, metric] of folds) {
      const { category } = metric;
      const quiet = folds.every(([, other]) => other.category !== category || other.quiet);
      const objects = await this.objects({ category, ...(quiet && { quiet }) }, frame);
      found.set(name, folded(metric, objects, frame.effectiveTo, groupBy));
    }
    return found;
  }
}

/** What corrections took back entirely leaves no group behind. */
const stands = ({ known, unknown, low }: Measured) => known !== 0 || unknown !== 0 || low !== 0n;

function folded(metric: MetricOf<'fold'>, objects: readonly ObjectRow[], day: string, groupBy?: DimensionName): Groups {
  const groups: Groups = new Map();
  for (const { row, dimensions } of objects) {
    const key = groupBy ? dimensions[groupBy] : '';
    const value = measureOf(metric, row, day);
    if (value !== 0n) groups.set(key, plusMeasured(groups.get(key) ?? NOTHING_MEASURED, measuredExactly(value, 1)));
  }
  return groups;
}

/** A measure that is not a whole number is our own bug. */
export function measureOf({ measure }: MetricOf<'fold'>, row: unknown, day: string): bigint {
  const value = measure(row as never, day);
  if (!Number.isSafeInteger(value)) throw new Error(`assertion: measured ${value}`);
  return BigInt(value);
}
