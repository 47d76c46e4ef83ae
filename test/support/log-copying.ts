import { type Appended, type EventStore, type Expected, type NewEvent } from '@soquy/event-store';
import { copyLog, type CopyLogParts } from '../../apps/cli/src/log/copy-log.js';
import { replay } from '../contract/samples.js';
import { openedLog, withoutPositions, type AnyStore, type OpenedLog } from './log-place.js';

/** Opens logs, which are closed after each test. */
export function logsOfEachTest(): (kind: AnyStore) => Promise<OpenedLog> {
  const open: OpenedLog[] = [];
  afterEach(async () => {
    for (const { close } of open.splice(0)) await close();
  });
  return async (kind) => {
    const opened = await openedLog(kind);
    open.push(opened);
    return opened;
  };
}

export type Append = (append: () => Promise<Appended>, stream: string, expected: Expected, nth: number) => Promise<Appended>;

/** The store with something happening around its appends. */
export function around(store: EventStore, happening: Append): EventStore {
  let nth = 0;
  const append = (stream: string, expected: Expected, added: readonly NewEvent[]) =>
    happening(() => store.append(stream, expected, added), stream, expected, nth++);
  return Object.assign(Object.create(store) as EventStore, { append });
}

export const contents = async (store: EventStore) => withoutPositions(await replay(store));
export const copy = (from: EventStore, to: EventStore, more: Partial<CopyLogParts> = {}) => copyLog({ from, to, ...more });
