import type { ReadSession } from '@soquy/read-models';
import { dimension, type Grouping } from './dimensions.js';
import type { Frame } from './question.js';

/** How people know an object. */
export interface Label {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  /** Whose it is, where the object belongs to an organisation. */
  readonly organisationId: string | null;
  readonly agencyId: string;
}

const KNOWN = `select code, title, category, organisation_id, agency_id from rm.objects
  where build = any($1) and object_id = asked.object_id and known_from <= $3 and (known_to is null or known_to > $3)`;

/** Codes and titles of objects, as known then: of the day asked, or of the first day after it. */
export async function labelsOf(
  session: ReadSession,
  ids: readonly string[],
  { effectiveTo, knownAt }: Pick<Frame, 'effectiveTo' | 'knownAt'>,
): Promise<ReadonlyMap<string, Label>> {
  if (ids.length === 0) return new Map();
  const rows: (Label & { object_id: string })[] = await session.manager.query(
    `select asked.object_id, coalesce(now.code, later.code) as code, coalesce(now.title, later.title) as title,
            coalesce(now.category, later.category) as category,
            coalesce(now.organisation_id, later.organisation_id) as "organisationId",
            coalesce(now.agency_id, later.agency_id) as "agencyId"
       from unnest($2::text[]) asked(object_id)
       left join lateral (${KNOWN} and effective_from <= $4 order by effective_from desc limit 1) now on true
       left join lateral (${KNOWN} and effective_from > $4 and now.code is null order by effective_from limit 1) later on true
      where now.code is not null or later.code is not null`,
    [session.builds, [...new Set(ids)], knownAt, effectiveTo],
  );
  return new Map(rows.map(({ object_id, ...label }) => [object_id, label]));
}

/** Groups of ids have labels; groups of words and numbers speak for themselves. */
export const isLabelled = (groupBy: Grouping): boolean => groupBy !== 'month' && dimension(groupBy).category !== undefined;
