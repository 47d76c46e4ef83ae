import { useMemo } from 'react';
import type { CommandCard } from '../api/catalogue.js';
import { useAsksAgency, withAgency } from '../forms/agency.js';
import type { TypedGroup } from '../forms/typed.js';

const NOTHING: TypedGroup = {};

/** The command as it is asked of who is signed in, by what is chosen for all rows so far. */
export function useAskedCommand(command: CommandCard, common: TypedGroup = NOTHING): CommandCard {
  const asksAgency = useAsksAgency(command);
  return useMemo(() => {
    const schema = asksAgency ? withAgency(command.schema, command, common) : command.schema;
    return schema === command.schema ? command : { ...command, schema };
  }, [command, asksAgency, common]);
}
