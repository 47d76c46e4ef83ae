import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAppend } from '../../libs/event-store/src/checked-append.js';
import { containedClient } from '../../libs/event-store/src/eventstoredb/contained-client.js';
import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import { PackageClient } from '../../libs/event-store/src/eventstoredb/package-client.js';
import { StreamsService } from '../eventstoredb/proto.js';
import { eventually, Following, inWorld, type World } from './eventstoredb-world.js';
import { event, events, expectFault, GRACE_MS, newStream } from './samples.js';
import { TcpWay } from './tcp-way.js';

const TIMES = { callMs: 1_000, pageMs: 500 };
const request = () => checkAppend(newStream(), 'any', [event()]);

/** A server whose every answer is one status with trailers. */
async function answering(code: status, trailers: Readonly<Record<string, string>>) {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  const error = Object.assign(new Error('refused'), { code, details: 'refused', metadata });
  const server = new Server();
  const refuseStream = (call: { emit(name: 'error', error: Error): boolean }) => void call.emit('error', error);
  server.addService(StreamsService, {
    append: (_: unknown, callback: (error: Error) => void) => callback(error),
    read: refuseStream,
    batchAppend: refuseStream,
  } as never);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (failed, bound) =>
      failed ? reject(failed) : resolve(bound),
    ),
  );
  return { url: `esdb://127.0.0.1:${port}?tls=false`, stop: () => server.forceShutdown() };
}

/** In each of these the package by itself ends the process: an exception or a rejection that nobody can catch. */
describe('the client package cannot end the process', () => {
  test.each([
    ['not-leader', {}, status.NOT_FOUND],
    ['not-leader', { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': 'none' }, status.NOT_FOUND],
    ['stream-deleted', {}, status.FAILED_PRECONDITION],
    ['wrong-expected-version', { 'stream-name': 'a-1', 'expected-version': 'any' }, status.FAILED_PRECONDITION],
    ['maximum-append-size-exceeded', {}, status.INVALID_ARGUMENT],
  ])('when %s comes with the trailers %j', async (exception, trailers, code) => {
    const server = await answering(code, { exception, ...trailers });
    const store = await EventStoreDbEventStore.open({ connectionString: server.url, answerWithinMs: 500 }).catch(() => undefined);
    const client = new PackageClient(server.url, TIMES);
    const subscription = client.subscribe({ after: 0n, filter: {} });
    const calls = [
      client.append(request()),
      client.readStream(newStream(), { from: 0n, most: 1, backwards: false }),
      client.readAllBackwards({ from: undefined, most: 1 }),
    ];
    for (const outcome of await Promise.allSettled(calls)) expect(outcome).toMatchObject({ reason: { name: 'StoreFault' } });
    while (!subscription.ended) await subscription.changed();
    client.dispose();
    await store?.close();
    await sleep(50);
    server.stop();
  });

  test(
    'when calls begin while its connection is closed',
    inWorld(async ({ server }) => {
      for (let round = 0; round < 20; round++) {
        const client = new PackageClient(server.url, TIMES);
        await client.append(request());
        const calls = Array.from({ length: 4 }, () => [
          client.append(request()),
          client.readAllBackwards({ from: undefined, most: 5 }),
        ]);
        if (round % 2 === 0) await Promise.resolve();
        client.dispose();
        const late = [client.append(request()), client.readStream(newStream(), { from: 0n, most: 1, backwards: false })];
        await Promise.allSettled([...calls.flat(), ...late]);
        for (const call of late) await expectFault(call, 'unavailable');
      }
    }),
  );

  test(
    'when no member of a cluster can be found, and another stream breaks meanwhile',
    inWorld(
      async ({ server, store }) => {
        const feeds = Array.from({ length: 3 }, () => new Following(store));
        for (const feed of feeds) await feed.caughtUp();
        const nobody = server.faults.always('gossip', 'unavailable');
        for (const subscription of server.subscriptions) {
          subscription.fail('busy');
          await sleep(150);
        }
        await sleep(1_000);
        nobody.stop();
        await store.append(newStream(), 'any', events(3));
        for (const feed of feeds) {
          await feed.saw(3);
          await feed.leave();
        }
      },
      { nodes: 3 },
    ),
  );

  test(
    'when a connection is lost after a read or a subscription on it was left',
    inWorld(async ({ server, store }) => {
      const stream = newStream();
      for (let round = 0; round < 4; round++) await store.append(stream, 'any', events(400));
      for (let round = 0; round < 10; round++) {
        for await (const { revision } of store.readStream(stream)) if (revision === 3n) break;
        for await (const item of store.feed({ follow: true })) if (item.kind === 'events') break;
        server.cutConnections();
      }
      await sleep(100);
      await store.health();
    }),
  );
});

describe('a client that is thrown away', () => {
  /** Connections to one node can be counted and frozen. */
  const overAWay = (run: (way: TcpWay, url: string, world: World) => Promise<void>) =>
    inWorld(async (world) => {
      const { host, port } = world.server.nodes[0]!;
      const way = new TcpWay({ host, port });
      await way.up();
      try {
        await run(way, `esdb://127.0.0.1:${way.port}?tls=false`, world);
      } finally {
        await way.down();
      }
    });

  test(
    'closes its connection, and what streams on it',
    overAWay(async (way, url, { server }) => {
      const clients = Array.from({ length: 5 }, () => new PackageClient(url, TIMES));
      for (const client of clients) {
        client.subscribe({ after: 0n, filter: {} });
        await client.append(request());
      }
      expect(way.connections).toBe(5);
      for (const client of clients) client.dispose();
      await eventually(() => way.connections === 0 && server.subscriptions.length === 0);
    }),
  );

  test(
    'does not pass its dead connection on to the next one, although others still hold it',
    overAWay(async (way, url, { open }) => {
      const [one, other] = [await open({ connectionString: url }), await open({ connectionString: url })];
      for (const store of [one, other]) await store.append(newStream(), 'any', [event()]);
      way.freeze();
      await one.append(newStream(), 'any', [event()]);
      expect(one.stats()).toMatchObject({ recycles: 1 });
      expect(other.stats()).toMatchObject({ recycles: 0 });
      way.cut();
    }),
  );
});

test(
  'appends travel alone, each with its own time limit',
  inWorld(async ({ server, store }) => {
    await store.append(newStream(), 'any', [event()]);
    expect(server.calls.begun('append')).toBe(1);
    expect(server.calls.begun('batchAppend')).toBe(0);
    expect(server.calls.begun('features')).toBe(0);
    server.faults.next('append', 'hang');
    const client = new PackageClient(server.url, TIMES);
    const start = performance.now();
    await expectFault(client.append(request()), 'unavailable');
    expect(performance.now() - start).toBeLessThan(TIMES.callMs + GRACE_MS);
    client.dispose();
  }),
);

test('what the adapter needs of the inside of the package is there', async () => {
  const contained = containedClient('esdb://127.0.0.1:2113?tls=false');
  for (const inside of ['callArguments', 'handleError', 'createChannel', 'dispose'])
    expect((contained.client as unknown as Record<string, unknown>)[inside]).toBeInstanceOf(Function);
  contained.dispose();
});
