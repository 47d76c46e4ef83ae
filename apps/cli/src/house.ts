import { PostgresEventStore } from '@soquy/event-store';
import type { Feature } from '@soquy/platform';
import { programmes } from '@soquy/programmes';
import { createReadModels, type ReadModelsLog, type ReadSide } from '@soquy/read-models';
import { referenceSlices } from '@soquy/reference';
import type { Called, Surroundings } from './command.js';
import { openDatabase } from './start/database.js';
import { readStartSettings } from './start/start-settings.js';

/** What commands about the log and the read rows work with. */
export interface House {
  readonly databaseUrl: string;
  readonly store: PostgresEventStore;
  readonly readSide: ReadSide;
}

/** Every slice of the product. */
export const features: readonly Feature[] = [...referenceSlices, ...programmes].map(({ feature }) => feature);

/** The database of the settings for as long as the work takes; one that runs already is left running. */
export async function withDatabase<T>({ env, root }: Surroundings, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase(readStartSettings(env, root));
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

/** Log and read rows, their schemas brought up to date. */
export async function openHouse(called: Called): Promise<House & { readonly close: () => Promise<void> }> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { url: databaseUrl, stop } = await openDatabase(readStartSettings(called.env, called.root));
    closers.push(stop);
    const store = await PostgresEventStore.open({ connectionString: databaseUrl });
    closers.push(() => store.close());
    const readSide = createReadModels({ connectionString: databaseUrl, store, slices: features, log: told(called) });
    closers.push(() => readSide.close());
    await readSide.migrate();
    return { databaseUrl, store, readSide, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function withHouse<T>(called: Called, work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(called);
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
