import { streamNameFilter } from '@eventstore/db-client';
import { setTimeout as wait } from 'node:timers/promises';
import { Followed } from './followed.js';
import { served, settled, until } from './raw-client.js';

const filter = streamNameFilter({ prefixes: ['class-'] });
const TEN_KB = 'x'.repeat(10_000);

describe('a subscriber who takes nothing', () => {
  const here = served({ systemEventEvery: 0 });
  const write = (count: number) => {
    for (let n = 0; n < count; n += 1) here.server.write('class-1', { type: 'A', data: { n, text: TEN_KB } });
  };
  const names = (count: number) => Array.from({ length: count }, (_, n) => `class-1@${String(n)}`);

  it('holds the server back, while it catches up and live, and gets all of it in order later', async () => {
    write(1500);
    const followed = new Followed(here.client, { filter });
    await followed.saw(1);
    followed.stopTaking();
    const [subscription] = here.server.subscriptions;
    const stuckAt = await settled(() => subscription!.queue.events);
    expect(stuckAt).toBeLessThan(400);
    write(500);
    await wait(100);
    expect(subscription!.queue.events).toBe(stuckAt);
    expect(subscription!.queue.mostQueuedMessages).toBeLessThanOrEqual(32);
    expect(subscription!.queue.mostQueuedBytes).toBeLessThan(400_000);
    expect(subscription!.queue.buffered).toBeLessThanOrEqual(32);
    expect(subscription!.queue.queuedMessages).toBeGreaterThan(0);
    followed.goOnTaking();
    await followed.saw(2000);
    expect(followed.events).toEqual(names(2000));
    expect(subscription!.queue.queuedMessages).toBe(0);
    await followed.leave();
  });

  it('falls behind when it was live, is told so, and catches up again', async () => {
    const followed = new Followed(here.client, { filter });
    await followed.heard('caughtUp');
    const [subscription] = here.server.subscriptions;
    followed.stopTaking();
    for (let n = 0; n < 40; n += 1) {
      write(20);
      await wait(1);
    }
    followed.goOnTaking();
    await followed.saw(800);
    await followed.heard('caughtUp', 2);
    expect(followed.events).toEqual(names(800));
    expect(followed.count('fellBehind')).toBe(subscription!.fellBehind);
    expect(subscription!.fellBehind).toBeGreaterThan(0);
    expect(followed.count('caughtUp')).toBe(followed.count('fellBehind') + 1);
    await followed.leave();
  });
});

describe('a reader who takes nothing', () => {
  const here = served({ systemEventEvery: 0 });

  it('holds the server back', async () => {
    for (let n = 0; n < 1000; n += 1) here.server.write('class-1', { type: 'A', data: { n, text: TEN_KB } });
    const reading = here.client.readStream('class-1', {}, { highWaterMark: 1 });
    let taken = 0;
    for await (const _ of reading) {
      taken += 1;
      if (taken === 5) await wait(150);
      if (taken === 5) expect(here.server.calls.open('read')).toBe(1);
      if (taken === 20) break;
    }
    await reading.cancel();
    await until(() => here.server.calls.open('read') === 0);
  });
});
