import type { ReadSession } from '@soquy/read-models';
import { labelsOf } from '../figures/labels.js';
import type { Basis } from './table.js';

/** What the agencies of a file are called; of one that is about every agency, all of them. */
export async function namesOf(session: ReadSession, { agencies, meta }: Basis): Promise<ReadonlyMap<string, string>> {
  const frame = { effectiveTo: meta.effectiveTo, knownAt: meta.knownAt.position };
  const labels = await labelsOf(session, agencies === 'all' ? await allAgencies(session) : agencies, frame);
  return new Map([...labels].map(([id, { title }]) => [id, title]));
}

async function allAgencies(session: ReadSession): Promise<readonly string[]> {
  const rows: { id: string }[] = await session.manager.query(
    `select distinct object_id as id from rm.objects where build = any($1) and category = 'agency'`,
    [session.builds],
  );
  return rows.map(({ id }) => id);
}
