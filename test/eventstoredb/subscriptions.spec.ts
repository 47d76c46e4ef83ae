import { streamNameFilter, eventTypeFilter, excludeSystemEvents } from '@eventstore/db-client';
import { Followed } from './followed.js';
import { comparePositions } from './positions.js';
import { events, served, UNARY, until } from './raw-client.js';

const CLASSES = { ...streamNameFilter({ prefixes: ['class-'] }) };

describe('a subscription to the log', () => {
  const here = served({ systemEventEvery: 2 });
  const follow = (options?: ConstructorParameters<typeof Followed>[1]) => new Followed(here.client, options);
  const write = async (count: number, stream = 'class-1') => {
    for (let n = 0; n < count; n += 1) await here.client.appendToStream(stream, events(1), UNARY);
  };
  const names = (count: number) => Array.from({ length: count }, (_, n) => `class-1@${String(n)}`);

  it('is confirmed, gives what is there, catches up, and goes on', async () => {
    await write(3);
    const followed = follow({ filter: CLASSES });
    await followed.heard('caughtUp');
    await write(2);
    await followed.saw(5);
    expect(followed.events).toEqual(names(5));
    expect(followed.said[0]).toBe('confirmation');
    expect(followed.said.indexOf('class-1@2')).toBeLessThan(followed.said.lastIndexOf('caughtUp'));
    await followed.leave();
  });

  it('without a filter gives system events too, and no checkpoints', async () => {
    await write(6);
    const followed = follow();
    await followed.heard('caughtUp');
    await write(100);
    await followed.saw(here.server.log.events.length);
    expect(followed.events.some((name) => name.startsWith('$stats'))).toBe(true);
    expect(followed.checkpoints).toEqual([]);
    await followed.leave();
  });

  it('starts after the position given: that event does not come again', async () => {
    await write(5);
    const { position } = here.server.stored()[1]!;
    const followed = follow({ filter: CLASSES, fromPosition: position });
    await followed.saw(3);
    expect(followed.events).toEqual(names(5).slice(2));
    await followed.leave();
  });

  it('from the end gives only what comes', async () => {
    await write(3);
    const followed = follow({ filter: CLASSES, fromPosition: 'end' });
    await followed.heard('caughtUp');
    await write(2);
    await followed.saw(2);
    expect(followed.events).toEqual(names(5).slice(3));
    await followed.leave();
  });

  it('from the last position is caught up at once', async () => {
    await write(3);
    const followed = follow({ filter: CLASSES, fromPosition: here.server.log.last });
    await followed.heard('caughtUp');
    expect(followed.said).toEqual(['confirmation', 'caughtUp']);
    await followed.leave();
  });

  it('from a place where nothing begins is refused', async () => {
    await write(3);
    const { commit, prepare } = here.server.stored()[1]!.position;
    const followed = follow({ filter: CLASSES, fromPosition: { commit: commit + 1n, prepare } });
    await until(() => followed.error !== undefined);
    expect(followed.error!.message).toMatch(/invalid position/);
  });

  it.each([
    ['a stream prefix', streamNameFilter({ prefixes: ['class-1', 'fair-'] }), ['class-1@0', 'fair-1@0']],
    ['a stream expression', streamNameFilter({ regex: '^(class|fair)-2$' }), ['class-2@0']],
    ['a type prefix', eventTypeFilter({ prefixes: ['Fair'] }), ['fair-1@0']],
    ['a type expression', eventTypeFilter({ regex: 'Held$' }), ['class-1@0', 'class-2@0', 'fair-1@0']],
    ['no system events', excludeSystemEvents(), ['class-1@0', 'class-2@0', 'fair-1@0', 'xclass-1@0']],
  ])('filtered by %s gives exactly those, before and after catching up', async (_name, filter, expected) => {
    const round = () => {
      for (const stream of ['class-1', 'class-2', 'fair-1', 'xclass-1']) {
        const type = stream.startsWith('fair') ? 'FairHeld' : stream.startsWith('x') ? 'Other' : 'ClassHeld';
        here.server.write(stream, { type, data: {} });
      }
    };
    round();
    const followed = follow({ filter });
    await followed.heard('caughtUp');
    expect(followed.events).toEqual(expected);
    round();
    await followed.saw(expected.length * 2);
    expect(followed.events.slice(expected.length)).toEqual(expected.map((name) => name.replace('@0', '@1')));
    await followed.leave();
  });

  it('gives eight writers each event once and in the order of a replay', async () => {
    const followed = follow({ filter: CLASSES });
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(40, `class-${String(writer)}`)));
    await followed.saw(320);
    const replay = follow({ filter: CLASSES });
    await replay.saw(320);
    expect(followed.events).toEqual(replay.events);
    expect(new Set(followed.events).size).toBe(320);
    expect(followed.positions.every((one, n) => n === 0 || comparePositions(followed.positions[n - 1]!, one) < 0)).toBe(true);
    await Promise.all([followed.leave(), replay.leave()]);
  });

  it('is freed on the server when left', async () => {
    const followed = follow({ filter: CLASSES });
    await followed.heard('caughtUp');
    expect(here.server.subscriptions).toHaveLength(1);
    await followed.leave();
    await until(() => here.server.subscriptions.length === 0 && here.server.calls.open('subscribe') === 0);
  });
});

describe('a subscription to one stream', () => {
  const here = served();

  it('gives that stream after the revision given', async () => {
    await here.client.appendToStream('class-1', events(4), UNARY);
    const subscription = here.client.subscribeToStream('class-1', { fromRevision: 1n });
    const seen: bigint[] = [];
    subscription.on('data', ({ event }) => seen.push(event!.revision));
    await until(() => seen.length === 2);
    here.server.write('class-2', { type: 'A', data: {} });
    here.server.write('class-1', { type: 'A', data: {} });
    await until(() => seen.length === 3);
    expect(seen).toEqual([2n, 3n, 4n]);
    await subscription.unsubscribe();
  });
});
