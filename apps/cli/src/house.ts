import type { EventStore, EventStoreName } from '@soquy/event-store';
import type { ReadModelsLog } from '@soquy/read-models';
import { closing, openRows, type OpenRows } from '@soquy/product';
import type { Called, Surroundings } from './command.js';
import { existingDatabase, openDatabase } from './start/database.js';
import { readStartSettings } from './start/start-settings.js';

/** What commands about the log and the read rows work with. */
export interface House extends Pick<OpenRows, 'readSide' | 'close'> {
  readonly databaseUrl: string;
  readonly store: EventStore;
  /** Which one that is. */
  readonly eventStore: EventStoreName;
  /** How long rows that another process keeps are waited for. */
  readonly readWaitMs: number;
}

/** Only what begins a house may make its database: to all else a folder without one is a wrong DATA_DIR. */
export interface Beginning {
  readonly mayBegin?: boolean;
}

const opening = ({ mayBegin = false }: Beginning) => (mayBegin ? openDatabase : existingDatabase);

/** The database of the settings for as long as the work takes; one that runs already is left running. */
export async function withDatabase<T>(
  { env, root }: Surroundings,
  work: (databaseUrl: string) => Promise<T>,
  beginning: Beginning = {},
): Promise<T> {
  const database = await opening(beginning)(readStartSettings(env, root));
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

/** Log and read rows, their schemas brought up to date. */
export async function openHouse(called: Called, beginning: Beginning = {}): Promise<House> {
  return await closing(async (onClose) => {
    const settings = readStartSettings(called.env, called.root);
    const { url: databaseUrl, stop } = await opening(beginning)(settings);
    onClose(stop);
    const { eventStore: store, readSide, close } = await openRows({ ...settings, databaseUrl }, told(called));
    onClose(close);
    return { databaseUrl, store, eventStore: settings.eventStore, readWaitMs: settings.readWaitMs, readSide };
  });
}

export async function withHouse<T>(called: Called, work: (house: House) => Promise<T>, beginning?: Beginning): Promise<T> {
  const house = await openHouse(called, beginning);
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** What the read side warns of goes to whoever called; what merely went well does not. */
function told({ complain }: Called): ReadModelsLog {
  const tell = (details: object, message: string) => {
    const { err } = details as { err?: unknown };
    complain(`${message}${err instanceof Error ? `: ${err.message}` : ''}`);
  };
  return { info: () => undefined, warn: tell, error: tell };
}
