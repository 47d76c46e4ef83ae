import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';

/** How roles are called, in a row: for whom something is. */
export function useRoleNames(): (roles: readonly string[]) => string {
  const { roles: words } = useCatalogue().answer;
  const say = useSay();
  return (roles) => roles.map((role) => say(words[role]!)).join(', ');
}
