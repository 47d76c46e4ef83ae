import { dayInVietnam, parsePeriod, type Day } from '@soquy/kernel';
import { isUuid, type Clock } from '@soquy/platform';
import type { ReadMeta, ReadSession } from '@soquy/read-models';
import { badParameter } from '../http/parameters.js';
import type { Catalogue } from './catalogue.js';
import { DIMENSION_NAMES, dimension, type DimensionName, type Filters } from './dimensions.js';
import type { Frame } from './question.js';
import { scopeOf, type Reader } from './reader.js';

/** A question as people ask it: codes for ids, periods for days, instants for positions. */
export interface AskedFrame extends Partial<Record<DimensionName, string | undefined>> {
  readonly period?: string | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** What every answer says of itself (architecture.md section 5). */
export interface AnswerMeta extends ReadMeta {
  readonly effectiveFrom?: Day | undefined;
  readonly effectiveTo: Day;
  /** The position the answer rests on, and the instant up to which facts recorded until then are in it. */
  readonly knownAt: { readonly position: string; readonly instant: string | null };
}

/** Finds the ids, days and position a question names. Throws 400 for what does not exist, 403 for another agency. */
export async function frameOf(
  session: ReadSession,
  catalogue: Catalogue,
  reader: Reader,
  clock: Clock,
  asked: AskedFrame,
): Promise<Frame> {
  const { from, to } = daysOf(asked);
  const filters: Partial<Record<DimensionName, string>> = {};
  for (const name of DIMENSION_NAMES) {
    const value = asked[name];
    if (value !== undefined) filters[name] = await idOf(session, catalogue, name, value);
  }
  const agencies = scopeOf(reader, filters.agency);
  return {
    filters: filters as Filters,
    ...(agencies && { agencies }),
    ...(from && { effectiveFrom: from }),
    effectiveTo: to ?? dayInVietnam(clock.now()),
    knownAt: await positionOf(session, asked.knownAt),
  };
}

export function daysOf({ period, effectiveFrom, effectiveTo }: AskedFrame): { from?: Day | undefined; to?: Day | undefined } {
  if (period === undefined) {
    if (effectiveFrom && effectiveTo && effectiveFrom > effectiveTo)
      throw badParameter('effectiveFrom', 'isAfterEnd', 'sau effectiveTo', 'is after effectiveTo');
    return { from: effectiveFrom, to: effectiveTo };
  }
  if (effectiveFrom ?? effectiveTo)
    throw badParameter(
      'period',
      'isContradicted',
      'chỉ nêu kỳ hoặc hai ngày, không cả hai',
      'give a period or its two days, not both',
    );
  return parsePeriod(period)!;
}

/** Never beyond what the answer holds: what is not projected yet was not known to it. */
export async function positionOf(session: ReadSession, knownAt: string | undefined, parameter = 'knownAt'): Promise<string> {
  const level = session.meta.position ?? '';
  if (knownAt === undefined) return level;
  assertOfThisLog(session, knownAt, parameter);
  const asked = (await session.knownAt(knownAt)) ?? '';
  return asked < level ? asked : level;
}

/** Positions of one log begin alike and are of one length; any other would compare as "before all" or "after all". */
export function assertOfThisLog({ meta: { position: level } }: ReadSession, knownAt: string, parameter = 'knownAt'): void {
  if (!level || !knownAt || knownAt.includes(':')) return;
  if (knownAt.length !== level.length || knownAt.slice(0, 2) !== level.slice(0, 2))
    throw badParameter(parameter, 'isForeign', 'không phải vị trí trong sổ này', 'is no position of this log');
}

/** An id as it is, a human code as the id of its object. Categories no slice here has are taken at their word. */
export async function idOf(
  session: ReadSession,
  catalogue: Catalogue,
  name: DimensionName,
  value: string,
  parameter: string = name,
): Promise<string> {
  const { category } = dimension(name);
  if (!category || (category !== 'any' && !catalogue.feature(category))) return value;
  const rows: { object_id: string }[] = await session.manager.query(
    `select object_id from rm.objects where build = any($1) and ($2 = 'any' or category = $2) and (object_id = $3 or code = $3)
      limit 1`,
    [category === 'any' ? session.builds : session.buildsOf(category), category, value],
  );
  if (!rows[0]) throw badParameter(parameter, 'isUnknown', `không có ${value}`, `there is no ${value}`);
  return rows[0].object_id;
}

/** Ids, and human codes as the ids of their objects; what names nothing stays as it is. */
export async function idsOf(
  session: ReadSession,
  catalogue: Catalogue,
  name: DimensionName,
  values: readonly string[],
): Promise<readonly string[]> {
  const { category } = dimension(name);
  const unknown = values.filter((value) => !isUuid(value));
  if (!category || unknown.length === 0 || (category !== 'any' && !catalogue.feature(category))) return values;
  const categories = category === 'any' ? catalogue.features.map(({ decider }) => decider.category) : [category];
  const rows: { object_id: string; code: string }[] = await session.manager.query(
    'select distinct code, object_id from rm.objects where build = any($1) and category = any($2) and code = any($3)',
    [category === 'any' ? session.builds : session.buildsOf(category), categories, unknown],
  );
  const named = new Set(rows.map(({ code }) => code));
  return [...values.filter((value) => !named.has(value)), ...rows.map(({ object_id }) => object_id)];
}

/** The facts recorded up to this instant are those up to the position. */
export async function metaOf(
  session: ReadSession,
  { effectiveFrom, effectiveTo, knownAt }: Omit<Frame, 'filters'>,
): Promise<AnswerMeta> {
  const instant = (knownAt === session.meta.position ? session.recordedBy : await recordedBy(session, knownAt)) ?? null;
  return { ...session.meta, ...(effectiveFrom && { effectiveFrom }), effectiveTo, knownAt: { position: knownAt, instant } };
}

async function recordedBy({ manager }: ReadSession, position: string): Promise<string | undefined> {
  const rows: { instant: Date | null }[] = await manager.query(
    'select recorded_max as instant from rm.log_clock where position <= $1 order by position desc limit 1',
    [position],
  );
  return rows[0]?.instant?.toISOString();
}
