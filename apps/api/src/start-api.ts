import { PostgresEventStore } from '@soquy/event-store';
import { AccountService, newLog, platformApp, platformEntities, readSettings, Recorder, RecordingGate } from '@soquy/platform';
import { createReadModels } from '@soquy/read-models';
import { ReferenceBookFromLog } from '@soquy/reference';
import { DataSource } from 'typeorm';
import { ApiModule, features } from './api.module.js';
import { loadData } from './load-data.js';
import { watchParts } from './watch-parts.js';

export interface ApiSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly dataDir: string;
  /** Told now and then how much of the demo is loaded. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface RunningApi {
  readonly url: string;
  /** Reference data and, in the demo, all scenarios are recorded; rejects when they cannot be. */
  readonly loaded: Promise<void>;
  close(): Promise<void>;
}

type Closer = () => Promise<unknown>;

/** Starts the product on a database that is there; it listens before its data is loaded. */
export async function startApi({ onProgress = () => undefined, ...given }: ApiSettings): Promise<RunningApi> {
  const { host, port, databaseUrl } = given;
  const settings = Object.assign(readSettings(), given);
  const log = newLog(settings.logLevel);
  const closers: Closer[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const eventStore = await PostgresEventStore.open({ connectionString: databaseUrl });
    closers.push(() => eventStore.close());
    const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl, entities: [...platformEntities] }).initialize();
    closers.push(() => dataSource.destroy());
    const readSide = createReadModels({ connectionString: databaseUrl, store: eventStore, slices: features, log });
    closers.push(() => readSide.close());
    await readSide.migrate();
    if (settings.projector) readSide.runner.start();
    const referenceBook = new ReferenceBookFromLog(eventStore);
    closers.push(() => referenceBook.close());

    const app = await platformApp(
      ApiModule.with({ settings, eventStore, readModels: readSide.models, referenceBook, dataSource }),
      settings,
      log,
    );
    closers.push(() => app.close());
    await app.init();
    watchParts(app, eventStore, readSide);
    const gate = app.get(RecordingGate);
    gate.close();
    await app.listen(port, host);

    const stopping = new AbortController();
    const parts = {
      eventStore,
      dataSource,
      referenceBook,
      recorder: app.get(Recorder),
      accounts: app.get(AccountService),
      gate,
      settings,
      log,
      onProgress,
    };
    const loaded = loadData(parts, features, stopping.signal);
    loaded.catch((error: unknown) => log.error({ err: error }, 'data could not be loaded'));
    closers.push(async () => {
      stopping.abort();
      await loaded.catch(() => undefined);
    });
    return { url: await app.getUrl(), loaded, close };
  } catch (error) {
    await close();
    throw error;
  }
}
