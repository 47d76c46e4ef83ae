import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbServer } from '../eventstoredb/server.js';
import type { StoreAdapter } from './store-adapter.js';
import { TcpWay } from './tcp-way.js';

const BOUND_MS = 8_000;

/** A server of one's own, which then is tried instead of the one in this process: single, without certificates. */
export const REAL_SERVER = process.env.EVENTSTORE_URL;

/** The server's address, and how to be rid of it. */
async function server(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  if (REAL_SERVER) return { url: REAL_SERVER, stop: async () => {} };
  const own = await EventStoreDbServer.start();
  return { url: own.url, stop: () => own.stop() };
}

/** EventStoreDB behind a way that can fail; `cut` is what a rebooting switch does. */
export const eventStoreDbAdapter: StoreAdapter = {
  name: 'eventstoredb',
  oldIdsAtTheHead: 'written-again',
  async start() {
    const { url, stop } = await server();
    const [, host, port] = /^\w+:\/\/(?:[^@]*@)?([^/:,]+):(\d+)/.exec(url)!;
    const way = new TcpWay({ host: host!, port: Number(port) });
    await way.up();
    const connectionString = url.replace(`${host}:${port}`, `127.0.0.1:${way.port}`);
    return {
      open: () => EventStoreDbEventStore.open({ connectionString, answerWithinMs: BOUND_MS }),
      network: {
        boundMs: BOUND_MS,
        cut: async () => way.cut(),
        freeze: () => way.freeze(),
        down: () => way.down(),
        up: () => way.up(),
        received: () => way.received,
      },
      async stop() {
        await way.down();
        await stop();
      },
    };
  },
};
