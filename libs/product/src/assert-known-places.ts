import { StoreFault, type EventStore } from '@soquy/event-store';
import { SettingsError } from '@soquy/platform';
import type { DataSource } from 'typeorm';

/** A fact of each slice, anywhere in the log: ids tell nothing of when they were made. */
const FACTS = `
select fact.* from rm.projection live, lateral (
  select stream, revision, event_id as id, position from rm.facts where build = live.build order by event_id desc limit 1
) fact order by live.slice`;

/** How far tables and reactors have come. */
const PLACES = `
select position from rm.projection where position is not null
union
select position from app.reactor_checkpoint
order by position`;

interface Fact {
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly position: string;
}

/**
 * What was made from the log names places of it, and those of a copy elsewhere are others: there the tables would go on
 * nowhere, or in the middle, and say that they are level. An older copy ends before them. Asked before anything goes on; a
 * store that is out of reach is let pass, as a start may come before its store.
 */
export async function assertKnownPlaces(database: DataSource, store: EventStore): Promise<void> {
  try {
    for (const fact of await database.query<Fact[]>(FACTS)) if (!(await isThere(fact, store))) throw elsewhere(fact.position);
    for (const { position } of await database.query<Pick<Fact, 'position'>[]>(PLACES)) await goOn(position, store);
  } catch (error) {
    if (!(error instanceof StoreFault) || error.kind !== 'unavailable') throw error;
  }
}

async function isThere({ stream, revision, id, position }: Fact, store: EventStore): Promise<boolean> {
  for await (const found of store.readStream(stream, { from: BigInt(revision), limit: 1 }))
    return found.id === id && found.position === position;
  return false;
}

async function goOn(after: string, store: EventStore): Promise<void> {
  try {
    for await (const _ of store.feed({ after, follow: false })) return;
  } catch (error) {
    throw error instanceof StoreFault && error.kind === 'bad-position' ? elsewhere(after) : error;
  }
}

const elsewhere = (position: string) =>
  new SettingsError({
    vi: `Sổ này bắt đầu như sổ đang dùng nhưng không phải là sổ đó: nó không có chỗ ${position} mà các bảng số liệu đã đọc tới. Đó là một bản chép ở nơi khác, hoặc một bản cũ. Hãy xem EVENTSTORE_URL và DATABASE_URL; muốn dùng bản này: soquy log copy rồi log use postgres, sau đó lại log copy rồi log use eventstoredb.`,
    en: `This log begins as the one in use but is another: it lacks the place ${position} that the read tables have come to. It is a copy elsewhere, or an older one. Look at EVENTSTORE_URL and DATABASE_URL; to use it all the same: soquy log copy and log use postgres, then log copy and log use eventstoredb.`,
  });
