import { streamNameFilter } from '@eventstore/db-client';
import { setTimeout as wait } from 'node:timers/promises';
import { Followed } from './followed.js';
import { all, event, served, UNARY, until } from './raw-client.js';

const filter = streamNameFilter({ prefixes: ['class-'] });

describe('a subscription', () => {
  const here = served();
  const write = () => here.server.write('class-1', { type: 'A', data: {} });
  const live = async () => {
    const followed = new Followed(here.client, { filter });
    await followed.heard('caughtUp');
    return followed;
  };

  it('fails when the server says so', async () => {
    const followed = await live();
    here.server.subscriptions[0]!.fail('unavailable');
    await until(() => followed.error?.type === 'unavailable');
    await until(() => here.server.subscriptions.length === 0);
  });

  it('ends without a word of error', async () => {
    const followed = await live();
    here.server.subscriptions[0]!.end();
    await until(() => followed.ended);
    expect(followed.error).toBeUndefined();
    write();
    await wait(100);
    expect(followed.events).toEqual([]);
  });

  it('goes silent: the connection serves other calls, and nothing comes', async () => {
    const followed = await live();
    const [subscription] = here.server.subscriptions;
    subscription!.silence();
    for (let n = 0; n < 100; n += 1) write();
    await here.client.appendToStream('fair-1', event(), UNARY);
    await wait(150);
    expect([followed.events, followed.error, followed.ended]).toEqual([[], undefined, false]);
    expect(subscription!.queue.buffered).toBeLessThanOrEqual(32);
    await followed.leave();
  });

  it('loses its connection', async () => {
    const followed = await live();
    here.server.subscriptions[0]!.cut();
    await until(() => followed.error !== undefined);
    expect(followed.error!.type).toBe('unavailable');
  });

  it.each([
    ['unavailable', 'unavailable', false],
    ['end', undefined, true],
    ['cut', 'unavailable', false],
    ['hang', undefined, false],
  ] as const)('meant to stop after five events by %s stops there', async (then, type, ended) => {
    for (let n = 0; n < 12; n += 1) write();
    here.server.faults.next('subscribe', { after: 5, then });
    const followed = new Followed(here.client, { filter });
    await followed.saw(5);
    await wait(150);
    expect([followed.events.length, followed.error?.type, followed.ended]).toEqual([5, type, ended]);
    const next = new Followed(here.client, { filter });
    await next.saw(12);
    await Promise.all([followed.leave(), next.leave()]);
  });

  it('is refused from the start', async () => {
    here.server.faults.next('subscribe', 'busy');
    const followed = new Followed(here.client, { filter });
    await until(() => followed.error?.type === 'unavailable');
    here.server.faults.deny('$all');
    const denied = new Followed(here.client, { filter });
    await until(() => denied.error?.type === 'access-denied');
  });
});

describe('connections', () => {
  const here = served();
  const append = () => here.client.appendToStream('class-1', event(), UNARY);
  const patiently = async () => {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await append().catch(() => undefined)) return;
      await wait(25);
    }
    throw new Error('assertion: never succeeded');
  };

  it('are destroyed, all at once, and new ones are welcome', async () => {
    await append();
    const followed = new Followed(here.client, { filter });
    await followed.saw(1);
    here.server.cutConnections();
    await until(() => followed.error?.type === 'unavailable');
    await until(() => here.server.calls.open('subscribe') === 0);
    await patiently();
  });

  it('are refused while the server is down; it comes back on the same port with the same log', async () => {
    await append();
    const { url } = here.server;
    await here.server.down();
    await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    await here.server.up();
    expect(here.server.url).toBe(url);
    await patiently();
    expect(await all(here.client.readStream('class-1'))).toHaveLength(2);
  });

  it('end at a restart, and what was read half is not read on', async () => {
    for (let n = 0; n < 3000; n += 1) here.server.write('class-1', { type: 'A', data: { text: 'x'.repeat(1000) } });
    const reading = here.client.readStream('class-1', {}, { highWaterMark: 1 });
    let seen = 0;
    const broken = (async () => {
      for await (const _ of reading) if ((seen += 1) === 5) await here.server.restart();
    })();
    await expect(broken).rejects.toMatchObject({ type: 'unavailable' });
    expect(seen).toBeLessThan(3000);
    await patiently();
  });

  it('stand still while the server is paused, and what was sent meanwhile is done afterwards', async () => {
    await append();
    await here.server.pause();
    await expect(here.client.appendToStream('class-1', event(), { ...UNARY, deadline: 200 })).rejects.toMatchObject({
      type: 'deadline-exceeded',
    });
    const waiting = append();
    await wait(100);
    expect(here.server.stored()).toHaveLength(1);
    here.server.resume();
    await waiting;
    expect(here.server.stored().length).toBeGreaterThanOrEqual(2);
  });

  it('made while the server is paused are accepted and served afterwards', async () => {
    await here.server.pause();
    const waiting = append();
    await wait(150);
    expect(here.server.stored()).toHaveLength(0);
    here.server.resume();
    await waiting;
  });
});
