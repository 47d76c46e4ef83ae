import { useMemo } from 'react';
import type { CommandCard } from '../api/catalogue.js';
import { useAccount } from '../api/session-store.js';

/** The command as it is asked of who is signed in: whoever works for several agencies has to say for which. */
export function useAskedCommand(command: CommandCard): CommandCard {
  const agencies = useAccount()?.agencyIds;
  const asksAgency = agencies === 'all' || (agencies?.length ?? 0) > 1;
  return useMemo(() => {
    const { schema } = command;
    if (!asksAgency || !schema.properties?.agencyId) return command;
    return { ...command, schema: { ...schema, required: [...new Set([...(schema.required ?? []), 'agencyId'])] } };
  }, [command, asksAgency]);
}
