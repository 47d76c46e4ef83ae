import { measuredExactly, NOTHING_MEASURED, plusMeasured, type Measured, type Qualifier } from '@soquy/kernel';
import type { ReadSession } from '@soquy/read-models';
import type { StoredName } from './dimensions.js';
import { entriesWhere, groupColumn } from './entries.js';
import type { Frame } from './question.js';

/** By group key; `null` is the group of those that name none, and '' the whole where nothing is grouped. */
export type Groups<T = Measured> = Map<string | null, T>;

interface SumRow {
  metric: string;
  key: string | null;
  qualifier: Qualifier;
  low: string;
  high: string;
  standing: string;
  unknown: string;
}

/** Sums of several metrics in one pass. Negations carry their signs, so what was taken back cancels out, also among the qualifiers. */
export async function sums(
  session: ReadSession,
  metrics: readonly string[],
  kind: 'sum' | 'stock',
  frame: Frame,
  groupBy?: StoredName,
): Promise<Map<string, Groups>> {
  const found = new Map(metrics.map((metric) => [metric, new Map() as Groups]));
  if (metrics.length === 0) return found;
  const where = entriesWhere(session, metrics, kind, frame);
  const rows: SumRow[] = await session.manager.query(
    `select e.metric, ${groupColumn(groupBy, 'e.')} as key, e.qualifier,
            sum(e.value) as low, sum(coalesce(e.value_to, e.value)) as high,
            sum(e.weight - e.unknown) as standing, sum(e.unknown) as unknown
       from rm.entries e where ${where} group by 1, 2, 3`,
    where.parameters,
  );
  for (const row of rows) {
    const groups = found.get(row.metric)!;
    groups.set(row.key, plusMeasured(groups.get(row.key) ?? NOTHING_MEASURED, measured(row)));
  }
  return found;
}

function measured({ qualifier, low, high, standing, unknown }: SumRow): Measured {
  const known = Number(standing);
  return {
    low: BigInt(low),
    high: BigInt(high),
    known,
    unknown: Number(unknown),
    qualifiers: qualifier === 'exact' || known === 0 ? [] : [qualifier],
  };
}

/** Column of what a `distinct` metric counts. */
export const KEY_COLUMNS = { organisation: 'organisation_id', object: 'object_id', subject: 'subject_id' } as const;

/** Different keys whose weights do not cancel; standing entries without a key are unknown. */
export async function distinct(
  session: ReadSession,
  over: { readonly metric: string; readonly kind: 'sum' | 'stock' },
  key: keyof typeof KEY_COLUMNS,
  frame: Frame,
  groupBy?: StoredName,
): Promise<Groups> {
  const where = entriesWhere(session, [over.metric], over.kind, frame);
  const rows: { key: string | null; counted: string; unknown: string }[] = await session.manager.query(
    `select k.key, count(k.counted) as counted, coalesce(sum(k.standing) filter (where k.counted is null), 0) as unknown
       from (select ${groupColumn(groupBy, 'e.')} as key, e.${KEY_COLUMNS[key]} as counted, sum(e.weight) as standing
               from rm.entries e where ${where} group by 1, 2 having sum(e.weight) <> 0) k
      group by k.key`,
    where.parameters,
  );
  return new Map(
    rows.map(({ key, counted, unknown }) => [key, measuredExactly(BigInt(counted), Number(counted), Number(unknown))]),
  );
}
