import { StoreFault } from '../store-fault.js';

/** EventStoreDB became KurrentDB; its newer servers document other schemes for the same thing. */
const SCHEME = /^(?:esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/(.+)$/;

/** What an operator may set, as the package spells it. */
const SETTINGS = [
  'connectionName',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
] as const;

/** What the adapter decides itself, whatever is written. */
const OWN = ['nodePreference', 'throwOnAppendFailure', 'defaultDeadline'];

/** A search for the leader is short and is made again by whoever needs it. */
const DEFAULTS = {
  connectionName: 'soquy',
  discoveryInterval: '200',
  gossipTimeout: '2',
  keepAliveInterval: '10000',
  keepAliveTimeout: '10000',
  maxDiscoverAttempts: '3',
};

/** What -1 stands for. */
const NEVER_MS = 86_400_000;

/** Within one process, so that no two clients have the same settings. */
let clients = 0;

/**
 * The string for one client. The package prints the whole string, password included, when it does not know a setting, so
 * such a one is refused here. gRPC lets clients with equal settings share a connection, also a dead one: a client made to
 * replace another must differ in something, and a few milliseconds of a time limit do no harm.
 */
export function connectionStringOf(written: string): string {
  const [, discover = '', rest] = SCHEME.exec(written.trim()) ?? [];
  if (!rest) throw refused('it must begin with esdb:// or esdb+discover://');
  const question = rest.indexOf('?');
  const address = (question < 0 ? rest : rest.slice(0, question)).replace(/\/+$/, '');
  const settings: Record<string, string> = { ...DEFAULTS, ...(question < 0 ? {} : settingsOf(rest.slice(question + 1))) };
  const timeout = Number(settings.keepAliveTimeout);
  settings.keepAliveTimeout = String((timeout < 0 ? NEVER_MS : timeout) + (clients++ % 1_000));
  const all = { ...settings, nodePreference: 'leader', throwOnAppendFailure: 'true' };
  const query = Object.entries(all).map(([key, value]) => `${key}=${value}`);
  return `esdb${discover}://${address}?${query.join('&')}`;
}

function settingsOf(query: string): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const part of query.split('&').filter((each) => each !== '')) {
    const [key = '', value = ''] = part.split('=', 2);
    const name = [...SETTINGS, ...OWN].find((each) => flat(each) === flat(key));
    if (flat(key) === 'tlsverifycert' && value !== 'false') continue;
    if (!name) throw refused(`its setting ${JSON.stringify(key)} is not supported${hintOf(key)}`);
    if (!OWN.includes(name)) settings[name] = value;
  }
  return settings;
}

const flat = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');
const hintOf = (key: string): string => (flat(key) === 'tlsverifycert' ? '; name the certificate with tlsCAFile instead' : '');

/** Says nothing of what was written, for there may be a password in it. */
export function refused(reason: string): StoreFault {
  return new StoreFault('invalid', `Not a connection string of EventStoreDB: ${reason}`);
}
