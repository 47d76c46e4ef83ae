import { StoreFault, type EventStore, type EventStoreName } from '@soquy/event-store';
import type { DataSource } from 'typeorm';
import type { ExportFailure } from '../exports/export-row.js';
import { SettingsError } from '../settings/read-settings.js';

type Asked = Pick<DataSource, 'query'>;

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

/**
 * The log must also be the very one, not another that the same kind of store keeps elsewhere: it is known by the id of its
 * first event, from the first start that finds one. A store that is out of reach cannot be asked and is let pass, as a start
 * may come before its store.
 */
export async function assertSameLog(database: Asked, store: EventStore): Promise<void> {
  let first: string | undefined;
  try {
    first = await firstEventOf(store);
  } catch (error) {
    if (error instanceof StoreFault && error.kind === 'unavailable') return;
    throw error;
  }
  if (first) await database.query('update app.log_in_use set first_event = $1 where first_event is null', [first]);
  const [row] = await database.query<{ first_event: string | null }[]>('select first_event from app.log_in_use');
  const known = row?.first_event ?? undefined;
  if (known === first) return;
  throw new SettingsError({
    vi: `Dữ liệu này thuộc về một sổ khác: sổ đó bắt đầu bằng sự kiện ${known}, sổ tìm thấy ${first ? `bằng ${first}` : 'thì trống'}. Hãy xem EVENTSTORE_URL và DATABASE_URL.`,
    en: `This data belongs to another log: that one begins with event ${known}, the one found ${first ? `with ${first}` : 'is empty'}. Look at EVENTSTORE_URL and DATABASE_URL.`,
  });
}

/** Id of the first event of a log; undefined: it is empty. */
export async function firstEventOf(store: EventStore): Promise<string | undefined> {
  for await (const item of store.feed({ follow: false })) if (item.kind === 'events') return item.events[0].id;
  return undefined;
}

/** Undefined: no start has named one yet. */
export async function logInUse(database: Asked): Promise<EventStoreName | undefined> {
  const [row] = await database.query<{ store: EventStoreName }[]>('select store from app.log_in_use');
  return row?.store;
}

const MOVE = `
insert into app.log_in_use (id, store, first_event) values (1, $1, $2)
on conflict (id) do update set store = excluded.store, first_event = excluded.first_event`;

/** Files that are still to be made ask for places of the old log; those that are made stay as they are. */
const FAIL_EXPORTS = `
update app.export set state = 'failed', failure = $1, finished_at = now() where state in ('waiting', 'running')`;

const LOG_MOVED: ExportFailure = {
  code: 'LogMoved',
  detail: {
    vi: 'Sổ đã được chuyển sang nơi khác trước khi tệp được tạo. Hãy yêu cầu lại.',
    en: 'The log was moved to another store before the file was made. Ask for it again.',
  },
};

/**
 * From here on the data belong to an equal log in another store. What names positions of the old one goes: snapshots are made
 * anew, and reactors go through the log from its beginning, which does nothing twice. To be called in a transaction.
 */
export async function moveToLog(database: Asked, store: EventStoreName, firstEvent: string | undefined): Promise<void> {
  await database.query(MOVE, [store, firstEvent ?? null]);
  await database.query('delete from app.stream_snapshot');
  await database.query('delete from app.reactor_checkpoint');
  await database.query(FAIL_EXPORTS, [JSON.stringify(LOG_MOVED)]);
}
