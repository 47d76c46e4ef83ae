/** How high each value stands between the least and the most of them and nothing; undefined where it is unknown. */
export function heightsOf(values: readonly (number | null)[], height: number): readonly (number | undefined)[] {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const span = most - least || 1;
  return values.map((value) => (value === null ? undefined : ((value - least) / span) * height));
}
