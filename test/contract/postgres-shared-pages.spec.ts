import { PostgresEventStore } from '@soquy/event-store';
import { testDatabase } from '../support/postgres.js';
import { event, newStream } from './samples.js';

let store: PostgresEventStore;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await PostgresEventStore.open({ connectionString: database.url });
});
afterAll(async () => {
  await store.close();
  await drop();
});

const idsOf = async (stream: string, options: { from?: bigint; limit?: number } = {}) => {
  const ids: string[] = [];
  for await (const { id } of store.readStream(stream, options)) ids.push(id);
  return ids;
};

test('streams read at the same time come whole and apart: short, unknown, in part, and larger than a shared page', async () => {
  const large = { text: 'x'.repeat(90_000) };
  const recorded = new Map<string, string[]>();
  for (let length = 1; length <= 12; length++) {
    const events = Array.from({ length }, () => ({ ...event(), ...(length === 9 && { data: large }) }));
    const stream = newStream();
    await store.append(stream, 'no-stream', events);
    recorded.set(
      stream,
      events.map(({ id }) => id),
    );
  }
  const wanted = [...recorded].flatMap(([stream, ids]) => [
    { read: idsOf(stream), ids },
    { read: idsOf(newStream()), ids: [] },
    { read: idsOf(stream, { from: 2n, limit: 3 }), ids: ids.slice(2, 5) },
  ]);
  expect(await Promise.all(wanted.map(({ read }) => read))).toEqual(wanted.map(({ ids }) => ids));
});
