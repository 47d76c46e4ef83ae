import { fold, measuredExactly, NOTHING_MEASURED, plusMeasured, type Measured, type MeasuredResult } from '@soquy/kernel';
import type { ReadSession } from '@soquy/read-models';
import { factOf, type FactRow } from '../facts.js';
import type { MetricOf } from '../figures/catalogue.js';
import { entriesWhere, Where } from '../figures/entries.js';
import { ageIn } from '../figures/ages.js';
import { measureOf, type FigureReader } from '../figures/figure-reader.js';
import { KEY_COLUMNS } from '../figures/leaves.js';
import type { Frame } from '../figures/question.js';

/** Most events read again for one answer; beyond it a narrower question must be asked. */
export const MOST_FACTS = 200_000;

/** A figure once more, from the events themselves. Undefined where that is too much for one answer. */
export async function recomputed(reader: FigureReader, metric: string, frame: Frame): Promise<MeasuredResult | undefined> {
  const leaves = new Map<string, Measured>();
  for (const leaf of reader.catalogue.leaves([metric])) {
    const found = await recomputedLeaf(reader, leaf, frame);
    if (!found) return undefined;
    leaves.set(leaf, found);
  }
  return reader.combine(metric, (leaf) => leaves.get(leaf)!);
}

async function recomputedLeaf(reader: FigureReader, name: string, frame: Frame): Promise<Measured | undefined> {
  const metric = reader.catalogue.metric(name);
  if (metric.kind === 'fold') return refolded(reader, metric, frame);
  const { metric: over, kind } = reader.catalogue.entriesOf(name)!;
  const { known, unknown } = (await reader.whole([over], frame)).get(over) as Measured;
  if (known + unknown > MOST_FACTS) return undefined;
  return readded(reader.session, over, kind, frame, metric.kind === 'distinct' ? metric.key : undefined);
}

/**
 * Adds the entries that still stand: each must rest on its event and the event's own day; neither a later statement of the
 * same fact nor a correction known then may have taken it back. The figure itself adds negations instead.
 */
async function readded(
  session: ReadSession,
  metric: string,
  kind: 'sum' | 'stock',
  frame: Frame,
  key: MetricOf<'distinct'>['key'] | undefined,
): Promise<Measured> {
  const where = entriesWhere(session, [metric], kind, frame);
  const known = where.parameter(frame.knownAt);
  const rows: {
    counted: string | null;
    qualifier: Measured['qualifiers'][number];
    low: string;
    high: string;
    known: string;
    unknown: string;
  }[] = await session.manager.query(
    `select ${key ? `e.${KEY_COLUMNS[key]}` : 'null'} as counted, e.qualifier, sum(e.value) as low,
              sum(coalesce(e.value_to, e.value)) as high, count(*) filter (where e.unknown = 0) as known,
              count(*) filter (where e.unknown = 1) as unknown
         from rm.entries e
         join rm.facts f on f.build = e.build and f.event_id = e.event_id and f.effective_on = e.effective_on
        where ${where} and e.negates is null
          and not exists (select from rm.entries n
                           where n.build = e.build and n.object_id = e.object_id and n.metric = e.metric and n.negates = e.event_id
                             and n.position > e.position and n.position <= ${known})
          and not exists (select from rm.facts r
                           where r.build = e.build and r.reverses = e.event_id and r.type = 'CorrectionApproved' and r.position <= ${known})
        group by 1, 2`,
    where.parameters,
  );
  if (!key) return rows.map(measured).reduce(plusMeasured, NOTHING_MEASURED);
  const keys = new Set(rows.flatMap(({ counted }) => counted ?? []));
  const nameless = rows
    .filter(({ counted }) => counted === null)
    .reduce((sum, row) => sum + Number(row.known) + Number(row.unknown), 0);
  return measuredExactly(BigInt(keys.size), keys.size, nameless);
}

const measured = (row: {
  qualifier: Measured['qualifiers'][number];
  low: string;
  high: string;
  known: string;
  unknown: string;
}): Measured => ({
  low: BigInt(row.low),
  high: BigInt(row.high),
  known: Number(row.known),
  unknown: Number(row.unknown),
  qualifiers: row.qualifier === 'exact' || Number(row.known) === 0 ? [] : [row.qualifier],
});

/**
 * Folds every object of the frame from its events known then, and measures it on the day asked. Of an age of arrears those
 * objects are folded whose rows are of it, and those count that are of it by their events, too.
 */
async function refolded(reader: FigureReader, metric: MetricOf<'fold'>, frame: Frame): Promise<Measured | undefined> {
  const feature = reader.catalogue.feature(metric.category)!;
  const { debtAge } = frame.filters;
  const ids =
    Object.keys(frame.filters).length > 0
      ? (await reader.objects({ category: metric.category, ...(metric.daysLate && { daysLate: metric.daysLate }) }, frame)).map(
          ({ objectId }) => objectId,
        )
      : undefined;
  const where = new Where()
    .and('build = any(?)', reader.session.builds)
    .and('category = ?', metric.category)
    .and('position <= ?', frame.knownAt)
    .and('effective_on <= ?', frame.effectiveTo);
  if (ids) where.and('object_id = any(?)', ids);
  if (frame.agencies) where.and('agency_id = any(?)', frame.agencies);
  const rows: FactRow[] = await reader.session.manager.query(
    `select event_id, object_id, type, version, effective_on::text, data from rm.facts where ${where} limit ${MOST_FACTS + 1}`,
    where.parameters,
  );
  if (rows.length > MOST_FACTS) return undefined;
  let sum = NOTHING_MEASURED;
  for (const facts of byObject(rows).values()) {
    const state = fold(
      feature.decider,
      facts.map((fact) => factOf(feature, fact)),
      { until: frame.effectiveTo },
    );
    const row: unknown = JSON.parse(JSON.stringify(feature.row ? feature.row(state) : state));
    if (debtAge !== undefined && ageIn(metric, row, frame.effectiveTo) !== debtAge) continue;
    const value = measureOf(metric, row, frame.effectiveTo);
    if (value !== 0n) sum = plusMeasured(sum, measuredExactly(value, 1));
  }
  return sum;
}

function byObject(rows: readonly FactRow[]): ReadonlyMap<string, FactRow[]> {
  const objects = new Map<string, FactRow[]>();
  for (const row of rows) {
    const facts = objects.get(row.object_id) ?? [];
    facts.push(row);
    objects.set(row.object_id, facts);
  }
  return objects;
}
