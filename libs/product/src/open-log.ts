import { openEventStore, type EventStore, type LogAddress } from '@soquy/event-store';
import { assertLogInUse, ensureAppSchema, platformEntities, type Settings } from '@soquy/platform';
import { DataSource } from 'typeorm';
import { closing } from './closing.js';

/** The settings of a process, with the database that is there by now. */
export type Running = Settings & { readonly databaseUrl: string };

/** The log, and the database with what is not in it. */
export interface OpenLog {
  readonly eventStore: EventStore;
  readonly dataSource: DataSource;
  readonly close: () => Promise<void>;
}

/** Where the settings say the log is. */
export const logAddress = ({ eventStore, eventStoreUrl, databaseUrl }: Running): LogAddress => ({
  eventStore,
  connectionString: eventStore === 'postgres' ? databaseUrl : eventStoreUrl!,
});

/** Refused where the database belongs to the log of another store. */
export async function openLog(settings: Running): Promise<OpenLog> {
  return await closing(async (onClose) => {
    const { databaseUrl: url } = settings;
    const dataSource = await new DataSource({ type: 'postgres', url, entities: [...platformEntities] }).initialize();
    onClose(() => dataSource.destroy());
    await ensureAppSchema(dataSource);
    await assertLogInUse(dataSource, settings.eventStore);
    const eventStore = await openEventStore(logAddress(settings));
    onClose(() => eventStore.close());
    return { eventStore, dataSource };
  });
}
