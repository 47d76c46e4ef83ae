import type { Settings } from '../settings/settings.js';
import { ROLES, type Role } from '../commands/allowed-to.js';
import { uuidV5 } from '../commands/ids.js';
import type { Account } from './entities.js';

/** Printed by the start, and of no use anywhere else: where no demo runs it opens nothing, whoever has it. */
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

/** The ids of all demo accounts, also of those that belong to a person by now. */
export const DEMO_PERSONS: readonly string[] = DEMO_ACCOUNTS.map(({ username }) => demoPersonId(username));

/** Until it is given a password of its own, everybody who has read the manual can use it. */
export const isDemoAccount = ({ id, ownedSince }: Pick<Account, 'id' | 'ownedSince'>): boolean =>
  ownedSince === null && DEMO_PERSONS.includes(id);

/** Whether demo accounts open anything in this process; asked at each use, so that what an earlier start has left is shut. */
export const isDemoOpen = ({ demo, production }: Pick<Settings, 'demo' | 'production'>): boolean => demo && !production;
