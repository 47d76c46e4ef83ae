import type { Metric } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';

type Kind = Metric['kind'];
export type MetricOf<K extends Kind> = Extract<Metric, { kind: K }>;

/** All metrics that may be asked, by name: the slices' own and those across slices. */
export class Catalogue {
  private readonly metrics: ReadonlyMap<string, Metric>;
  private readonly byCategory: ReadonlyMap<string, Feature>;

  constructor(
    readonly features: readonly Feature[],
    crossFigures: Readonly<Record<string, Metric>> = {},
  ) {
    this.byCategory = new Map(features.map((feature) => [feature.decider.category, feature]));
    const all = [...features.flatMap(({ figures }) => Object.entries(figures)), ...Object.entries(crossFigures)];
    this.metrics = new Map(all);
    for (const [name] of this.metrics) this.check(name, []);
  }

  get names(): readonly string[] {
    return [...this.metrics.keys()];
  }

  has(name: string): boolean {
    return this.metrics.has(name);
  }

  metric(name: string): Metric {
    const metric = this.metrics.get(name);
    if (!metric) throw new Error(`assertion: no metric ${name}`);
    return metric;
  }

  feature(category: string): Feature | undefined {
    return this.byCategory.get(category);
  }

  /** The metrics a ratio or formula is made of; none for those computed from rows. */
  parts(name: string): readonly string[] {
    const metric = this.metric(name);
    if (metric.kind === 'ratio') return [metric.of, metric.per];
    return metric.kind === 'formula' ? metric.terms.map((term) => term.metric) : [];
  }

  /** The metrics computed from rows that these amount to, each once. */
  leaves(names: readonly string[]): readonly string[] {
    const found = names.flatMap((name) => {
      const parts = this.parts(name);
      return parts.length > 0 ? this.leaves(parts) : [name];
    });
    return [...new Set(found)];
  }

  /** The kind of entries a metric reads: of a period, or all up to the day. Undefined where it reads no entries. */
  entriesOf(name: string): { readonly metric: string; readonly kind: 'sum' | 'stock' } | undefined {
    const metric = this.metric(name);
    if (metric.kind === 'distinct') return this.entriesOf(metric.over);
    return metric.kind === 'sum' || metric.kind === 'stock' ? { metric: name, kind: metric.kind } : undefined;
  }

  /** Whether a metric is measured on objects that tell how many days past due they are. */
  isAged(name: string): boolean {
    return this.leaves([name]).every((leaf) => {
      const metric = this.metric(leaf);
      return metric.kind === 'fold' && metric.daysLate !== undefined;
    });
  }

  /** Whether objects of a category may be quiet. */
  hasQuiet(category: string): boolean {
    return [...this.metrics.values()].some((metric) => metric.kind === 'fold' && metric.category === category && metric.quiet);
  }

  /** A definition that cannot be computed is our own bug and shows at start. */
  private check(name: string, above: readonly string[]): void {
    if (above.includes(name)) throw new Error(`assertion: metric ${name} is part of itself`);
    const metric = this.metric(name);
    if (metric.kind === 'ratio' && above.length > 0)
      throw new Error(`assertion: ${above.at(-1)} cannot build on the ratio ${name}`);
    if (metric.kind === 'distinct' && !this.entriesOf(name)) throw new Error(`assertion: ${name} needs a metric with entries`);
    if (metric.kind === 'fold' && !this.feature(metric.category))
      throw new Error(`assertion: no slice ${metric.category} for ${name}`);
    for (const part of this.parts(name)) this.check(part, [...above, name]);
  }
}
