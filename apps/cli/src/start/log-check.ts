import { openEventStore } from '@soquy/event-store';
import { logInUse, type Settings } from '@soquy/platform';
import type { Check } from './check.js';
import { withClient } from './with-client.js';

const NAMED = "select to_regclass('app.log_in_use') is not null as there";

/** Whether the log of the settings is the one the data belong to, and takes appends. What lies in the database is there with it. */
export async function logChecks(settings: Settings, databaseUrl: string): Promise<readonly Check[]> {
  const { eventStore } = settings;
  const inUse = await withClient(databaseUrl, async (client) => {
    const query = async <Row>(sql: string) => (await client.query(sql)).rows as Row;
    const [named] = await query<{ there: boolean }[]>(NAMED);
    return named!.there ? await logInUse({ query }) : undefined;
  });
  const name = { vi: 'Sổ sự kiện', en: 'Event log' };
  if (inUse !== undefined && inUse !== eventStore) {
    const found = {
      vi: `dữ liệu này thuộc về sổ ở ${inUse}, nhưng EVENT_STORE=${eventStore}`,
      en: `this data belongs to a log in ${inUse}, but EVENT_STORE=${eventStore}`,
    };
    return [{ name, ok: false, found }];
  }
  if (eventStore === 'postgres') return [];
  const store = await openEventStore({ eventStore, connectionString: settings.eventStoreUrl! });
  try {
    await store.health();
    return [{ name, ok: true, found: { vi: `${eventStore}, nhận ghi`, en: `${eventStore}, takes appends` } }];
  } catch (error) {
    return [{ name, ok: false, found: `${eventStore}: ${(error as Error).message}` }];
  } finally {
    await store.close();
  }
}
