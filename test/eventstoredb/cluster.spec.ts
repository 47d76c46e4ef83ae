import { streamNameFilter, type EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as wait } from 'node:timers/promises';
import { Followed } from './followed.js';
import { all, BOTH_WAYS, event, events, rawClient, served, UNARY, until } from './raw-client.js';

const LEADER = { requiresLeader: true };

describe('a cluster of three', () => {
  const here = served({ nodes: 3, electionMs: 60 });
  const others: EventStoreDBClient[] = [];
  const clientOf = (node: number) => {
    const client = rawClient(here.server.urlOf(node));
    others.push(client);
    return client;
  };
  const patiently = async <T>(work: () => Promise<T>) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const done = await work().catch(() => undefined);
      if (done !== undefined) return done;
      await wait(25);
    }
    throw new Error('assertion: never succeeded');
  };
  afterEach(() => Promise.all(others.splice(0).map((client) => client.dispose())));

  it('tells its members, so that a client finds the leader', async () => {
    for (let n = 0; n < 5; n += 1) {
      const client = rawClient(here.server.url);
      await client.appendToStream(`class-${String(n)}`, event(), { expectedRevision: 'no_stream', ...LEADER, ...UNARY });
      await client.dispose();
    }
    expect(here.server.stored()).toHaveLength(5);
    expect(here.server.calls.begun('gossip')).toBeGreaterThanOrEqual(5);
  });

  it.each(BOTH_WAYS)('a follower that must not pass on names the leader, %s', async (_name, way) => {
    const client = clientOf(1);
    const append = () => client.appendToStream('class-1', event(), { ...LEADER, ...way });
    const leader = { address: '127.0.0.1', port: here.server.nodes[0]!.port };
    await expect(append()).rejects.toMatchObject({ type: 'not-leader', leader });
    expect(here.server.stored()).toEqual([]);
    await append();
    expect(here.server.stored()).toHaveLength(1);
  });

  it.each(BOTH_WAYS)('a follower passes an append on otherwise, %s', async (_name, way) => {
    await clientOf(2).appendToStream('class-1', event(), { expectedRevision: 'no_stream', ...way });
    expect(here.server.stored()).toHaveLength(1);
  });

  it('a follower serves reads, except to those who want the leader', async () => {
    await here.client.appendToStream('class-1', events(2), UNARY);
    expect(await all(clientOf(1).readStream('class-1'))).toHaveLength(2);
    await expect(all(clientOf(1).readStream('class-1', LEADER))).rejects.toMatchObject({ type: 'not-leader' });
    await expect(all(clientOf(2).readAll(LEADER))).rejects.toMatchObject({ type: 'not-leader' });
    await expect(clientOf(2).deleteStream('class-1', LEADER)).rejects.toMatchObject({ type: 'not-leader' });
    const followed = new Followed(clientOf(1), LEADER);
    await until(() => followed.error?.type === 'not-leader');
  });

  it('a follower cut off from the log reads the past until it is let in again', async () => {
    await here.client.appendToStream('class-1', events(2), UNARY);
    const followed = new Followed(clientOf(1), { filter: streamNameFilter({ prefixes: ['class-'] }) });
    await followed.saw(2);
    here.server.holdReplication(1);
    await here.client.appendToStream('class-1', events(2), UNARY);
    expect(await all(clientOf(1).readStream('class-1'))).toHaveLength(2);
    const last = await all(clientOf(1).readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
    expect(last[0]!.event!.position).toEqual(here.server.stored()[1]!.position);
    expect(followed.events).toHaveLength(2);
    here.server.resumeReplication(1);
    await followed.saw(4);
    expect(await all(clientOf(1).readStream('class-1'))).toHaveLength(4);
    await followed.leave();
  });

  it('a follower that was cut off has everything once it leads', async () => {
    await here.client.appendToStream('class-1', events(1), UNARY);
    here.server.holdReplication(1);
    await here.client.appendToStream('class-1', events(1), UNARY);
    await here.server.kill(0);
    expect(here.server.leader).toBe(1);
    expect(await all(clientOf(1).readStream('class-1', LEADER))).toHaveLength(2);
  });

  it.each([
    ['one call', UNARY, 'unavailable'],
    ['batched', {}, 'unknown'],
  ])('without a leader no node takes an append, %s', async (_name, way, type) => {
    here.server.loseLeader();
    for (const node of [0, 1]) {
      const refused = clientOf(node).appendToStream('class-1', event(), way);
      await expect(refused).rejects.toMatchObject({ type, message: expect.stringContaining('Server Is Not Ready') as string });
    }
    expect(await all(clientOf(2).readAll())).toHaveLength(2);
    await here.server.lead(1);
    await clientOf(2).appendToStream('class-1', event(), way);
    expect(here.server.stored()).toHaveLength(1);
  });

  it('when the leader dies another leads, with an empty memory of ids', async () => {
    const two = events(2);
    await patiently(() => here.client.appendToStream('class-1', two, { ...LEADER, ...UNARY }));
    await here.server.kill(0);
    expect(here.server.leader).toBe(1);
    const exact = { expectedRevision: 'no_stream', ...LEADER, ...UNARY } as const;
    expect(await patiently(() => here.client.appendToStream('class-1', two, exact))).toMatchObject({ nextExpectedRevision: 1n });
    expect(here.server.stored()).toHaveLength(2);
    await patiently(() => here.client.appendToStream('class-1', two, { ...LEADER, ...UNARY }));
    expect(here.server.stored()).toHaveLength(4);
    await here.server.revive(0);
    expect(await all(clientOf(0).readStream('class-1'))).toHaveLength(4);
    expect(here.server.leader).toBe(1);
  });

  it('when a follower dies writing goes on; without a majority it stops', async () => {
    await here.server.kill(2);
    const client = clientOf(0);
    await client.appendToStream('class-1', event(), { ...LEADER, ...UNARY });
    await here.server.kill(1);
    await expect(client.appendToStream('class-1', event(), { ...LEADER, ...UNARY })).rejects.toMatchObject({
      type: 'unavailable',
    });
    await here.server.revive(1);
    await patiently(() => client.appendToStream('class-1', event(), { ...LEADER, ...UNARY }));
    expect(here.server.stored()).toHaveLength(2);
  });

  it('when the leader resigns its connections stay, and it refers to the new one', async () => {
    const client = clientOf(0);
    const followed = new Followed(client, { filter: streamNameFilter({ prefixes: ['class-'] }) });
    await followed.heard('caughtUp');
    await here.server.lead(2);
    await here.client.appendToStream('class-1', event(), UNARY).catch(() => undefined);
    await patiently(() => here.client.appendToStream('class-1', event(), { ...LEADER, ...UNARY }));
    await followed.saw(1);
    const port = here.server.nodes[2]!.port;
    await expect(client.appendToStream('class-1', event(), { ...LEADER, ...UNARY })).rejects.toMatchObject({ leader: { port } });
    await followed.leave();
  });

  it('when the leader stands still another leads, and nothing it was sent is answered until it moves', async () => {
    const client = clientOf(0);
    await client.appendToStream('class-1', event(), UNARY);
    await here.server.pause(0);
    expect(here.server.leader).toBe(1);
    const held = client.appendToStream('class-2', event(), { ...LEADER, ...UNARY, deadline: 400 });
    await expect(held).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await clientOf(1).appendToStream('class-1', event(), { ...LEADER, ...UNARY });
    here.server.resume(0);
    await expect(client.appendToStream('class-1', event(), { ...LEADER, ...UNARY })).rejects.toMatchObject({
      type: 'not-leader',
    });
    expect(here.server.stored().filter(({ stream }) => stream === 'class-2')).toEqual([]);
  });
});
