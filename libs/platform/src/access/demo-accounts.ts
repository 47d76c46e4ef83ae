import type { Settings } from '../settings/settings.js';
import { ROLES, type Role } from '../commands/allowed-to.js';
import { uuidV5 } from '../commands/ids.js';
import type { AccountService } from './account.service.js';

/** Printed by the start, and of no use anywhere else: production refuses accounts with it. */
export const DEMO_PASSWORD = 'soquy-demo-2026';

interface DemoAccount {
  readonly username: string;
  readonly role: Role;
  readonly agencyIds: readonly string[] | 'all';
}

/** One account a role, named after it, for all agencies; and one officer who is bound to one. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...ROLES.map((role): DemoAccount => ({ username: role, role, agencyIds: 'all' })),
  { username: 'officer-tra-vinh', role: 'officer', agencyIds: ['tra-vinh'] },
];

/** Follows from the name, so that scenarios can name objects before they exist and evidence links stay the same everywhere. */
export const demoPersonId = (username: string): string => uuidV5('demo account', username);

/** Makes those that are missing. Never in production. */
export async function createDemoAccounts(accounts: AccountService, { production }: Pick<Settings, 'production'>): Promise<void> {
  if (production) throw new Error('assertion: demo accounts were asked for in production');
  const there = new Set((await accounts.listAccounts()).map(({ username }) => username));
  for (const account of DEMO_ACCOUNTS) {
    if (there.has(account.username)) continue;
    await accounts.createAccount({ ...account, id: demoPersonId(account.username), password: DEMO_PASSWORD });
  }
}
