import { ageNamed } from './ages.js';
import type { FigureRow } from './answers.js';
import type { DimensionName } from './dimensions.js';
import type { FigureReader } from './figure-reader.js';
import { isLabelled, labelsOf, type Label } from './labels.js';
import type { Frame } from './question.js';

type Called = Pick<Label, 'code' | 'title' | 'organisationId'>;
/** How groups are called, by key. */
export type Labels = ReadonlyMap<string, Called>;

/** Groups of ids have labels; groups of words and numbers speak for themselves. */
export async function groupLabels(
  reader: FigureReader,
  metrics: readonly string[],
  groupBy: DimensionName,
  keys: readonly (string | null)[],
  frame: Frame,
): Promise<Labels> {
  const ids = keys.filter((key) => key !== null);
  if (groupBy === 'object') return objectLabels(reader, metrics, ids, frame);
  return isLabelled(groupBy) ? labelsOf(reader.session, ids, frame) : new Map();
}

/** Objects that were measured have told how they are called on the day asked; only others are asked for. */
async function objectLabels(
  reader: FigureReader,
  metrics: readonly string[],
  ids: readonly string[],
  frame: Frame,
): Promise<Labels> {
  const asked = new Set(ids);
  const known = new Map<string, Called>();
  for (const { objectId, code, title, dimensions } of await reader.measured(metrics, frame))
    if (asked.has(objectId)) known.set(objectId, { code, title, organisationId: dimensions.organisation });
  const others = await labelsOf(
    reader.session,
    ids.filter((id) => !known.has(id)),
    frame,
  );
  return new Map([...known, ...others]);
}

type Named = Pick<FigureRow, 'label' | 'code' | 'words' | 'organisation'>;

/** What rows are called; objects with the organisation that each belongs to. */
export async function namesOf(
  { session }: FigureReader,
  groupBy: DimensionName,
  keys: readonly (string | null)[],
  labels: Labels,
  frame: Frame,
): Promise<readonly Named[]> {
  if (groupBy === 'debtAge') return keys.map(ageNamed);
  const called = keys.map((key) => (key === null ? undefined : labels.get(key)));
  const organisations = groupBy === 'object' ? called.flatMap((label) => label?.organisationId ?? []) : [];
  const owners = await labelsOf(session, organisations, frame);
  return called.map((label) => named(label, owners));
}

function named(label: Called | undefined, owners: ReadonlyMap<string, Label>): Named {
  if (!label) return {};
  const { title, code, organisationId: id } = label;
  const owner = id === null ? undefined : owners.get(id);
  return { label: title, code, ...(owner && { organisation: { id: id!, code: owner.code, title: owner.title } }) };
}
