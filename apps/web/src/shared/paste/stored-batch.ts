import { TABLE_KEYS } from '../session/kept-keys.js';
import type { Batch } from './batch.js';

const keyOf = (username: string, command: string) => `${TABLE_KEYS}${username}:${command}`;

/** A table that was pasted and is not recorded yet, kept on this device for who pasted it. */
export function storedBatch(store: Storage, username: string, command: string): Batch | undefined {
  try {
    const text = store.getItem(keyOf(username, command));
    return text === null ? undefined : (JSON.parse(text) as Batch);
  } catch {
    return undefined;
  }
}

/** False where the device has no room for it. */
export function storeBatch(store: Storage, username: string, command: string, batch: Batch | undefined): boolean {
  try {
    if (batch === undefined) store.removeItem(keyOf(username, command));
    else store.setItem(keyOf(username, command), JSON.stringify(batch));
    return true;
  } catch {
    return false;
  }
}
