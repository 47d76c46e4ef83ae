import type { ReadSession } from '@soquy/read-models';
import { labelsOf } from '../figures/labels.js';
import type { Basis } from './table.js';

/** What the agencies of a file are called. */
export async function namesOf(session: ReadSession, { agencies, meta }: Basis): Promise<ReadonlyMap<string, string>> {
  if (agencies === 'all') return new Map();
  const frame = { effectiveTo: meta.effectiveTo, knownAt: meta.knownAt.position };
  const labels = await labelsOf(session, agencies, frame);
  return new Map([...labels].map(([id, { title }]) => [id, title]));
}
