import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbServer } from '../eventstoredb/server.js';
import type { StoreAdapter } from './store-adapter.js';
import { TcpWay } from './tcp-way.js';

const BOUND_MS = 8_000;

/** A server of one's own, which then is tried instead of the one in this process. */
export const REAL_SERVER = process.env.EVENTSTORE_URL;

/** One node without certificates can be led through our way; a certificate would not name it, and members name themselves. */
const ONE_PLAIN_NODE = /^\w+:\/\/(?:[^@]*@)?([^/:,]+):(\d+)[/?].*tls=false/i;
export const CAN_FAIL = REAL_SERVER === undefined || ONE_PLAIN_NODE.test(REAL_SERVER);

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
    const open = (connectionString: string) => EventStoreDbEventStore.open({ connectionString, answerWithinMs: BOUND_MS });
    if (!CAN_FAIL) return { open: () => open(url), stop };
    const [, host, port] = ONE_PLAIN_NODE.exec(url)!;
    const way = new TcpWay({ host: host!, port: Number(port) });
    await way.up();
    const connectionString = url.replace(`${host}:${port}`, `127.0.0.1:${way.port}`);
    return {
      open: () => open(connectionString),
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
