import { AccountService, newLog, platformApp, readSettings, Recorder, RecordingGate, type Settings } from '@soquy/platform';
import { closing, features, openParts } from '@soquy/product';
import { ApiModule } from './api.module.js';
import { loadData } from './load-data.js';
import { watchParts } from './watch-parts.js';

/** What is not given is read from the environment. */
export interface ApiSettings extends Partial<Omit<Settings, 'databaseUrl'>> {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly databaseUrl: string;
  /** Told now and then how much of the demo is loaded. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface RunningApi {
  readonly url: string;
  /** Reference data and, in the demo, all scenarios are recorded; rejects when they cannot be. */
  readonly loaded: Promise<void>;
  close(): Promise<void>;
}

/** Starts the product on a database that is there; it listens before its data is loaded. */
export async function startApi({ onProgress = () => undefined, ...given }: ApiSettings): Promise<RunningApi> {
  const settings = Object.assign(readSettings(), given);
  const log = newLog(settings.logLevel);
  return await closing(async (onClose) => {
    const parts = await openParts(settings, log);
    onClose(parts.close);
    const app = await platformApp(ApiModule.with(parts), settings, log);
    onClose(() => app.close());
    await app.init();
    watchParts(app, parts.eventStore, parts.readSide);
    const gate = app.get(RecordingGate);
    gate.close();
    await app.listen(settings.port, settings.host);

    const stopping = new AbortController();
    const [recorder, accounts] = [app.get(Recorder), app.get(AccountService)];
    const loaded = loadData({ ...parts, recorder, accounts, gate, log, onProgress }, features, stopping.signal);
    loaded.catch((error: unknown) => log.error({ err: error }, 'data could not be loaded'));
    onClose(async () => {
      stopping.abort();
      await loaded.catch(() => undefined);
    });
    return { url: await app.getUrl(), loaded };
  });
}
