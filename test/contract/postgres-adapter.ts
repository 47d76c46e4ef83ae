import pg from 'pg';
import { PostgresEventStore } from '@soquy/event-store';
import { testDatabase } from '../support/postgres.js';
import type { StoreAdapter } from './store-adapter.js';
import { TcpWay } from './tcp-way.js';

const BOUND_MS = 3_000;

/** PostgreSQL behind a way that can fail; `cut` is what an administrator does. */
export const postgresAdapter: StoreAdapter = {
  name: 'postgres',
  oldIdsAtTheHead: 'conflict',
  async start() {
    const database = await testDatabase();
    const url = new URL(database.url);
    const way = new TcpWay({ host: url.hostname, port: Number(url.port || 5432) });
    await way.up();
    url.hostname = '127.0.0.1';
    url.port = String(way.port);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    return {
      open: () => PostgresEventStore.open({ connectionString: url.toString(), answerWithinMs: BOUND_MS }),
      network: {
        boundMs: BOUND_MS,
        async cut() {
          await admin.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          );
        },
        freeze: () => way.freeze(),
        down: () => way.down(),
        up: () => way.up(),
        received: () => way.received,
      },
      async stop() {
        await admin.end();
        await way.down();
        await database.drop();
      },
    };
  },
};
