import type { ClientBase } from 'pg';
import { attachBuild, createBuildTables, newBuild } from '../database/builds.js';
import { transaction } from '../database/connect.js';
import { LOCKS } from '../database/locks.js';
import type { ProjectedSlice } from '../projected-slice.js';
import type { ProjectionRow } from '../tables/projection-row.js';

export async function projections(client: Pick<ClientBase, 'query'>): Promise<ReadonlyMap<string, ProjectionRow>> {
  const { rows } = await client.query<ProjectionRow>('select * from rm.projection order by slice');
  return new Map(rows.map((row) => [row.slice, row]));
}

/** A version no code has: such rows were never built. */
export const NEVER_BUILT = 0;

/** Gives slices that have no rows an empty build. Where there is a log already, it is marked as one to be rebuilt. */
export async function register(
  client: ClientBase,
  slices: readonly ProjectedSlice[],
  isEmpty: () => Promise<boolean>,
): Promise<void> {
  const known = await projections(client);
  if (slices.every(({ noun }) => known.has(noun))) return;
  const empty = await isEmpty();
  await transaction(client, async () => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCKS.migration]);
    const now = await projections(client);
    for (const { noun, version } of slices) {
      if (now.has(noun)) continue;
      const build = await newBuild(client);
      await createBuildTables(client, build);
      await attachBuild(client, build);
      await client.query('insert into rm.projection (slice, version, build) values ($1, $2, $3)', [
        noun,
        empty ? version : NEVER_BUILT,
        build,
      ]);
    }
  });
}
