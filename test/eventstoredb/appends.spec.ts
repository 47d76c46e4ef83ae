import type { EventStoreDBClient } from '@eventstore/db-client';
import { all, event, events, rawClient, UNARY } from './raw-client.js';
import { EventStoreDbServer } from './server.js';

describe('appends', () => {
  let server: EventStoreDbServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await EventStoreDbServer.start();
    client = rawClient(server);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  it.each([
    ['unary', UNARY],
    ['batch', {}],
  ])('%s: appends and reads', async (_name, way) => {
    const written = await client.appendToStream('class-1', events(3), { expectedRevision: 'no_stream', ...way });
    expect(written).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const read = await all(client.readStream('class-1'));
    expect(read.map((one) => one.event?.revision)).toEqual([0n, 1n, 2n]);
    expect(read.at(-1)?.event?.position).toEqual(written.position);
    await expect(client.appendToStream('class-1', event(), { expectedRevision: 'no_stream', ...way })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
    });
    const backwards = await all(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
    expect(backwards[0]?.event?.position).toEqual(written.position);
  });

  it('follows', async () => {
    const sub = client.subscribeToAll({
      filter: { filterOn: 'streamName', prefixes: ['class-'], checkpointInterval: 1 } as never,
    });
    const seen: unknown[] = [];
    const done = new Promise<void>((resolve) =>
      sub.on('data', (r: any) => {
        seen.push(r.event.revision);
        if (seen.length === 5) resolve();
      }),
    );
    await client.appendToStream('class-1', events(5));
    await done;
    expect(seen).toEqual([0n, 1n, 2n, 3n, 4n]);
    await sub.unsubscribe();
  });
});
