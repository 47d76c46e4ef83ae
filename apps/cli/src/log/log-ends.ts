import { openEventStore, StoreFault, type EventStore, type EventStoreName, type LogAddress } from '@soquy/event-store';
import { closing, logAddress, openLog } from '@soquy/product';
import { masked, SettingsError, type Settings } from '@soquy/platform';
import { UsageError, type Called } from '../command.js';
import { existingDatabase } from '../start/database.js';
import { readStartSettings } from '../start/start-settings.js';
import { LogFault } from './log-fault.js';

/** A log that answers. */
export interface LogEnd {
  readonly eventStore: EventStoreName;
  readonly store: EventStore;
  /** Its address as it may be shown. */
  readonly shown: string;
  readonly close: () => Promise<void>;
}

/** As the arguments name them: an address, or a store, which stands for the address of the settings. */
export interface NamedEnds {
  /** Undefined: the log of the settings. */
  readonly from: string | undefined;
  readonly to: string;
}

export interface OpenEnds {
  readonly from: LogEnd;
  readonly to: LogEnd;
  readonly close: () => Promise<void>;
}

const ADDRESSES: readonly (readonly [EventStoreName, RegExp])[] = [
  ['postgres', /^postgres(ql)?:\/\/./],
  ['eventstoredb', /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/./],
];

/** Opens both logs; the database of the settings only where one of them is there, or is said to be by the settings. */
export async function openEnds({ from, to }: NamedEnds, called: Called): Promise<OpenEnds> {
  return await closing(async (onClose) => {
    const settings = readStartSettings(called.env, called.root);
    let databaseUrl = '';
    if (from === undefined || [from, to].includes('postgres')) {
      const database = await existingDatabase(settings);
      onClose(database.stop);
      databaseUrl = database.url;
    }
    const running = { ...settings, databaseUrl };
    const [source, target] = [from ?? settings.eventStore, to].map((named) => addressOf(named, running)) as [
      LogAddress,
      LogAddress,
    ];
    if (source.connectionString === target.connectionString) throw sameLog();
    const opened = from === undefined ? await logOfSettings(running) : await openEnd(source);
    onClose(opened.close);
    const there = await openEnd(target);
    onClose(there.close);
    return { from: opened, to: there };
  });
}

/** The log of a store or at an address, once it answers. */
export async function openEnd(address: LogAddress): Promise<LogEnd> {
  const shown = masked(address.connectionString);
  try {
    const store = await openEventStore(address);
    try {
      await store.head();
    } catch (error) {
      await store.close();
      throw error;
    }
    return { eventStore: address.eventStore, store, shown, close: () => store.close() };
  } catch (error) {
    throw error instanceof StoreFault ? silent(shown, error) : error;
  }
}

/** Refused where the database belongs to another log: that one is meant, then. */
async function logOfSettings(settings: Settings & { readonly databaseUrl: string }): Promise<LogEnd> {
  const { eventStore: store, close } = await openLog(settings);
  return { eventStore: settings.eventStore, store, shown: masked(logAddress(settings).connectionString), close };
}

/** Where a log is: a store's name stands for its address in the settings. Never shown as it was typed: it may hold a password. */
export function addressOf(named: string, settings: Settings & { readonly databaseUrl: string }): LogAddress {
  if (named === 'postgres') return logAddress({ ...settings, eventStore: named });
  if (named === 'eventstoredb') {
    if (settings.eventStoreUrl) return logAddress({ ...settings, eventStore: named });
    throw new SettingsError({ vi: 'Cần đặt EVENTSTORE_URL.', en: 'EVENTSTORE_URL must be set.' });
  }
  const eventStore = ADDRESSES.find(([, pattern]) => pattern.test(named))?.[0];
  if (eventStore) return { eventStore, connectionString: named };
  throw new UsageError({
    vi: 'Địa chỉ sổ phải có dạng postgres://... hoặc esdb://..., hoặc là chữ postgres, eventstoredb.',
    en: 'The address of a log is postgres://... or esdb://..., or one of the words postgres and eventstoredb.',
  });
}

const sameLog = () => new UsageError({ vi: 'Nguồn và đích là cùng một sổ.', en: 'Source and target are the same log.' });

const silent = (shown: string, fault: StoreFault) =>
  new LogFault({ vi: `Không mở được sổ ở ${shown}.`, en: `The log at ${shown} cannot be opened.` }, fault.message, {
    cause: fault,
  });
