import { streamNameFilter } from '@eventstore/db-client';
import { Followed } from './followed.js';
import { comparePositions } from './positions.js';
import { served, until } from './raw-client.js';

const filter = (prefix: string, maxSearchWindow: number, checkpointInterval: number) =>
  streamNameFilter({ prefixes: [prefix], maxSearchWindow, checkpointInterval });

describe('checkpoints', () => {
  const here = served({ systemEventEvery: 0 });
  const write = (count: number, stream = 'other-1') => {
    for (let n = 0; n < count; n += 1) here.server.write(stream, { type: 'A', data: { n } });
  };

  it('come while catching up after so many events looked at, although none is given', async () => {
    write(100);
    const followed = new Followed(here.client, { filter: filter('class-', 5, 2) });
    await followed.heard('caughtUp');
    expect(followed.events).toEqual([]);
    // 102 events with the two the server begins with, one each ten, and one where the end is reached.
    expect(followed.checkpoints).toHaveLength(11);
    await followed.leave();
  });

  it('come live after so many events looked at', async () => {
    const followed = new Followed(here.client, { filter: filter('class-', 4, 3) });
    await followed.heard('caughtUp');
    const before = followed.checkpoints.length;
    write(30);
    await until(() => followed.checkpoints.length >= before + 2);
    expect(followed.checkpoints.at(-1)).toEqual(here.server.log.events[2 + 23]!.position);
    await followed.leave();
  });

  it('lie beyond the last event given and grow', async () => {
    write(3, 'class-1');
    write(60);
    const followed = new Followed(here.client, { filter: filter('class-', 7, 1) });
    await followed.heard('caughtUp');
    const last = followed.positions.at(-1)!;
    expect(comparePositions(followed.checkpoints.at(-1)!, last)).toBe(1);
    const grown = followed.checkpoints.slice(1).map((one, n) => comparePositions(one, followed.checkpoints[n]!));
    expect(grown.every((order) => order >= 0)).toBe(true);
    await followed.leave();
  });

  it('are safe to resume from: whoever does misses nothing and gets nothing twice', async () => {
    for (let n = 0; n < 80; n += 1) write(1, n % 8 ? 'other-1' : 'class-1');
    const first = new Followed(here.client, { filter: filter('class-', 3, 1) });
    await first.heard('caughtUp');
    const between = first.checkpoints.filter(({ prepare }) => prepare === 0n);
    expect(between.length).toBeGreaterThan(5);
    for (const checkpoint of first.checkpoints) {
      const resumed = new Followed(here.client, { filter: filter('class-', 3, 1), fromPosition: checkpoint });
      await resumed.heard('caughtUp');
      const owed = first.positions.filter((position) => comparePositions(position, checkpoint) > 0);
      expect(resumed.positions).toEqual(owed);
      await resumed.leave();
    }
    await first.leave();
  });

  it('may have the commit position of the next event and prepare 0: that event is still to come', async () => {
    let shared = 0;
    for (let n = 0; n < 6; n += 1) {
      const early = new Followed(here.client, { filter: filter('class-', 1, 1) });
      await early.heard('caughtUp');
      const checkpoint = early.checkpoints.at(-1)!;
      await early.leave();
      write(1, 'class-1');
      const { position } = here.server.stored().at(-1)!;
      if (position.commit === checkpoint.commit && checkpoint.prepare === 0n) shared += 1;
      const resumed = new Followed(here.client, { filter: filter('class-', 1, 1), fromPosition: checkpoint });
      await resumed.saw(1);
      expect(resumed.positions).toEqual([position]);
      await resumed.leave();
    }
    expect(shared).toBeGreaterThan(1);
  });
});
