import { useState } from 'react';
import type { CommandCard } from '../api/catalogue.js';

/** The command whose form is open; it stays, with what was typed, when somebody else's fact takes its turn away. */
export function useOpened(offered: CommandCard | undefined, act: string | undefined): CommandCard | undefined {
  const [opened, setOpened] = useState(offered);
  if (offered && offered.name !== opened?.name) setOpened(offered);
  return offered ?? (opened?.name === act ? opened : undefined);
}
