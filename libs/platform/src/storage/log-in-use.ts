import type { EventStoreName } from '@soquy/event-store';
import type { DataSource } from 'typeorm';
import { SettingsError } from '../settings/read-settings.js';

const NAME_LOG = 'insert into app.log_in_use (id, store) values (1, $1) on conflict do nothing';

const HAS_EVENTS = 'select exists (select from es.event) as found';

/**
 * Accounts and read rows of a database belong to one log. The first start names its store; from then on a start with another
 * one is refused, since its events would begin a second log beside the first. `soquy log use` moves on after a copy.
 */
export async function assertLogInUse(database: DataSource, store: EventStoreName): Promise<void> {
  // A database that worked before this was written down worked on its own log.
  const [schema] = await database.query<{ found: boolean }[]>("select to_regclass('es.event') is not null as found");
  const [events] = schema!.found ? await database.query<{ found: boolean }[]>(HAS_EVENTS) : [{ found: false }];
  await database.query(NAME_LOG, [events!.found ? 'postgres' : store]);
  const inUse = await logInUse(database);
  if (inUse === store) return;
  throw new SettingsError({
    vi: `Dữ liệu này thuộc về sổ ở ${inUse}, nhưng EVENT_STORE=${store}. Muốn chuyển sổ: soquy log copy, rồi soquy log use.`,
    en: `This data belongs to a log in ${inUse}, but EVENT_STORE=${store}. To move the log: soquy log copy, then soquy log use.`,
  });
}

/** Undefined: no start has named one yet. */
export async function logInUse(database: Pick<DataSource, 'query'>): Promise<EventStoreName | undefined> {
  const [row] = await database.query<{ store: EventStoreName }[]>('select store from app.log_in_use');
  return row?.store;
}
