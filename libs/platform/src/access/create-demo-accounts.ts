import type { Settings } from '../settings/settings.js';
import type { AccountService } from './account.service.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoPersonId } from './demo-accounts.js';

/** Makes those that are missing. Never in production. */
export async function createDemoAccounts(accounts: AccountService, { production }: Pick<Settings, 'production'>): Promise<void> {
  if (production) throw new Error('assertion: demo accounts were asked for in production');
  const there = new Set((await accounts.listAccounts()).map(({ username }) => username));
  for (const account of DEMO_ACCOUNTS) {
    if (there.has(account.username)) continue;
    await accounts.createAccount({ ...account, id: demoPersonId(account.username), password: DEMO_PASSWORD });
  }
}
