import type { CommandCard, FieldSchema } from '../api/catalogue.js';
import { useAccount } from '../api/session-store.js';
import { asText, type TypedGroup } from './typed.js';

/** What belongs to all agencies is recorded without one. */
const OF_ALL = new Set(['agency', 'rule', 'calendar', 'placeMap', 'legalDocument', 'correction']);
/** What belongs to one agency passes it on to what is recorded under it. */
const PARENTS = new Set(['programmes', 'budget-lines', 'funds', 'loans']);

/** Whoever works for several agencies says for which one something new begins. */
export function useAsksAgency({ creates }: Pick<CommandCard, 'creates'>): boolean {
  const agencyIds = useAccount()?.agencyIds;
  return creates && (agencyIds === 'all' || (agencyIds?.length ?? 0) > 1);
}

/** The schema with the agency required where the API asks for one: nothing that is chosen tells for which agency it is. */
export function withAgency(
  schema: FieldSchema,
  command: Pick<CommandCard, 'category' | 'pathId'>,
  typed: TypedGroup,
): FieldSchema {
  const { properties = {}, required = [] } = schema;
  if (!properties.agencyId || command.pathId !== undefined || OF_ALL.has(command.category)) return schema;
  const hasParent = Object.entries(properties).some(
    ([field, of]) => PARENTS.has(of['x-refers'] ?? '') && asText(typed[field]) !== '',
  );
  return hasParent || required.includes('agencyId') ? schema : { ...schema, required: [...required, 'agencyId'] };
}
