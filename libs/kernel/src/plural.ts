const ENGLISH = new Intl.PluralRules('en');

/** The form of an English noun that goes with so many; a count that is written out already, "1,204" or "200+", is one as "1" alone. */
export function pluralOf(count: number | string, one: string, many = `${one}s`): string {
  const isOne = typeof count === 'number' ? ENGLISH.select(count) === 'one' : count === '1';
  return isOne ? one : many;
}
