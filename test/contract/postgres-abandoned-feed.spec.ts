import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore } from '@soquy/event-store';
import pg from 'pg';
import { testDatabase } from '../support/postgres.js';

/** From before it has a connection until it waits for news. */
const MOMENTS_MS = Array.from({ length: 40 }, (_, index) => index);
const GOODBYE_LIMIT_MS = 30_000;

it('a feed that is abandoned at any moment leaves no connection behind, so that the process can end', async () => {
  const { url, drop } = await testDatabase();
  const store = await PostgresEventStore.open({ connectionString: url });
  for (const moment of MOMENTS_MS) {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), moment);
    const reading = (async () => {
      for await (const _ of store.feed({ follow: true, signal: stopping.signal }));
    })();
    await reading.catch(() => undefined);
  }
  await store.close();
  const watcher = new pg.Client({ connectionString: url });
  await watcher.connect();
  const ofFeeds = async () => {
    const { rows } = await watcher.query(
      "select pid from pg_stat_activity where datname = current_database() and application_name = 'soquy feed'",
    );
    return rows.length;
  };
  for (const limit = Date.now() + GOODBYE_LIMIT_MS; (await ofFeeds()) > 0 && Date.now() < limit;) await delay(100);
  const left = await ofFeeds();
  await watcher.end();
  await drop();
  expect(left).toBe(0);
});
