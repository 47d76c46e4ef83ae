import { createReadModels, type ReadModelsLog, type ReadSide } from '@soquy/read-models';
import { closing } from './closing.js';
import { logAddress, openLog, type OpenLog, type Running } from './open-log.js';
import { features } from './slices.js';

/** The log and the rows that are made from it, their tables brought up to date; nothing projects yet. */
export interface OpenRows extends OpenLog {
  readonly readSide: ReadSide;
}

const REBUILD_THREAD = new URL('./rebuild-thread.js', import.meta.url);

export async function openRows(settings: Running, log: ReadModelsLog): Promise<OpenRows> {
  return await closing(async (onClose) => {
    const { close, ...opened } = await openLog(settings);
    onClose(close);
    const { eventStore: store } = opened;
    const { databaseUrl: connectionString, readWaitMs: waitMs } = settings;
    const sharing = { module: REBUILD_THREAD, source: logAddress(settings) };
    const readSide = createReadModels({ connectionString, store, slices: features, log, waitMs, sharing });
    onClose(() => readSide.close());
    await readSide.migrate();
    return { ...opened, readSide };
  });
}
