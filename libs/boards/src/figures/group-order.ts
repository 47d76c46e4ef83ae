const vietnamese = new Intl.Collator('vi', { numeric: true });

interface Group {
  readonly key: string | null;
  readonly label: { readonly title: string } | undefined;
}

/** In Vietnamese order of names, those that name none last. Many are called alike, and comparing names costs most. */
export function inOrder<Of extends Group>(groups: readonly Of[]): readonly Of[] {
  const ranks = ranksOf(new Set(groups.map(nameOf)));
  return groups
    .map((group) => ({ group, rank: group.key === null ? Infinity : ranks.get(nameOf(group))! }))
    .sort((a, b) => (a.rank !== b.rank ? a.rank - b.rank : (a.group.key ?? '') < (b.group.key ?? '') ? -1 : 1))
    .map(({ group }) => group);
}

const nameOf = ({ key, label }: Group): string => label?.title ?? key ?? '';

/** Names that differ in signs without an order have one place. */
function ranksOf(names: ReadonlySet<string>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let [rank, before] = [0, ''];
  for (const name of [...names].sort(vietnamese.compare)) {
    if (vietnamese.compare(before, name) !== 0) rank += 1;
    ranks.set(name, rank);
    before = name;
  }
  return ranks;
}

/** The most first, those of which nothing is told last; of as much, by their keys, those that name none last. */
export function mostFirst<Of extends { readonly key: string | null; readonly value: number | null }>(
  groups: readonly Of[],
): readonly Of[] {
  const much = ({ value }: Of) => value ?? -Infinity;
  return groups.toSorted((a, b) => (much(a) === much(b) ? byKey(a.key, b.key) : much(a) < much(b) ? 1 : -1));
}

const byKey = (a: string | null, b: string | null) => (a === null ? 1 : b === null || a < b ? -1 : 1);
