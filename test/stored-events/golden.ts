import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredEvent } from '@soquy/event-store';

/** An event as it stood in a log when its version was new: later code must read it for ever. */
export interface Golden {
  readonly stream: string;
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: StoredEvent['metadata'];
}

const FOLDER = 'test/stored-events';

const fileOf = ({ type, metadata: { schemaVersion } }: Pick<Golden, 'type' | 'metadata'>) => `${type}.v${schemaVersion}.json`;

/** By file name. */
export function goldens(): ReadonlyMap<string, Golden> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Golden]));
}

/** What a golden of this event would be called. */
export const nameOf = (type: string, version: number): string => `${type}.v${version}.json`;

/** Kinds among these events of which no example is kept. */
export const unseen = (events: readonly StoredEvent[]): string[] =>
  [...new Set(events.map(fileOf))].filter((name) => !existsSync(join(FOLDER, name)));

/**
 * Adds what is missing, from events of a real log: of each kind the one that says most. Never changes a file that is there:
 * whoever edits one pretends that old logs are other than they are.
 */
export function addMissing(events: readonly StoredEvent[]): void {
  const fullest = new Map<string, StoredEvent>();
  for (const event of events) {
    const name = fileOf(event);
    const known = fullest.get(name);
    if (!known || sizeOf(event) > sizeOf(known)) fullest.set(name, event);
  }
  for (const name of unseen(events)) {
    const { stream, type, id, data, metadata } = fullest.get(name)!;
    writeFileSync(join(FOLDER, name), `${JSON.stringify({ stream, type, id, data, metadata }, null, 2)}\n`, { flag: 'wx' });
  }
}

const sizeOf = ({ data }: StoredEvent) => Object.keys(data).length;
