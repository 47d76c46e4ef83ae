import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import { LOCKS } from '../database/locks.js';

const MARK = 'select pg_advisory_lock_shared($1, hashtext(slice)) from unnest($2::text[]) slice';

const MARKED = `
select slice from rm.projection join pg_locks on locktype = 'advisory' and objsubid = 2 and granted
  and database = (select oid from pg_database where datname = current_database())
  and classid = $1::int::oid and objid = hashtext(slice)::oid`;

/** Lets all processes see which slices are being rebuilt, for as long as the connection lasts. */
export async function markRebuilding(client: ClientBase, slices: readonly string[]): Promise<void> {
  await client.query(MARK, [LOCKS.rebuilding, slices]);
}

/** Slices that some process rebuilds, or waits to. */
export async function rebuildingAnywhere(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ slice: string }[]>(MARKED, [LOCKS.rebuilding]);
  return new Set(rows.map(({ slice }) => slice));
}
