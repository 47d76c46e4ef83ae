import { openEventStore, type EventStore, type LogAddress } from '@soquy/event-store';
import { assertLogInUse, assertSameLog, ensureAppSchema, platformEntities, type Settings } from '@soquy/platform';
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

/** Refused where the database belongs to another log. */
export async function openLog(settings: Running): Promise<OpenLog> {
  return await closing(async (onClose) => {
    const { databaseUrl: url } = settings;
    const dataSource = await new DataSource({
      type: 'postgres',
      url,
      entities: [...platformEntities],
      // One connection stays for as long as the process does, so that it is seen to run.
      applicationName: 'soquy-app',
      extra: { min: 1 },
    }).initialize();
    onClose(() => dataSource.destroy());
    await ensureAppSchema(dataSource);
    await assertLogInUse(dataSource, settings.eventStore);
    const eventStore = await openEventStore(logAddress(settings));
    onClose(() => eventStore.close());
    await assertSameLog(dataSource, eventStore);
    return { eventStore, dataSource };
  });
}
